// Every page of test/pages/expected, read in Chromium under the address of the site it imitates.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeenConversation, SeenMessage } from '../../extension/protocol.ts';
import { siteAt } from '../../extension/sites/index.ts';
import { chooseResponses, chooseUnknown } from '../../extension/sites/responses.ts';
import { namesConversation, signsOf } from '../../extension/sites/signs.ts';
import { accountKey } from '../../extension/sites/teams.ts';
import { groundOf, vouched } from '../../extension/sites/vouched.ts';
import { nameKey } from '../../shared/directory/format.ts';
import { SITE_IDS } from '../../shared/words.ts';
import type { Expected } from '../pages/expected/expected.ts';
import { accounts, people, personAt } from '../stack/acme.ts';
import { bundle, hasBeside, pageNames, pagesInChromium, pageText } from './reader.ts';

const FILES = import.meta.glob<{ expected?: Expected[] }>('../pages/expected/*.ts', { eager: true });
const all = Object.values(FILES)
  .flatMap(({ expected = [] }) => expected)
  .filter(({ page, beside }) => !beside || hasBeside(page));

it('every site and every page that there is has its expectations', () => {
  const written = Object.values(FILES).flatMap(({ expected = [] }) => expected);
  const sites = new Set(written.map(({ address, set }) => siteAt(new URL(address), set ?? null)?.id));
  expect(SITE_IDS.filter((id) => !sites.has(id))).toEqual([]);
  const named = (beside: boolean) => new Set(written.filter((one) => !!one.beside === beside).map(({ page }) => page));
  expect([...pageNames('own')].filter((page) => !named(false).has(page))).toEqual([]);
  expect([...pageNames('beside')].filter((page) => !named(true).has(page))).toEqual([]);
});

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
const key = (account: SeenConversation['self']) => account && accountKey(account);
const moreOf = ({ name, free, sentAt, staff, automatic, expanded, recipients }: SeenMessage) => ({
  ...(name === null ? {} : free ? { called: name } : { name }),
  ...(sentAt === null ? {} : { at: new Date(sentAt).toISOString() }),
  ...(staff ? { staff } : {}),
  ...(automatic ? { automatic } : {}),
  ...(expanded ? {} : { collapsed: true }),
  ...(recipients.length === 0 ? {} : { to: recipients.map(({ id }) => id) }),
});

describe.each(all.map((one) => [one.page, one.about, one] as const))('%s: %s', (_name, _about, one) => {
  it.each([
    ['is read as expected, and gets exactly its rows', false],
    ['is read no other way where each text that somebody wrote holds the whole page again', true],
  ])('%s', async (_it, imitated) => {
    const html = Object.entries(one.swap ?? {}).reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      pageText(one.page, one.beside ? 'beside' : 'own'),
    );
    const page = await pages.open(one.address, html, { before: parts, answers: one.answers ?? {} });
    const set = JSON.stringify(one.set ?? null);
    if (imitated) expect(await page.evaluate(`parts.imitate(${set})`)).toBeGreaterThan(0);
    const read: { faults?: string[]; page: { conversation: SeenConversation; bodies: [string, string][] } | null } =
      await page.evaluate(`parts.read(${set})`);
    const seen = read.page?.conversation;
    expect(read.faults, 'reports').toEqual(one.faults ?? []);
    const site = siteAt(new URL(one.address), one.set ?? null);
    if (!site) throw new Error('no description stands for the address');
    const stands = (selector: string) => document.querySelector(selector) !== null;
    const isSeen = await page.evaluate(stands, signsOf([site]).selector);
    expect(isSeen || namesConversation(one.address, [site]), 'the loader has a visit put in').toBe(true);
    if (!seen) throw new Error('no conversation was found');
    expect({
      conversation: seen.id,
      self: key(seen.self),
      selfName: seen.selfName,
      queue: seen.queue,
      messages: seen.messages.map((message) => [message.id, key(message.author), moreOf(message)]),
    }).toEqual({
      conversation: one.conversation,
      self: one.self,
      selfName: one.selfName ?? null,
      queue: one.queue ?? null,
      messages: one.messages.map(([id, author, more = {}]) => [
        id,
        author,
        more.at === undefined ? more : { ...more, at: new Date(more.at).toISOString() },
      ]),
    });
    const { email, name, team, jira } = personAt(one.reader ?? 'an@acme.test');
    const me = { team, name, accounts: [`mail:${email}`, `jira:${jira}`] };
    const known = { teams: new Map([...TEAMS, ...Object.entries(one.listed ?? {})]) };
    const ground = groundOf([site], new URL(one.address), one.set ? [one.set] : null);
    const believed = vouched(seen, ground, me);
    const rows = chooseResponses(believed, known, me);
    expect(rows.map(({ message, team: by }) => [message, by])).toEqual(one.rows);
    expect(chooseUnknown(believed, known, me)?.id).toEqual(one.ask);
    const bodies = new Set(read.page?.bodies.map(([id]) => id));
    for (const { message } of rows) expect(bodies).toContain(message);
  });
});
