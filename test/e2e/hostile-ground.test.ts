// Rows on pages that make it hard for them, by the real extension in Chromium. What a page does to itself at random is in
// chaos.test.ts, what it may learn in watching-page.test.ts, how each site draws itself anew in redraw.test.ts; colours and sizes are
// in row-looks.test.ts, scripts that come late in late-start.test.ts.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Driven, inSight, rowSays, theRow, until } from '../stack/harness.ts';
import {
  BOTH,
  clicksOn,
  faceIn,
  mail,
  main,
  ORIGIN,
  openPage,
  rowsAre,
  standing,
  thread,
  webmail,
} from './hostile-page.ts';
import { stage } from './stage.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

afterEach(async () => {
  for (const page of an.context.pages().slice(1)) await page.close();
});

const { rateIt } = clicksOn(play);

/** Like the page's framework does: the same again, of new nodes, in one turn. */
const drawAnew = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelector('main');
    const copy = all?.cloneNode(true);
    if (!(copy instanceof Element)) return;
    for (const row of copy.querySelectorAll('hearback-rating')) row.remove();
    all?.replaceWith(copy);
  });

describe('rows stand, and a click is saved', () => {
  it.each<[on: string, style: string, headers: Record<string, string>]>([
    [
      'whose policy allows no script, no style, no frame and no sink',
      '',
      {
        'content-security-policy':
          "default-src 'none'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    ],
    ['that forbids every animation', '* { animation: none !important }', {}],
    [
      'that forbids animations more strongly than ours',
      'html body main article.mail .mail-body.mail-body { animation: none !important }',
      {},
    ],
    ['that unsets every style of everything', '* { all: unset !important }', {}],
    [
      'that hides what it does not know',
      `:not(:defined), article > :not(.mail-head, .mail-body) {
        display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important;
        height: 0 !important; clip-path: inset(50%) !important }`,
      {},
    ],
  ])('on a page %s, also after it drew itself anew', async (on, style, headers) => {
    const page = await openPage(an, webmail(main(thread(`t-${on.replaceAll(' ', '-')}`)), style), { headers });
    await rowsAre(page, BOTH);
    await drawAnew(page);
    await rowsAre(page, BOTH);
    const boxes = await page.locator('hearback-rating').evaluateAll((rows) =>
      rows.map((row) => {
        const { x, width, height } = row.getBoundingClientRect();
        return [x >= 0, width > 300, height];
      }),
    );
    expect(boxes).toEqual([
      [true, true, 36],
      [true, true, 36],
    ]);
    await rateIt(page, 4);
  });

  it('on a page whose style sheets are wiped, also under what it draws from then on', async () => {
    const page = await openPage(an, webmail(main(thread('t-wiped')), 'main { color: #123 }'));
    await rowsAre(page, BOTH);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      for (const sheet of document.querySelectorAll('style, link')) sheet.remove();
    });
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
    await drawAnew(page);
    await rowsAre(page, BOTH);
    expect((await page.locator('hearback-rating').first().boundingBox())?.height).toBe(36);
    await rateIt(page, 3);
  });

  it('on a page that swaps its nodes, moves them and takes the rows away in one turn', async () => {
    const page = await openPage(an, webmail(main(thread('t-swap'))));
    await rowsAre(page, BOTH);
    await page.evaluate(() => {
      const section = document.querySelector('section');
      for (const body of document.querySelectorAll('.mail-body')) body.replaceWith(body.cloneNode(true));
      for (const row of document.querySelectorAll('hearback-rating')) document.body.append(row);
      section?.replaceWith(section.cloneNode(true));
    });
    await rowsAre(page, BOTH);
    await rateIt(page, 2);
  });

  it('on a page that takes messages away as they leave the screen, and keeps what the row shows', async () => {
    const page = await openPage(
      an,
      webmail(
        main(
          thread('t-virtual', [
            ['m1', 'an'],
            ['m2', 'bao'],
            ['m3', 'bao'],
            ['m4', 'it-help'],
          ]),
        ),
        'main { height: 300px; overflow: auto } article { height: 280px; border: 1px solid }',
      ),
    );
    // As lists of thousands do: what is far from the screen is a box of the same height.
    await page.evaluate(() => {
      const list = document.querySelector('main');
      const all = [...document.querySelectorAll<HTMLElement>('article')].map((article) => ({ article, held: '' }));
      const settle = () => {
        for (const one of all) {
          const { top, bottom } = one.article.getBoundingClientRect();
          const far = bottom < -50 || top > 350;
          if (far && one.held === '') {
            one.held = one.article.innerHTML.replace(/<hearback-rating.*?<\/hearback-rating>/, '');
            one.article.replaceChildren();
          } else if (!far && one.held !== '') {
            one.article.innerHTML = one.held;
            one.held = '';
          }
        }
      };
      list?.addEventListener('scroll', settle);
      settle();
    });
    const scrollTo = (message: string) =>
      page.locator(`[data-mail="${message}"]`).evaluate((article) => article.scrollIntoView({ block: 'start' }));
    await scrollTo('m4');
    await until('the row of IT', async () => (await standing(page)).includes('m4 mail-body IT'));
    await rateIt(page, 5);
    await scrollTo('m1');
    await until('no row', async () => (await standing(page)).length === 0);
    await scrollTo('m4');
    await until('the row once more', async () => (await standing(page)).includes('m4 mail-body IT'));
    expect((await theRow(page, 'IT')).faces.map((face) => face.checked)).toEqual([false, false, false, false, true]);
  });

  it('on a page that keeps several conversations: only the visible one has rows', async () => {
    const page = await openPage(
      an,
      webmail(main(thread('t-left'), 'hidden') + main(thread('t-right', [['n1', 'finance']]))),
    );
    await rowsAre(page, ['n1 mail-body Finance']);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('main')) one.hidden = !one.hidden;
    });
    await rowsAre(page, BOTH);
    await rateIt(page, 1);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('main')) one.hidden = !one.hidden;
    });
    await rowsAre(page, ['n1 mail-body Finance']);
  });

  it('in a frame of the page’s own, a frame of another company’s page, and a frame inside a shadow root', async () => {
    const inner = `${ORIGIN}/inner`;
    const frame = `<iframe src="${inner}" style="width: 900px; height: 600px"></iframe>`;
    const around: [outer: string, html: string][] = [
      [`${ORIGIN}/outer`, webmail(frame)],
      ['https://portal.acme.test/', webmail(frame)],
      [`${ORIGIN}/shell`, webmail(`<x-shell><template shadowrootmode="open">${frame}</template></x-shell>`)],
    ];
    for (const [at, [address, html]] of around.entries()) {
      const others = {
        [inner]: webmail(
          main(
            thread(`t-frame-${at}`, [
              ['m1', 'an'],
              ['m2', 'it-help'],
            ]),
          ),
        ),
      };
      const page = await openPage(an, html, { address, others });
      const within = await until('the frame', () => page.frame({ url: inner }));
      await within.locator('article .mail-body + hearback-rating[data-state="idle"]').waitFor();
      await page.mouse.click(...(await faceIn(page, within, 3)));
      await rowSays(page, 'saved');
      await page.close();
    }
  });
});

describe('a page around a frame', () => {
  it('borrows no click by making the frame transparent', async () => {
    const inner = `${ORIGIN}/inner`;
    const page = await openPage(an, webmail(`<iframe src="${inner}" style="width: 900px; height: 600px"></iframe>`), {
      address: 'https://evil.example/',
      others: {
        [inner]: webmail(
          main(
            thread('t-borrowed', [
              ['m1', 'an'],
              ['m2', 'it-help'],
            ]),
          ),
        ),
      },
    });
    const within = await until('the frame', () => page.frame({ url: inner }));
    const row = within.locator('hearback-rating');
    await row.and(within.locator('[data-state="idle"]')).waitFor();
    const face = await faceIn(page, within, 5);
    await page.locator('iframe').evaluate((frame) => {
      frame.style.opacity = '0.01';
    });
    await inSight(page);
    for (let click = 0; click < 3; click++) await page.mouse.click(...face);
    expect(await row.getAttribute('data-state')).toBe('idle');
    await page.locator('iframe').evaluate((frame) => {
      frame.style.opacity = '1';
    });
    await until('a click that counts', async () => {
      await page.mouse.click(...face);
      return (await row.getAttribute('data-state')) !== 'idle';
    });
  });
});

describe('messages in a shadow root', () => {
  it('are not read: no site that is described keeps them there', async () => {
    const page = await openPage(
      an,
      webmail(
        main(
          `<section class="thread" data-thread="t-shadow">${mail(['m1', 'an'])}<x-list></x-list>${mail(['m2', 'hr'])}</section>`,
        ),
      ),
    );
    await page.evaluate(
      (html) => {
        document.querySelector('x-list')?.attachShadow({ mode: 'open' }).setHTMLUnsafe(html);
      },
      mail(['m3', 'it-help']),
    );
    await page.evaluate(
      (html) => document.querySelector('section')?.insertAdjacentHTML('beforeend', html),
      mail(['m4', 'finance']),
    );
    await rowsAre(page, ['m2 mail-body Human Resources', 'm4 mail-body Finance']);
    const inside = await page.evaluate(
      () => document.querySelector('x-list')?.shadowRoot?.querySelectorAll('hearback-rating').length,
    );
    expect(inside).toBe(0);
  });
});
