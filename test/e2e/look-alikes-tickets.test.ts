// The same on ticket tools: whoever writes may be called like a colleague's address there. On every page of test/pages each name
// but the reader's is made an imitation of an address that no page holds, and what comes of it must be no row for its team.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeenConversation } from '../../extension/protocol.ts';
import { siteAt } from '../../extension/sites/index.ts';
import { chooseResponses } from '../../extension/sites/responses.ts';
import { accountKey } from '../../extension/sites/teams.ts';
import { groundOf, vouched } from '../../extension/sites/vouched.ts';
import { nameKey } from '../../shared/directory/format.ts';
import type { Expected } from '../pages/expected/expected.ts';
import { accounts, people, personAt, TEAM } from '../stack/acme.ts';
import { bundle, pagesInChromium, pageText } from './reader.ts';

const FILES = import.meta.glob<{ expected?: Expected[] }>('../pages/expected/*.ts', { eager: true });
const all = Object.values(FILES).flatMap(({ expected = [] }) => expected);

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./reader.parts.ts');
});
afterEach(() => pages.closeAll());

const TEAMS = new Map([
  ...accounts.map((account) => [accountKey(account), account.team] as const),
  ...people.map(({ name, team }) => [`name:${nameKey(name)}`, team] as const),
]);
const text = (raw: string) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Messages and teams of the rows of a page, after a change of its text. */
async function rows(one: Expected, change: (html: string) => string) {
  const html = Object.entries(one.swap ?? {}).reduce(
    (page, [from, to]) => page.replaceAll(from, to),
    pageText(one.page),
  );
  const tab = await pages.open(one.address, change(html), { before: parts, answers: one.answers ?? {} });
  const { page }: { page: { conversation: SeenConversation } | null } = await tab.evaluate(
    `parts.read(${JSON.stringify(one.set ?? null)})`,
  );
  const url = new URL(one.address);
  const site = siteAt(url, one.set ?? null);
  if (!page || !site) throw new Error('no conversation was found');
  const { email, name, team } = personAt(one.reader ?? 'an@acme.test');
  const me = { team, name, accounts: [`mail:${email}`] };
  const seen = vouched(page.conversation, groundOf([site], url, one.set ? [one.set] : null), me);
  const known = { teams: new Map([...TEAMS, ...Object.entries(one.listed ?? {})]) };
  return chooseResponses(seen, known, me).map((row) => [row.message, row.team] as const);
}

const tickets = all.filter(({ address, set, beside }) => !beside && siteAt(new URL(address), set)?.kind === 'ticket');
/** Everybody whom a page names but the reader, in any order of their names; what is an address is no name. */
const othersOn = (one: Expected): string[] => {
  const reader = personAt(one.reader ?? 'an@acme.test').name;
  const named = one.messages.flatMap(([, , { name = null, called = null } = {}]) => name ?? called ?? []);
  return [...new Set([...named, ...people.map(({ name }) => name)])].filter(
    (name) => !name.includes('@') && nameKey(name) !== nameKey(reader),
  );
};
const calling = (one: Expected, name: string) => (html: string) =>
  othersOn(one).reduce((page, other) => page.replaceAll(other, text(name)), html);

it('every ticket tool is among them', () => {
  expect(new Set(tickets.map(({ address, set }) => siteAt(new URL(address), set)?.id)).size).toBeGreaterThan(10);
});

describe.each(tickets.map((one) => [one.page, one.about, one] as const))('%s: %s', (_page, _about, one) => {
  it.each([
    'Planning <planning@acme.test>',
    'planning@acme.test',
    '<planning@acme.test>',
    '"Planning" <mailto:planning@acme.test>',
  ])('has no row for Production where somebody is called %s', async (name) => {
    expect((await rows(one, calling(one, name))).map(([, team]) => team)).not.toContain(TEAM.production);
  });
});

describe('Request Tracker', () => {
  const RT = tickets.filter(({ page }) => page === 'request-tracker.html');
  const [shown, concise] = RT;
  if (!shown || !concise) throw new Error('no page of Request Tracker');
  const HR_LISTED = concise.listed ?? {};
  /** What stands where the mail from outside says who wrote it. */
  const outside = (name: string) => (html: string) =>
    html.replace(/(data-user-id="41">)[^<]*/, (_, before: string) => before + text(name));

  it('has a row for whoever shows their address where it shows everybody’s beside the name', async () => {
    expect(await rows(shown, outside('IT Helpdesk <it-help@acme.test>'))).toContainEqual(['16', TEAM.it]);
  });

  it.each([
    'IT <it-help@acme.test>',
    'it-help@acme.test',
    'bich (Trần Thị Bích)',
    'an (Nguyễn Văn An)',
    'Nguyễn Văn An <an@acme.test>',
  ])('has none for %s where it shows names alone, listed accounts or not', async (name) => {
    expect(await rows(concise, outside(name))).toEqual([['15', TEAM.hr]]);
    expect(await rows({ ...concise, listed: {} }, outside(name))).toEqual([]);
  });

  it('has none where the reader wrote nothing that shows how names are shown', async () => {
    const silent = (html: string) =>
      outside('IT <it-help@acme.test>')(html.replaceAll('data-user-id="5"', 'data-user-id="9"'));
    const asked = { ...HR_LISTED, 'rt:rt.acme.test/9': TEAM.sales };
    expect(await rows({ ...shown, listed: asked }, silent)).toEqual([['15', TEAM.hr]]);
  });
});
