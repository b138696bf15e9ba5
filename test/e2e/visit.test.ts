import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import { until } from '../stack/harness.ts';
import { rateWith, untilSays } from './open-row.ts';
import { bundle, type Opened, pagesInChromium, pageText } from './reader.ts';

const pages = pagesInChromium();
const css = readFileSync(new URL('../../extension/entrypoints/page.content/finder.css', import.meta.url), 'utf8');
let parts = '';
beforeAll(async () => {
  parts = await bundle('./visit.parts.ts');
});
afterEach(() => pages.closeAll());

/** As the browser runs the content script and its sheet: before anything of the page. */
const asContentScript = () => `${parts}
  for (const [id, team] of [['it-help', 3], ['bich', 3], ['hr', 4], ['finance', 5], ['an', 8]])
    parts.teams.set('mail:' + id + '@acme.test', team);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  document.adoptedStyleSheets = [sheet];
  parts.start();`;

const MAILS: [id: string, from: string][] = [
  ['m1', 'an'],
  ['m2', 'it-help'],
  ['m3', 'hr'],
  ['m4', 'bich'],
  ['m5', 'bao'],
];
const mail = ([id, from]: [string, string], expanded = true) =>
  `<article class="mail" data-mail="${id}" data-expanded="${expanded}"><header class="mail-head"><a class="from" href="mailto:${from}@acme.test">${from}</a>
  <span class="to"><a href="mailto:an@acme.test">an</a></span></header>${expanded ? `<div class="mail-body"><p>Body of ${id}</p></div>` : ''}<footer>foot</footer></article>`;
const thread = (id = 't', mails = MAILS) =>
  `<section class="thread" data-thread="${id}">${mails.map((one) => mail(one)).join('')}</section>`;
const webmail = (inside = thread(), style = '') =>
  `<!doctype html><html lang="en"><head><title>Mail</title><style>${style}</style></head>
  <body><main data-app="sample-webmail" data-user="an@acme.test">${inside}</main></body></html>`;

const open = (html = webmail(), opened: Opened = {}) =>
  pages.open('http://127.0.0.1:9/', html, { before: asContentScript(), ...opened });
/** Each row with the message it stands under and the team it asks about. */
const rows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('hearback-rating')].map((host) => {
      const message =
        host.closest('[data-mail]')?.getAttribute('data-mail') ??
        host.closest('[data-legacy-message-id]')?.getAttribute('data-legacy-message-id');
      const after = host.previousElementSibling?.className ?? null;
      const team = host.shadowRoot?.querySelector<HTMLElement>('.q .long')?.dataset.t?.replace(/\D/g, '') || 'none';
      return `${message ?? 'nowhere'} ${after} ${team}`;
    }),
  );
const rowsAre = (page: Page, expected: string[]) =>
  until(`rows ${expected.join(', ')}`, async () => (await rows(page)).join() === expected.join());
const BOTH = ['m3 mail-body 4', 'm4 mail-body 3'];

/** Onto what stands in a row, and until the row may be clicked: before that it says so. */
async function moveTo(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await page.mouse.move(box.x + 9, box.y + 9);
  await until('the row to be long enough in sight', () =>
    page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300, true))),
  );
}

const rowUnder = (page: Page, message: string) => page.locator(`[data-mail="${message}"] hearback-rating`);
const rate = (page: Page, message: string, name: string) => {
  const row = rowUnder(page, message);
  const face = row.getByRole('radio', { name, exact: true });
  return rateWith(row, name, async () => (await face.getAttribute('aria-checked')) === 'true');
};

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

describe('a visit whose clock stands still', () => {
  /** What looks once a second for what nothing announced looks only when the test says so. */
  const openStill = (html: string) =>
    open(html, { before: `window.setInterval = (look) => { window.tick = look; return 1; }; ${asContentScript()}` });

  it('finds a message that a click opened, though rows stand', async () => {
    const page = await openStill(webmail(`${thread()}<button>More</button>`));
    await rowsAre(page, BOTH);
    await page.locator('button').evaluate(
      (button, html) =>
        button.addEventListener('click', () => {
          document.querySelector('.thread')?.insertAdjacentHTML('beforeend', html);
        }),
      mail(['m6', 'it-help']),
    );
    await page.locator('button').click();
    await rowsAre(page, ['m3 mail-body 4', 'm6 mail-body 3']);
  });

  it('finds another conversation where animations are forbidden, once that has shown', async () => {
    const page = await openStill(
      webmail(thread(), 'html body main article.mail .mail-body.mail-body { animation: none !important }'),
    );
    await rowsAre(page, BOTH);
    // Messages that stand from one tick to the next and were not announced show it.
    for (let time = 0; time < 2; time++) await page.evaluate('tick()');
    await page.evaluate(
      (html) => document.querySelector('main')?.setHTMLUnsafe(html),
      thread('u', [['n1', 'finance']]),
    );
    await rowsAre(page, ['n1 mail-body 5']);
  });

  it('moves the rows as soon as the answer is there: nothing can be clicked before', async () => {
    const page = await openStill(webmail());
    await rowsAre(page, BOTH);
    await page.evaluate(() => {
      // Whatever is put off from now on never comes.
      Object.assign(window, { setTimeout: () => 1 });
      document.querySelector('[data-mail="m4"] .from')?.setAttribute('href', 'mailto:hr@acme.test');
    });
    await page.evaluate(`parts.tell({ kind: 'refresh' })`);
    await rowsAre(page, ['m2 mail-body 3', 'm4 mail-body 4']);
  });
});

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

describe('a conversation that the site must be asked about', () => {
  const given: Record<string, unknown> = JSON.parse(pageText('jira-cloud.answers.json'));
  const answers = Object.fromEntries(
    Object.entries(given).map(([path, body]) => [path, { body: JSON.stringify(body) }]),
  );
  const asJira = () => `${asContentScript()}
    for (const [id, team] of ${JSON.stringify(['bich', 'finance', 'an'].map((who) => [personAt(`${who}@acme.test`).jira, personAt(`${who}@acme.test`).team]))})
      parts.teams.set('jira:' + id, team);
    parts.me.accounts.push('jira:${personAt('an@acme.test').jira}');`;

  it('is asked about once, and once more when a comment comes in', async () => {
    const page = await pages.open('https://acme.atlassian.net/browse/OPS-518', pageText('jira-cloud.html'), {
      answers,
      before: asJira(),
    });
    let reads = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('/comment')) reads++;
    });
    const found = () =>
      page
        .locator('hearback-rating')
        .evaluateAll((hosts) => hosts.map((host) => host.previousElementSibling?.getAttribute('data-testid')));
    const part = (id: number) => `issue-comment-base.ui.comment.ak-comment.${id}-body`;
    await until('two rows', async () => (await found()).join() === [part(1002), part(1004)].join());
    const before = reads;
    await page.evaluate(() => {
      const list = document.querySelector('[data-testid="issue.activity.comments-list"] ul');
      list?.insertAdjacentHTML(
        'beforeend',
        '<li><span data-testid="comment-base-item-1007"><div data-testid="issue-comment-base.ui.comment.ak-comment.1007-body"><div class="ak-renderer-document">New</div></div></span></li>',
      );
    });
    await until('one more question', () => reads === before + 1);
    // The answer still does not hold it: no reason to ask again, however often the page is looked at.
    for (let look = 0; look < 5; look++) {
      await page.evaluate(`parts.tell({ kind: 'refresh' })`);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
    expect(reads).toBe(before + 1);
    expect(await found()).toEqual([part(1002), part(1004)]);
  });
});

describe('under their real addresses', () => {
  it('a Gmail conversation gets a row for each team', async () => {
    const page = await pages.open('https://mail.google.com/mail/u/0/#inbox/x', pageText('gmail.html'), {
      before: asContentScript(),
    });
    await rowsAre(page, ['19a8c00000000003 ii gt 4', '19a8c00000000004 ii gt 3']);
  });

  it('hostile mail gets none', async () => {
    const page = await pages.open('https://mail.google.com/mail/u/0/#inbox/y', pageText('gmail-hostile.html'), {
      before: asContentScript(),
    });
    await until('the question', () => page.evaluate('parts.asked.length > 0'));
    expect(await rows(page)).toEqual([]);
  });
});
