// The pages' catalogue: both languages say everything, and Vietnamese says it in Vietnamese.
import { describe, expect, it } from 'vitest';
import { SITES } from '../../extension/sites/index.ts';
import { pagesMessages } from '../../shared/messages/pages.ts';
import { KNOWN_SITES } from '../../shared/sites/known.ts';
import { LANGUAGES, SITE_IDS } from '../../shared/words.ts';

/** Every text of a catalogue by its path; functions are called with a plausible word or number for each argument. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    if (path === '.promise') return texts(value({ company: 'Acme', k: 5, clock: 'weekly' }), path);
    return texts(value(...Array.from({ length: value.length }, () => 7)), path);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => texts(each, `${path}.${key}`));
}

/** The same in both languages, because they are names. */
const NAMES = ['.locale', '.title'];

describe.each(LANGUAGES)('the pages’ messages in %s', (language) => {
  it('leave nothing unsaid', () => {
    const said = texts(pagesMessages[language]);
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter(([, text]) => text.trim() === '' || /undefined|NaN|\[object/.test(text))).toEqual([]);
  });

  it('know one from many', () => {
    const { voices, lastRelease } = pagesMessages[language].figure;
    const expected = {
      en: ['1 voice', '2 voices', 'last release: today, 1 person', 'last release: today, 5 people'],
      vi: ['1 lượt người', '2 lượt người', 'công bố gần nhất: today, 1 người', 'công bố gần nhất: today, 5 người'],
    };
    expect([voices(1), voices(2), lastRelease('today', 1), lastRelease('today', 5)]).toEqual(expected[language]);
  });
});

it('the two catalogues have the same places, and different words in them', () => {
  const [en, vi] = [new Map(texts(pagesMessages.en)), new Map(texts(pagesMessages.vi))];
  expect([...vi.keys()]).toEqual([...en.keys()]);
  const same = [...en].filter(([path, text]) => vi.get(path) === text && !NAMES.includes(path));
  expect(same.filter(([, text]) => /[a-z]{2}/i.test(text))).toEqual([]);
});

it('says of every release only what is true of those that were made while k was lower', () => {
  expect(pagesMessages.en.footer(7)).toContain('Each new one takes at least seven people');
  expect(pagesMessages.vi.footer(7)).toContain('Mỗi đợt mới cần ít nhất bảy người');
  for (const language of LANGUAGES) expect(pagesMessages[language].trend.read('week')).not.toMatch(/at least|ít nhất/);
});

describe('what we promise', () => {
  it('names everything that is not protected', () => {
    const { sections } = pagesMessages.en.promise({ company: 'Acme', k: 5, clock: 'weekly' });
    expect(sections.map(({ title }) => title)).toEqual([
      'What is sent',
      'What is stored',
      'What is shown',
      'What is not protected',
    ]);
    const limits = sections[3]?.points.map(({ text }) => text).join(' ');
    for (const limit of [
      'If all but one in a release tell each other what they said, four of five',
      'each of them did',
      'one of them did, though not who',
      'guess who rated',
      'did not change their mind',
      'Whoever changed its program could keep more',
      'the server’s secret and its database',
      'those of one person in a quarter share a pseudonym',
      'your computer spoke to it',
      'What you write',
    ]) {
      expect(limits).toContain(limit);
    }
  });

  it.each([
    ['en', 'two exceptions', 'one person’s wait is not shown', 'nothing of their score', 'with fewer people behind it'],
    [
      'vi',
      'hai ngoại lệ',
      'thời gian chờ của một người không được hiện',
      'không nói gì về điểm',
      'dù gồm ít người hơn',
    ],
  ] as const)('names in %s where fewer than k may stand behind a difference', (language, ...said) => {
    const shown = pagesMessages[language].promise({ company: 'Acme', k: 5, clock: 'weekly' }).sections[2];
    const text = [shown?.lead, ...(shown?.points.map((point) => point.text) ?? [])].join(' ');
    for (const words of said) expect(text).toContain(words);
  });

  it('says the numbers of this deployment', () => {
    const text = (k: number, clock: 'weekly' | 'daily' | 'seconds') =>
      texts(pagesMessages.en.promise({ company: 'Acme', k, clock }))
        .map(([, each]) => each)
        .join(' ');
    expect(text(7, 'daily')).toContain(
      'Every day at 06:00 what waits for a team is published together, if it comes from at least seven people.',
    );
    expect(text(7, 'daily')).toContain('six of seven');
    expect(text(7, 'daily')).toContain('the key changes on the first day of a quarter');
    expect(text(5, 'weekly')).toContain('Every Monday at 06:00');
    expect(text(5, 'weekly')).toContain('the key changes on the first Monday of a quarter');
    expect(text(5, 'seconds')).toContain('a demonstration');
  });

  it.each(LANGUAGES)('names in %s each tool that the extension asks beside the page, and no other', (language) => {
    const promise = texts(pagesMessages[language].promise({ company: 'Acme', k: 5, clock: 'weekly' }));
    const listed = promise.flatMap(([, text]) => /\(([^()]*Jira Cloud[^()]*)\)/.exec(text)?.[1]?.split(', ') ?? []);
    const asking = new Set(SITES.filter(({ reads }) => reads.length > 0).map(({ id }) => id));
    const asked = SITE_IDS.filter((id) => asking.has(id)).map((id) => KNOWN_SITES[id].name);
    expect(asked.length).toBeGreaterThan(3);
    expect(listed.sort()).toEqual(asked.sort());
  });
});
