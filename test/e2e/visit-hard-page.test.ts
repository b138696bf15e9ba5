// Rows on pages that make it hard for them, by their styles, their scripts or themselves.
import { describe, expect, it } from 'vitest';
import { until } from '../stack/harness.ts';
import { untilSays } from './open-row.ts';
import { BOTH, rate, rowsAre, rowUnder, thread, visits, webmail } from './visit-page.ts';

const { asContentScript, open, pages } = visits();

describe('a page that makes it hard', () => {
  it('by a frame far below, for which the browser draws nothing yet, has its rows when somebody gets there', async () => {
    const page = await pages.open('https://portal.acme.test/', '<!doctype html><title>Portal</title>', {
      before: asContentScript(),
    });
    const inner = 'http://127.0.0.1:9/';
    await page.route(inner, (route) => route.fulfill({ body: webmail(), contentType: 'text/html; charset=utf-8' }));
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.style.marginTop = '9000px';
      document.body.append(frame);
    }, inner);
    const frame = await until('the frame', () => page.frame({ url: inner }));
    await until('its rows', async () => (await frame.locator('hearback-rating').count()) === BOTH.length);
  });

  it('by forbidding animations still gets its rows, the later ones too', async () => {
    const page = await open(
      webmail(thread(), 'html body main article.mail .mail-body.mail-body { animation: none !important }'),
    );
    await rowsAre(page, BOTH);
    await page.evaluate(
      (html) => document.querySelector('main')?.setHTMLUnsafe(html),
      thread('u', [['n1', 'finance']]),
    );
    await rowsAre(page, ['n1 mail-body 5']);
  });

  it('by writing itself anew gets its rows back, and keys do nothing in them any more', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, webmail());
    await rowsAre(page, BOTH);
    const stops = await page.getByRole('radio').evaluateAll((radios) => radios.filter((radio) => radio.tabIndex === 0));
    expect(stops).toEqual([]);
    await rate(page, 'm4', 'Good');
    await untilSays(rowUnder(page, 'm4'), 'Good · saved');
  });

  it.each([
    ['a row of boxes', 'article { display: flex; flex-wrap: wrap }'],
    ['a column of boxes', 'article { display: flex; flex-direction: column; align-items: flex-start }'],
    ['a grid', 'article { display: grid; grid-template-columns: 1fr 1fr }'],
    ['boxes that float', '.mail-body { float: left; width: 40% }'],
  ])('by %s has rows over the whole width and nothing above them moved', async (_, style) => {
    const page = await pages.open('http://127.0.0.1:9/', webmail(thread(), style));
    const places = () =>
      page.evaluate(() => {
        const main = document.querySelector('[data-mail="m3"]')?.getBoundingClientRect();
        const body = document.querySelector('[data-mail="m3"] .mail-body')?.getBoundingClientRect();
        return [main?.x, main?.y, main?.width, body?.x, body?.y, body?.width, body?.height];
      });
    const before = await places();
    await page.evaluate(`${asContentScript()}`);
    await rowsAre(page, BOTH);
    expect(await places()).toEqual(before);
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('hearback-rating')].map((host) => {
        const around = host.parentElement?.getBoundingClientRect();
        const { width, height } = host.getBoundingClientRect();
        return [Math.round(width - (around?.width ?? 0)), height];
      }),
    );
    expect(widths).toEqual([
      [0, 36],
      [0, 36],
    ]);
  });

  it('by an indented body has its row under the text, also when the indent changes', async () => {
    const page = await open(webmail(thread(), '.mail-body { margin-left: 40px; padding: 0 8px }'));
    await rowsAre(page, BOTH);
    const lefts = () =>
      page.evaluate(() => [
        document.querySelector('[data-mail="m3"] hearback-rating')?.getBoundingClientRect().left,
        document.querySelector('[data-mail="m3"] .mail-body p')?.getBoundingClientRect().left,
      ]);
    const [row, text] = await lefts();
    expect(row).toBe(text);
    // What is done too late in a frame is reported to the page as its own error.
    await page.evaluate(() => window.addEventListener('error', ({ message }) => (document.title += message)));
    await page.addStyleTag({ content: '.mail-body { margin-left: 0 !important }' });
    await until('the row to follow', async () => {
      const [now, then] = await lefts();
      return now === then && now !== row;
    });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    expect(await page.title()).toBe('Mail');
  });

  it('by printing itself prints no row', async () => {
    const page = await open();
    await rowsAre(page, BOTH);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('hearback-rating').evaluateAll((hosts) => hosts.map((host) => getComputedStyle(host).display)),
    ).toEqual(['none', 'none']);
  });

  it('by rebuilding itself at random ends with exactly the right rows', async () => {
    for (const seed of [1, 2, 3]) {
      const page = await open();
      await rowsAre(page, BOTH);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.evaluate(
        async ([html, seed]) => {
          let state = Number(seed);
          const random = (below: number) => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return state % below;
          };
          const any = (selector: string) => {
            const all = document.querySelectorAll(selector);
            return all[random(all.length || 1)];
          };
          const main = document.querySelector('main');
          const wild = [
            () => main?.setHTMLUnsafe(String(html)),
            () => main?.setHTMLUnsafe(main.innerHTML),
            () => any('hearback-rating')?.remove(),
            () => document.body.append(any('hearback-rating') ?? ''),
            () => any('article')?.prepend(any('hearback-rating') ?? ''),
            () => any('article')?.append(any('hearback-rating')?.cloneNode(true) ?? ''),
            () => any('article')?.replaceWith(any('article')?.cloneNode(true) ?? ''),
            () => any('.mail-body')?.replaceWith(any('.mail-body')?.cloneNode(true) ?? ''),
            () => any('.mail-body')?.after(document.createElement('hr')),
            () => any('.mail-body')?.remove(),
            () => any('article')?.remove(),
            () => main?.replaceChildren(...[...main.childNodes].map((node) => node.cloneNode(true))),
            () => document.body.replaceChildren(main ?? ''),
            () => any('section')?.setAttribute('data-thread', random(2) ? 't' : 'u'),
          ];
          for (let step = 0; step < 400; step++) {
            wild[random(wild.length)]?.();
            if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(5)));
          }
          document.body.replaceChildren(main ?? '');
          main?.setHTMLUnsafe(String(html));
        },
        [thread(), seed],
      );
      await rowsAre(page, BOTH);
      expect(errors).toEqual([]);
      await rate(page, 'm3', 'Good');
      await pages.closeAll();
    }
  });
});
