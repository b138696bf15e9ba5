// The picture of a page that its reader may save: how the page is built, and not a word of what it says.
import fc from 'fast-check';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bundle, pagesInChromium, pageText } from './reader.ts';

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./tree.parts.ts');
});
afterEach(() => pages.closeAll());

const EMPTY = '<!doctype html><title>Mail</title>';
const open = () => pages.open('https://mail.acme.test/', EMPTY, { before: parts });

/** A secret that no word of a page's own making holds. */
const canary = fc.stringMatching(/^zirk[a-z]{2,8}$/);
const OF = ['div', 'span', 'p', 'a', 'td', 'article', 'section', 'x-card'];
const PLACES = [
  (word: string) => ['', word],
  (word: string) => [`title="${word} ${word}"`, ''],
  (word: string) => [`href="mailto:${word}@acme.test?subject=${word}"`, word],
  (word: string) => [`email="${word}@acme.test" name="${word.toUpperCase()}"`, ''],
  (word: string) => [`aria-label="From ${word}"`, ''],
  (word: string) => [`data-hovercard-id="${word}"`, ''],
  (word: string) => [`onclick="open('${word}')" style="background:url(${word})"`, ''],
  (word: string) => [`role="${word}" type="${word}" dir="${word}"`, ''],
  (word: string) => [`class="user-${word} ${word}Box" id="by_${word}"`, word],
  (word: string) => [`data-testid="${word}-card"`, `<i alt="${word}"></i>`],
  (word: string) => [`data-${word}="1" class="is-${word}"`, word],
  // In a name and nowhere else.
  (word: string) => [`class="assignee-${word} tag-${word}s ${word}"`, ''],
  (word: string) => [`id="user${word}" class="for${word.toUpperCase()} ${word.slice(0, 5)}Box ${word}1"`, ''],
  (word: string) => [`id="${word}:1" data-testid="presence.${word}.card"`, ''],
  (word: string) => [`data-${word} ${word}="" x-${word}-item="list"`, ''],
  (word: string) => ['', `<${word}-card class="card"></${word}-card><${word}></${word}>`],
  (word: string) => [
    '',
    `<!-- ${word} --><script>${word}</script><style>.${word}{}</style><svg><text>${word}</text></svg>`,
  ],
] as const;

it('holds no secret of the page, wherever it stands and however it is written', async () => {
  const page = await open();
  const node = fc.tuple(fc.constantFrom(...OF), fc.constantFrom(...PLACES), canary);
  await fc.assert(
    fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 12 }), fc.boolean(), async (nodes, nested) => {
      const html = nodes.reduceRight((inside, [tag, place, word]) => {
        const [attributes, text] = place(word);
        const own = `<${tag} ${attributes}>${text}`;
        return nested ? `${own}${inside}</${tag}>` : `${own}</${tag}>${inside}`;
      }, '');
      const picture: string = await page.evaluate((text) => Reflect.get(window, 'parts').picture(text), html);
      expect(picture.toLowerCase()).not.toContain('zirk');
    }),
    { numRuns: 150 },
  );
});

it.each([
  [
    '<div id="user-bichtran" class="assignee-bich-tran tag-layoffs"><p>Hello</p></div>',
    '<div id="user-x" class="assignee-x-x tag-x">',
  ],
  ['<div data-testid="presence.hoangle.card"></div>', '<div data-testid="x.x.card">'],
  ['<bich-tran data-bichtran="1"></bich-tran><bich></bich>', '<x-x data-x="0">\n    <x>'],
  ['<i class="an AN nguyễn col-12 item7 a1b2c3 ticketList bJ"></i>', '<i class="x x x col-0 item0 x ticketList bJ">'],
])('keeps of a name only words that pages are built of: %s', async (html, drawn) => {
  const page = await open();
  const picture: string = await page.evaluate((text) => Reflect.get(window, 'parts').picture(text), html);
  expect(picture).toContain(drawn);
});

it('keeps the names that the descriptions of the site use, and no other site’s', async () => {
  const page = await open();
  const html = '<div class="rcmContactAddress gE"><hr class="journal-bich" data-legacy-thread-id="1"></div>';
  const pictures: string[] = await page.evaluate(
    (text) => ['roundcube', 'gmail'].map((id) => Reflect.get(window, 'parts').picture(text, id)),
    html,
  );
  expect(pictures[0]).toContain('class="rcmContactAddress gE"');
  expect(pictures[0]).toContain('class="journal-x" data-x-thread-id="0"');
  expect(pictures[1]).toContain('class="x gE"');
  expect(pictures[1]).toContain('data-legacy-thread-id="0"');
});

it('holds no name, address, id or text of the people on real pages, and still the names that a description needs', async () => {
  const page = await open();
  for (const [name, kept] of [
    ['gmail', ['class="gD"', 'data-legacy-message-id=', 'role="main"', 'class="ii gt"']],
    ['redmine', ['journal has-notes', 'class="wiki"', 'id="change-0"']],
    ['jira-cloud', ['data-testid="comment-base-item-0"', 'class="ak-renderer-document"']],
    ['zendesk', ['data-test-id="omni-log-comment-user-link"']],
  ] as const) {
    const picture: string = await page.evaluate(
      ([text, id]) => Reflect.get(window, 'parts').picture(text, id),
      [pageText(`${name}.html`), name],
    );
    for (const word of ['acme', 'bich', 'Bích', 'Nguyễn', 'Hoàng', 'helpdesk', 'VPN']) {
      expect(picture.toLowerCase()).not.toContain(word.toLowerCase());
    }
    expect(picture).not.toMatch(/\d{2}/);
    for (const part of kept) expect(picture).toContain(part);
  }
});
