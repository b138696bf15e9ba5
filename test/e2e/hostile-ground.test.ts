// Rows on pages that make it hard for them, by the real extension in Chromium. What a page does to itself at random is in
// chaos.test.ts, what it may learn in watching-page.test.ts, how each site draws itself anew in redraw.test.ts.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Score } from '../../shared/words.ts';
import { TEAM } from '../stack/acme.ts';
import { clickFace, type Driven, inSight, rowSays, theRow, until } from '../stack/harness.ts';
import {
  BOTH,
  contrast,
  faceIn,
  mail,
  main,
  ORIGIN,
  openPage,
  partsOf,
  rowsAre,
  standing,
  thread,
  webmail,
} from './hostile-page.ts';
import { stage } from './stage.ts';
import { background } from './toolbar.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

afterEach(async () => {
  for (const page of an.context.pages().slice(1)) await page.close();
});

const rated = (team: number, score: Score) =>
  until(`${score} for team ${team}`, async () => {
    const newest = 'SELECT score FROM rating WHERE team = ?1 ORDER BY id DESC';
    return (await play.stack.db().prepare(newest).bind(team).first<{ score: number }>())?.score === score;
  });
/** A click on the row of IT is saved, and the server has it. */
async function rateIt(page: Page, score: Score): Promise<void> {
  await clickFace(page, score, 'IT');
  await rowSays(page, 'saved');
  await rated(TEAM.it, score);
}
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

describe('how a row looks and moves', () => {
  /** Of the question, and of what the row says of the rating. */
  const inks = async (page: Page) => {
    const parts = [
      ...(await partsOf(page, page.mainFrame(), 'q')),
      ...(await partsOf(page, page.mainFrame(), 'status')),
    ];
    const viewer = await an.context.newPage();
    const ratios = [];
    for (const { x, y, width, height } of parts) {
      ratios.push(await contrast(page, { x, y: y + 8, width: Math.min(width, 480), height: height - 16 }, viewer));
    }
    return ratios;
  };

  it.each([
    ['dark by a class alone', 'body.dark { background: #1b1d22; color: #c9cdd6 }', 'light', 'none'],
    ['dark in quiet letters', 'body.dark { background: #222; color: #b4b4b4 }', 'light', 'none'],
    ['light in quiet letters', 'body { background: #fff; color: #595959 }', 'light', 'none'],
    ['light where the browser is dark', 'body { background: #fff; color: #222 }', 'dark', 'none'],
    ['in forced colours', 'body { background: #fff; color: #eee }', 'light', 'active'],
    ['in forced colours, dark', 'body { background: #fff; color: #eee }', 'dark', 'active'],
  ] as const)('its words have a contrast of 4.5 on a page %s', async (_, style, colorScheme, forcedColors) => {
    const page = await openPage(an, webmail(main(thread('t-contrast')), style));
    await page.emulateMedia({ colorScheme, forcedColors });
    await clickFace(page, 4, 'Human Resources');
    await rowSays(page, 'saved');
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width: 2700, height: 1800 });
    await page.evaluate(() => {
      document.body.classList.add('dark');
      document.documentElement.style.zoom = '3';
    });
    await rowsAre(page, BOTH);
    const ratios = await inks(page);
    expect(ratios).toHaveLength(2);
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it('runs from right to left with the page: faces and arrow keys are mirrored', async () => {
    const page = await openPage(an, webmail(main(thread('t-rtl')), '', 'dir="rtl"'));
    await rowsAre(page, BOTH);
    const xs = (await partsOf(page, page.mainFrame(), 'radio')).map(({ x }) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => b - a));
    await page.locator('[data-mail="m3"] .mail-body').evaluate((body) => {
      body.tabIndex = 0;
      body.focus();
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect((await theRow(page, 'Human Resources')).faces.map((face) => face.focused)).toEqual(
      [1, 2, 3, 4, 5].map((face) => face === 2),
    );
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await rowSays(page, 'saved');
    await rated(TEAM.hr, 4);
  });

  it('fits a narrow window and text of twice the size: nothing runs out of the page', async () => {
    const page = await openPage(
      an,
      webmail(main(thread('t-zoom')), 'html { font-size: 200% } body { font-size: 1rem }'),
    );
    await page.setViewportSize({ width: 640, height: 800 });
    for (const zoom of ['1', '2']) {
      await page.evaluate((by) => {
        document.body.style.zoom = by;
      }, zoom);
      await rowsAre(page, BOTH);
      const faces = await partsOf(page, page.mainFrame(), 'radio');
      expect(faces).toHaveLength(5);
      for (const { x, width } of faces) expect(x >= 0 && x + width <= 640 && width >= 24).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await rateIt(page, 2);
  });

  it('is not printed', async () => {
    const page = await openPage(an, webmail(main(thread('t-print'))));
    await rowsAre(page, BOTH);
    const height = () => page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height ?? 0);
    const [before, rows] = [await height(), 2 * 36];
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('hearback-rating:visible').count()).toBe(0);
    expect(before - (await height())).toBeGreaterThanOrEqual(rows);
  });
});

describe('where the page may have been first', () => {
  /** As the extension does where a server is allowed while its pages are open; the script that was there makes way. */
  const startAnew = async (page: Page) => {
    await (await background(an)).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      const [{ js = [] } = {}] = chrome.runtime.getManifest().content_scripts ?? [];
      await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files: js });
    });
    await until(
      'the rows of the script that came late',
      async () => (await page.locator('hearback-rating:not([data-first])').count()) === BOTH.length,
    );
  };
  /** Tab from the last element before the row goes past it. */
  const tabGoesPast = async (page: Page) => {
    await page.evaluate(() => {
      for (const body of document.querySelectorAll<HTMLElement>('.mail-body')) body.tabIndex = 0;
      document.querySelector<HTMLElement>('[data-mail="m4"] .mail-body')?.focus();
    });
    await page.keyboard.press('Tab');
    return page.evaluate(() => document.activeElement?.closest('[data-mail]')?.getAttribute('data-mail'));
  };

  it('as after document.open(), rows come back, the mouse works and Tab leads past them', async () => {
    const html = webmail(main(thread('t-open')));
    const page = await openPage(an, html);
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page), 'before').toBe('m4');
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page)).toBe('m5');
    await rateIt(page, 3);
  });

  it('as after document.open() where the script is then started once more, the first makes way', async () => {
    const html = webmail(main(thread('t-twice')));
    const page = await openPage(an, html);
    await rowsAre(page, BOTH);
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await rowsAre(page, BOTH);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('hearback-rating')) row.setAttribute('data-first', '');
    });
    await startAnew(page);
    await page.evaluate(() => {
      const first = (node: Node) => node instanceof Element && node.hasAttribute('data-first');
      new MutationObserver((records) => {
        if (records.some(({ addedNodes }) => [...addedNodes].some(first))) document.title = 'the first fights';
      }).observe(document, { childList: true, subtree: true });
    });
    // Each script looks once a second whether its rows stand, so what puts them back has looked between one time and the next.
    for (let time = 0; time < 3; time++) {
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('hearback-rating')) row.remove();
      });
      await rowsAre(page, BOTH);
    }
    expect(await page.title()).toBe('Mail');
    await rateIt(page, 2);
  });

  it('as where the script is started in an open page, the mouse works and Tab leads past the rows', async () => {
    const page = await openPage(an, webmail(main(thread('t-late'))));
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page), 'before').toBe('m4');
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('hearback-rating')) row.setAttribute('data-first', '');
    });
    await startAnew(page);
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page)).toBe('m5');
    await rateIt(page, 1);
  });
});
