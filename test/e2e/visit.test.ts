// What a visit does with the rows: where they stand, what they keep, when it looks again, what it asks.
import { describe, expect, it } from 'vitest';
import { until } from '../stack/harness.ts';
import { rateWith, untilSays } from './open-row.ts';
import { BOTH, mail, moveTo, rate, rows, rowsAre, rowUnder, thread, visits, webmail } from './visit-page.ts';

const { asContentScript, open } = visits();

describe('a visit', () => {
  it('puts one row per team under its newest response, and asks once', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    expect(await page.evaluate('parts.asked')).toEqual(['t']);
  });

  it('follows the conversation that is shown', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.evaluate(
      (html) => document.querySelector('main')?.setHTMLUnsafe(html),
      thread('u', [['n1', 'finance']]),
    );
    await rowsAre(page, ['n1 mail-body 5']);
    await page.evaluate(() => document.querySelector('main')?.replaceChildren());
    await rowsAre(page, []);
  });

  it('finds a message that is opened later', async () => {
    const page = await open(
      webmail(`<section class="thread" data-thread="t">${mail(['m1', 'it-help'], false)}</section>`),
    );
    await until('a first look', () => page.evaluate('parts.asked.length > 0'));
    expect(await rows(page)).toEqual([]);
    await page.evaluate(
      (html) => {
        const article = document.querySelector('article');
        if (article) article.outerHTML = html;
      },
      mail(['m1', 'it-help']),
    );
    await rowsAre(page, ['m1 mail-body 3']);
  });

  it('keeps the very row, with what it shows, when the page draws itself anew', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await rate(page, 'm4', 'Good');
    await page.evaluate(() => {
      Object.assign(window, { kept: document.querySelector('[data-mail="m4"] hearback-rating') });
    });
    await page.evaluate((html) => document.querySelector('main')?.setHTMLUnsafe(html), thread());
    await rowsAre(page, BOTH);
    expect(
      await page.evaluate(
        () => document.querySelector('[data-mail="m4"] hearback-rating') === Reflect.get(window, 'kept'),
      ),
    ).toBe(true);
    await untilSays(rowUnder(page, 'm4'), 'Good · saved');
  });

  it('moves the row when a newer response of that team comes', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.evaluate(
      (html) => document.querySelector('.thread')?.insertAdjacentHTML('beforeend', html),
      mail(['m6', 'it-help']),
    );
    await rowsAre(page, ['m3 mail-body 4', 'm6 mail-body 3']);
  });

  it('looks again by itself where nothing can be heard: a style sheet put a message away', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.addStyleTag({ content: '[data-mail="m4"] .mail-body { display: none }' });
    await rowsAre(page, ['m2 mail-body 3', 'm3 mail-body 4']);
  });

  it('notices who is named in a header that changes in place', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.locator('[data-mail="m4"] .from').evaluate((from) => from.setAttribute('href', 'mailto:hr@acme.test'));
    await rowsAre(page, ['m2 mail-body 3', 'm4 mail-body 4']);
  });

  it.each([
    ['of another conversation', 'u 3', () => document.querySelector('.thread')?.setAttribute('data-thread', 'u')],
    [
      'by somebody else',
      't 4',
      () => document.querySelector('[data-mail="m4"] .from')?.setAttribute('href', 'mailto:hr@acme.test'),
    ],
    [
      'of no conversation, for a moment',
      'u 3',
      () => {
        const thread = document.querySelector('.thread');
        thread?.removeAttribute('data-thread');
        setTimeout(() => thread?.setAttribute('data-thread', 'u'), 500);
      },
    ],
  ])(
    'rates nothing under a message that has just become one %s, where nobody had looked yet',
    async (_, then, become) => {
      const page = await open();
      await rowsAre(page, BOTH);
      await moveTo(page, rowUnder(page, 'm4').getByRole('radio', { name: 'Good', exact: true }));
      await page.evaluate(become);
      await page.mouse.down();
      await page.mouse.up();
      await until('the next question', () => page.evaluate('parts.asked.length > 1'));
      expect(await page.evaluate('parts.rated')).toEqual([]);
      // What stands there now can be rated.
      await rate(page, 'm4', 'Poor');
      expect(new Set(await page.evaluate<string[]>('parts.rated'))).toEqual(new Set([then]));
    },
  );

  it('asks who answered of no message that has just become another, where nobody had looked yet', async () => {
    const page = await open(webmail(), { before: `${asContentScript()} parts.unknown.message = 'm5';` });
    await rowsAre(page, [...BOTH, 'm5 mail-body none']);
    const question = rowUnder(page, 'm5').getByRole('button');
    await moveTo(page, question);
    await page.evaluate(() => document.querySelector('.thread')?.setAttribute('data-thread', 'u'));
    await page.mouse.down();
    await page.mouse.up();
    await until('the next question', () => page.evaluate('parts.asked.length > 1'));
    expect(await page.evaluate('parts.chosen')).toEqual([]);
    await rowsAre(page, [...BOTH, 'm5 mail-body none']);
    await moveTo(page, question);
    await page.mouse.down();
    await page.mouse.up();
    await until('the click that counts', () => page.evaluate<boolean>('parts.chosen.length > 0'));
  });

  it('reads a very long conversation to its end, also when it changes meanwhile', async () => {
    const long = Array.from({ length: 4000 }, (_, index): [string, string] => [`m${index}`, index ? 'it-help' : 'an']);
    const page = await open(webmail(thread('t', long)));
    await page.evaluate(
      (html) => document.querySelector('.thread')?.insertAdjacentHTML('beforeend', html),
      mail(['last', 'hr']),
    );
    await rowsAre(page, ['m3999 mail-body 3', 'last mail-body 4']);
  });

  it('shows what the background tells, of this conversation only', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    const tell = (conversation: string, score: number) =>
      page.evaluate(
        `parts.tell({ kind: 'state', place: { site: 'sample', conversation: '${conversation}', team: 3 }, state: { kind: 'queued', score: ${score}, until: 'online' } })`,
      );
    await tell('another', 1);
    await tell('t', 2);
    await untilSays(rowUnder(page, 'm4'), 'Poor · kept');
  });

  it('asks again when the background says so, and after it did not answer', async () => {
    const page = await open(webmail(), { before: `${asContentScript()} parts.switches.silent = true;` });
    await page.locator('.mail-body').first().waitFor();
    await page.evaluate('parts.switches.silent = false');
    await rowsAre(page, BOTH);
    await page.evaluate(`parts.teams.delete('mail:hr@acme.test'); parts.tell({ kind: 'refresh' })`);
    await rowsAre(page, ['m4 mail-body 3']);
  });

  const NO_ROW = webmail(thread('t', [['m1', 'bao']]));
  it.each([
    ['has no row', NO_ROW, null],
    ['has rows', webmail(), null],
    ['wrote itself anew', webmail(), NO_ROW],
  ])('asks again when somebody comes back to it and it %s', async (_, html, anew) => {
    const page = await open(html);
    const asked = () => page.evaluate<number>('parts.asked.length');
    await until('the first question', async () => (await asked()) === 1);
    if (anew) {
      await page.evaluate((text) => {
        document.open();
        document.write(text);
        document.close();
      }, anew);
      await until('the question of what it wrote', async () => (await asked()) === 2);
    }
    const before = await asked();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await until('one more', async () => (await asked()) === before + 1);
  });

  it('says that a click was not saved when the extension was replaced', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.evaluate('parts.switches.gone = true');
    const row = rowUnder(page, 'm4');
    await rateWith(row, 'Good', async () => !(await row.locator('.faces').isVisible()));
    await untilSays(row, 'Hearback was updated: reload the page');
  });

  it('takes everything away at its end', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.evaluate('parts.stop()');
    expect(await rows(page)).toEqual([]);
    await page.evaluate((html) => document.querySelector('main')?.setHTMLUnsafe(html), thread('u'));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    expect([await rows(page), await page.evaluate('parts.asked')]).toEqual([[], ['t']]);
  });
});
