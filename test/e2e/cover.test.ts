// Whose click it is: what a page lays over a row so that the reader cannot see it, and what it honestly has around or above one.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { rowEn } from '../../shared/messages/row.en.ts';
import { until } from '../stack/harness.ts';
import { says } from './open-row.ts';
import { rate, rated, row, rowsOnShow } from './rows-on-show.ts';

const { open } = rowsOnShow();

const OVER_ALL = 'position: fixed; inset: 0; pointer-events: none';
const put = (html: string) => `document.documentElement.insertAdjacentHTML('beforeend', ${JSON.stringify(html)});`;
const COVER = put(`<div style="${OVER_ALL}; background: #fff">Win!</div>`);
const GONE_WHEN_PRESSED = put(
  `<style>html:has(:active) #c { display: none }</style><div id="c" style="${OVER_ALL}; background: #fff"></div>`,
);
/** From now on counts the looks that end: each asks the page's hit test, of several places in one turn. */
const countLooks = (page: Page) =>
  page.evaluate(`parts.looks = 0; parts.asking = false;
    document.elementsFromPoint = (x, y) => {
      if (!parts.asking) queueMicrotask(() => { parts.asking = false; });
      parts.looks += parts.asking ? 0 : 1;
      parts.asking = true;
      return Document.prototype.elementsFromPoint.call(document, x, y);
    }; 0`);
/** Until the row has looked that many times more. */
async function looked(page: Page, times: number): Promise<void> {
  const before = Number(await page.evaluate('parts.looks'));
  await until(`${times} more looks`, () => page.evaluate(`parts.looks >= ${before + times}`));
}
const face = (page: Page) => page.getByRole('radio', { name: 'Poor', exact: true });

describe.each([
  ['', 0],
  [' on a large page', 2000],
])('a click through something that hides the row%s', (_, pairs) => {
  const openPage = async () => {
    const page = await open();
    await page.evaluate((n) => document.body.insertAdjacentHTML('beforeend', '<p><i></i></p>'.repeat(n)), pairs);
    return page;
  };
  const coverOneFace = () => {
    const face = document.querySelector('hearback-rating')?.shadowRoot?.querySelector('.face:nth-child(2)');
    const { left, top, width, height } = face?.getBoundingClientRect() ?? {};
    const cover = document.createElement('div');
    cover.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; background: #fff; pointer-events: none`;
    document.body.append(cover);
  };
  it.each([
    ['lies over it', COVER],
    [
      'lies over it, on a page with a filter that changes nothing',
      `document.body.style.filter = 'brightness(1)';${COVER}`,
    ],
    ['lies over it, on a page a hair less than opaque', `document.body.style.opacity = '0.999';${COVER}`],
    ['lies over it, on a page clipped to all of itself', `document.body.style.clipPath = 'inset(0)';${COVER}`],
    ['lies over it, on a page that is moved by nothing', `document.body.style.transform = 'translateX(0)';${COVER}`],
    ['insists on letting the pointer through', put(`<div style="${OVER_ALL} !important; background: #fff"></div>`)],
    [
      'insists on it in a layer',
      put(
        `<style>@layer a { #c { pointer-events: none !important } }</style><div id="c" style="${OVER_ALL}; background: #fff"></div>`,
      ),
    ],
    ['is inert', put(`<div inert style="${OVER_ALL}; background: #fff"></div>`)],
    ['is generated', put(`<style>body::after { content: ''; ${OVER_ALL}; background: #fff }</style>`)],
    ['is a picture', put(`<canvas style="${OVER_ALL}; width: 100%; height: 100%"></canvas>`)],
    ['is a frame', put(`<iframe srcdoc="Win!" style="${OVER_ALL}; width: 100%; height: 100%"></iframe>`)],
    ['is all border', put(`<div style="${OVER_ALL}; border: 50vmax solid #fff"></div>`)],
    ['blurs it', put(`<div style="${OVER_ALL}; backdrop-filter: blur(40px)"></div>`)],
    ['is a pile of thin veils', put(`<div style="${OVER_ALL}; background: rgb(255 255 255 / 30%)"></div>`.repeat(9))],
    [
      'is a dialog over everything',
      `${put(`<div popover="manual" style="${OVER_ALL}; width: 100%; height: 100%; background: #fff"></div>`)} document.querySelector('[popover]').showPopover()`,
    ],
    ['lies over one face alone', `(${coverOneFace})()`],
    ['is its own transparency', `document.body.style.opacity = '0.01'`],
    ['is a filter that makes it transparent', `document.body.style.filter = 'opacity(2%)'`],
  ])('does not count where that %s', async (_, cover) => {
    const page = await openPage();
    await rate(page, 'Good');
    await page.evaluate(cover);
    const box = await face(page).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 16, (box?.y ?? 0) + 16);
    await until('the row to refuse the click', async () => (await says(row(page))).includes(rowEn.covered));
    expect(await rated(page)).toEqual([4]);
  });

  it('does not count either where the cover comes while the pointer rests there, and goes away as it is pressed', async () => {
    const page = await openPage();
    await rate(page, 'Good');
    const box = await face(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 16, (box?.y ?? 0) + 16];
    await countLooks(page);
    await page.mouse.move(x, y);
    await looked(page, 1);
    await page.evaluate(GONE_WHEN_PRESSED);
    // The first of them may have begun before.
    await looked(page, 2);
    await page.mouse.click(x, y);
    await until('the row to refuse the click', async () => (await says(row(page))).includes(rowEn.covered));
    expect(await rated(page)).toEqual([4]);
    await page.evaluate(`document.querySelector('#c').remove()`);
    await until('a click that counts', async () => {
      await page.mouse.click(x, y);
      return String(await rated(page)) === '4,2';
    });
  });

  it('does not count either where the cover goes away as soon as the page can tell of the press', async () => {
    const page = await openPage();
    await rate(page, 'Good');
    await page.evaluate(`${COVER} window.before = performance.eventCounts.get('mousedown');
      window.gone = new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          if (performance.eventCounts.get('mousedown') === before) return channel.port2.postMessage(0);
          document.documentElement.lastElementChild.remove();
          resolve(true);
        };
        channel.port2.postMessage(0);
      }); 0`);
    const box = await face(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 16, (box?.y ?? 0) + 16);
    await page.mouse.down();
    expect(await page.evaluate('gone')).toBe(true);
    await page.mouse.up();
    await until('the row to refuse the click', async () => (await says(row(page))).includes(rowEn.covered));
    expect(await rated(page)).toEqual([4]);
  });
});

describe('on a page so large that a look at it takes its time', () => {
  const openPage = async (pairs: number) => {
    const page = await open();
    await rate(page, 'Good');
    await page.evaluate((n) => document.body.insertAdjacentHTML('beforeend', '<p><i></i></p>'.repeat(n)), pairs);
    return page;
  };

  it('a click does not count where a cover came after the pointer, before any look that ends before the press', async () => {
    const page = await openPage(20000);
    const box = await face(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 16, (box?.y ?? 0) + 16];
    await countLooks(page);
    await page.mouse.move(x, y);
    await looked(page, 1);
    await page.evaluate(COVER);
    await page.mouse.click(x, y);
    await until('the row to refuse the click', async () => (await says(row(page))).includes(rowEn.covered));
    expect(await rated(page)).toEqual([4]);
  });

  it('the last of two quick clicks is the one that counts', async () => {
    for (let time = 0; time < 4; time += 1) {
      const page = await openPage(20000);
      const [first, last, other] = await Promise.all(
        ['Poor', 'Good', 'Very good'].map((name) => page.getByRole('radio', { name, exact: true }).boundingBox()),
      );
      const click = ({ x, y } = { x: 0, y: 0 }) => [
        page.mouse.move(x + 16, y + 16),
        page.mouse.down(),
        page.mouse.up(),
      ];
      await page.mouse.move(0, 0);
      await Promise.all([...click(first ?? undefined), ...click(last ?? undefined)]);
      await until('one of them to count', async () => String(await rated(page)).length > 1);
      await until('another click that counts', async () => {
        await Promise.all(click(other ?? undefined));
        return String(await rated(page)).endsWith('5');
      });
      expect(String(await rated(page))).toMatch(/^4,(2,)?4(,5)+$/);
    }
  });

  it('nothing goes on where the faces went out of sight during a look', async () => {
    const page = await openPage(40000);
    await page.evaluate(`window.parts.timers = 0; window.later = setTimeout;
      window.setTimeout = (what, ms) => { parts.timers += 1; return later(what, ms); }; 0`);
    const hide = (hidden: boolean) =>
      row(page).evaluate((host, is) => host.shadowRoot?.querySelector('.row')?.classList.toggle('telling', is), hidden);
    const timersOf100Frames = () =>
      page.evaluate(`(async () => {
        const before = parts.timers;
        for (let frames = 100; frames > 0; frames -= 1) await new Promise(requestAnimationFrame);
        return parts.timers - before;
      })()`);
    const box = await face(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 16, (box?.y ?? 0) + 16);
    await hide(true);
    await timersOf100Frames();
    expect(await timersOf100Frames()).toBeLessThan(50);
    await hide(false);
    await until('the look to go on', async () => Number(await timersOf100Frames()) > 0);
  });
});

describe('an honest click counts', () => {
  it.each([
    ['before', 'margin-bottom: -14px'],
    ['after', 'margin-top: -6px'],
  ] as const)('where what stands %s the row reaches 2 px over its edge', async (where, margin) => {
    const page = await open();
    await page.evaluate(
      ([side, style]) => {
        const row = document.querySelector('hearback-rating');
        const over = document.createElement('div');
        over.style.cssText = `position: relative; z-index: 1; height: 40px; background: #fff; ${style}`;
        row?.[side](over);
      },
      [where, margin] as const,
    );
    const overlap = await page.evaluate(() => {
      const row = document.querySelector('hearback-rating')?.getBoundingClientRect();
      const over = document.querySelector('main > div')?.getBoundingClientRect();
      return row && over ? Math.min(row.bottom, over.bottom) - Math.max(row.top, over.top) : 0;
    });
    expect(overlap).toBe(2);
    await rate(page, 'Good');
    expect(await rated(page)).toEqual([4]);
  });

  const around = (style: string) => `document.body.style.cssText = ${JSON.stringify(style)}`;
  it.each([
    ['inverted', around('filter: invert(0.9)')],
    ['zoomed', around('zoom: 1.2')],
    ['scaled down', around('scale: 0.98')],
    ['scaled up', around('transform: scale(1.1)')],
    ['rotated', around('rotate: 0.2deg')],
    ['moved', around('translate: 0.5px 0.5px')],
    ['seen in perspective', around('perspective: 500px')],
    ['about to change', around('will-change: transform, opacity, filter')],
    ['blurred behind', around('backdrop-filter: blur(1px)')],
    ['masked', around('mask-image: linear-gradient(#000, #000)')],
    [
      'under the empty layer where notices appear',
      put(`<section style="${OVER_ALL}; z-index: 9"><div></div></section>`),
    ],
    ['under a hint that is not shown', put(`<p style="${OVER_ALL}; background: #000; opacity: 0">Hint</p>`)],
    [
      'under an inert drawer that is not shown',
      put(`<nav inert style="${OVER_ALL}; background: #000; visibility: hidden">Menu</nav>`),
    ],
    [
      'under the tint of what the pointer is over',
      put(
        `<style>main { position: relative } main::after { content: ''; position: absolute; inset: 0; pointer-events: none; background: rgba(0, 0, 0, .04) }</style>`,
      ),
    ],
    [
      'over a ground that takes no pointer',
      put(`<div style="${OVER_ALL}; z-index: -1; background: linear-gradient(#fff, #eee)"></div>`),
    ],
  ])('on a page that is %s', async (_, effect) => {
    const page = await open();
    await page.evaluate(effect);
    const box = await page.getByRole('radio', { name: 'Good', exact: true }).boundingBox();
    const middle = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
    await until('a click that is not too early', async () => {
      await page.mouse.click(...middle);
      return !(await says(row(page))).includes(rowEn.notYet);
    });
    expect(await says(row(page))).not.toContain(rowEn.covered);
    expect(await rated(page)).toContain(4);
  });

  it('where a hint lay over the row as the pointer came, and has gone since', async () => {
    const page = await open();
    await rate(page, 'Good');
    await page.mouse.move(0, 0);
    await page.evaluate(COVER);
    await countLooks(page);
    const box = await face(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 16, (box?.y ?? 0) + 16);
    await until('a look at the hint', () => page.evaluate('parts.looks > 0'));
    await page.evaluate('document.documentElement.lastElementChild.remove()');
    await looked(page, 1);
    await page.mouse.down();
    await page.mouse.up();
    await until('the rating', async () => String(await rated(page)) === '4,2');
  });

  it('and nothing stays behind of the look at it', async () => {
    const page = await open();
    const html = () => page.evaluate(() => [document.documentElement.outerHTML, document.styleSheets.length]);
    const before = await html();
    await rate(page, 'Good');
    expect(await html()).toEqual(before);
  });
});
