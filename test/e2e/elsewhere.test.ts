// Pages that no description reads: the popup remembers the team that was rated there last.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { personAt, TEAM } from '../stack/acme.ts';
import { signIn, until } from '../stack/harness.ts';
import { onDisk } from './disk.ts';
import { stage } from './stage.ts';
import { anywhere, background, flaws } from './toolbar.ts';

const play = stage();
const here = anywhere(play);
const { popupAt } = here;

const ratings = async () =>
  (
    await play.stack.db().prepare('SELECT team, score FROM rating ORDER BY id').all<{ team: number; score: number }>()
  ).results.map(({ team, score }) => [team, score]);

const field = (popup: Page) => popup.getByRole('combobox', { name: 'Which team answered you?' });
const faces = (popup: Page, team: string) => popup.getByRole('radiogroup', { name: `How was ${team}’s answer?` });
const wish = (popup: Page) => popup.getByRole('button', { name: 'Tell your admin that this site should be known' });

/** What the popup offers at an address: the name in the field, which is the team that has faces. */
async function offeredAt(address: string): Promise<string> {
  const popup = await popupAt(address);
  const offered = await field(popup).inputValue();
  expect(await popup.getByRole('radiogroup').count()).toBe(offered === '' ? 0 : 1);
  if (offered !== '') expect(await faces(popup, offered).getByRole('radio', { checked: true }).count()).toBe(0);
  await popup.close();
  return offered;
}

async function rateAt(address: string, team: string, score: string): Promise<void> {
  const before = (await ratings()).length;
  const popup = await popupAt(address);
  await field(popup).fill(team.slice(0, 3));
  await popup.getByRole('option', { name: team }).click();
  await faces(popup, team).getByRole('radio', { name: score, exact: true }).click();
  await until('the rating', async () => (await ratings()).length === before + 1);
  await popup.close();
}

describe('the team that was rated last', () => {
  it('is offered on the pages beside, then on the whole host, and nowhere else; nothing is rated by itself', async () => {
    expect(await offeredAt('https://tickets.acme.test/queue/12?from=mail#comment')).toBe('');
    await rateAt('https://tickets.acme.test/queue/12?from=mail#comment', 'Finance', 'Good');
    expect(await offeredAt('https://tickets.acme.test/queue/13')).toBe('Finance');
    expect(await offeredAt('https://tickets.acme.test/')).toBe('Finance');
    expect(await offeredAt('https://wiki.acme.test/queue/12')).toBe('');
    await rateAt('https://tickets.acme.test/contracts/7', 'Legal', 'OK');
    expect(await offeredAt('https://tickets.acme.test/contracts/8/edit')).toBe('Legal');
    expect(await offeredAt('https://tickets.acme.test/queue/14')).toBe('Finance');
    expect(await offeredAt('https://tickets.acme.test/search')).toBe('Legal');
    expect(await ratings()).toEqual([
      [TEAM.finance, 4],
      [TEAM.legal, 3],
    ]);
  });

  it('is rated with one click, is the first of the list, and gives way to another', async () => {
    const popup = await popupAt('https://tickets.acme.test/queue/15');
    await popup.getByText('as last time').waitFor();
    await field(popup).click();
    const listed = await popup.getByRole('option').allTextContents();
    expect(listed[0]).toBe('Finance');
    expect(listed.length).toBeGreaterThan(5);
    expect(new Set(listed).size).toBe(listed.length);
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      expect(await flaws(popup), colorScheme).toEqual([]);
    }
    await popup.keyboard.press('Escape');
    await faces(popup, 'Finance').getByRole('radio', { name: 'Poor', exact: true }).click();
    await until('the rating', async () => String((await ratings()).at(-1)) === `${TEAM.finance},2`);
    await field(popup).fill('leg');
    await popup.keyboard.press('Enter');
    await faces(popup, 'Legal').waitFor();
    expect(await popup.getByRole('radiogroup').count()).toBe(1);
    await popup.close();
  });

  it('shows what was said on this very page, and takes another score for it', async () => {
    const popup = await popupAt('https://tickets.acme.test/queue/15');
    await faces(popup, 'Finance').getByRole('radio', { name: 'Poor', exact: true, checked: true }).waitFor();
    const before = (await ratings()).length;
    await faces(popup, 'Finance').getByRole('radio', { name: 'Very good' }).click();
    await until('the changed score', async () => String((await ratings()).at(-1)) === `${TEAM.finance},5`);
    expect(await ratings()).toHaveLength(before);
    await popup.close();
  });

  it('is taken on an address of any length', async () => {
    const long = `https://tickets.acme.test/long?${'state=0123456789abcdef&'.repeat(400)}`;
    expect(long.length).toBeGreaterThan(8_000);
    await rateAt(long, 'Legal', 'Poor');
    const popup = await popupAt(long);
    await faces(popup, 'Legal').getByRole('radio', { name: 'Poor', exact: true, checked: true }).waitFor();
    await popup.close();
    expect(await offeredAt(`${long}x`)).toBe('Legal');
  });

  it('is kept without a word of the address', async () => {
    const tables = await onDisk(here.an);
    expect(tables.lastRated?.length).toBeGreaterThan(4);
    for (const word of ['tickets', 'queue', 'contracts', 'comment']) {
      expect(JSON.stringify(tables)).not.toContain(word);
    }
  });
});

describe('a page that a description fits only by its address', () => {
  const ROUNDCUBE = 'https://webmail.vendor.example/?_task=mail&_mbox=INBOX&_uid=1&_action=show';
  const PORTAL = 'https://acme.atlassian.net/servicedesk/customer/portal/3/OPS-7';
  const none = (popup: Page) => popup.getByText('No answer from another team is open here.');
  const picture = (popup: Page) => popup.getByText('Something is not recognised here?');

  it.each([
    ['a webmail that the company has not set', ROUNDCUBE, 1],
    ['a portal on a host that has a description for its other pages', PORTAL, 0],
  ])('is as any other that nobody reads: %s', async (_, address, wishes) => {
    expect(await offeredAt(address)).toBe('');
    await rateAt(address, 'Finance', 'OK');
    const popup = await popupAt(address.replace('uid=1', 'uid=2').replace('OPS-7', 'OPS-8'));
    await popup.getByText('as last time').waitFor();
    expect(await field(popup).inputValue()).toBe('Finance');
    await popup.getByText('Answers are not recognised on this page.').waitFor();
    expect(await none(popup).count()).toBe(0);
    expect(await picture(popup).count()).toBe(0);
    expect(await wish(popup).count()).toBe(wishes);
    await popup.close();
  });

  it.each([
    'https://mail.google.com/mail/u/0/#inbox',
    'https://acme.atlassian.net/jira/software/projects/OPS/boards/1',
    'https://acme.atlassian.net/issues/?jql=text',
  ])('is known where a script of ours is there to read it: %s', async (address) => {
    const popup = await popupAt(address);
    await none(popup).waitFor();
    expect(await picture(popup).count()).toBe(1);
    await popup.close();
  });
});

it('forgets teams at sign-out', async () => {
  const popup = await popupAt('https://wiki.acme.test/');
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  await popup.close();
  expect(await onDisk(here.an)).toMatchObject({ lastRated: [] });
});

it('keeps nothing of what the server says to somebody who signs out while it is asked', async () => {
  await signIn(here.an, personAt('an@acme.test').subject);
  const answer = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  // The last thing that is asked for.
  await here.an.context.route('**/api/sites', async (route) => {
    asked.resolve();
    await answer.promise;
    await route.continue();
  });
  await (await background(here.an)).evaluate(() => chrome.alarms.create('refresh', { when: Date.now() }));
  await asked.promise;
  const popup = await popupAt('https://wiki.acme.test/');
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  await popup.close();
  answer.resolve();
  await signIn(here.an, personAt('lead.sales@acme.test').subject);
  const known = await until('what it says to the next', async () => {
    const kept = JSON.stringify((await onDisk(here.an)).known);
    return kept.includes('lead.sales@acme.test') && kept;
  });
  expect(known).not.toContain('"an@acme.test');
});
