// A row that nobody can see takes neither a click nor a key; one in a frame of the page's own that is changed a little takes both.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Driven, inSight, middleOfFace, rowsOf, theRow, until } from '../stack/harness.ts';
import { answered, faceIn, ORIGIN, openPage, webmail } from './hostile-page.ts';
import { stage } from './stage.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});
afterEach(async () => {
  for (const page of an.context.pages().slice(1)) await page.close();
});

const message = `document.querySelector('[data-mail=m2]')`;

it('a click on a row whose ink is made transparent does not count', async () => {
  const page = await openPage(an, webmail(answered('t-inkless')));
  await theRow(page, 'IT');
  const { x, y } = await middleOfFace(page, 5, 'IT');
  await page.evaluate(`${message}.style.color = 'transparent'`);
  await inSight(page);
  for (let click = 0; click < 3; click += 1) await page.mouse.click(x, y);
  expect(await page.locator('hearback-rating').getAttribute('data-state')).toBe('idle');
  await page.evaluate(`${message}.style.color = ''`);
  await until('a click that counts', async () => {
    await page.mouse.click(x, y);
    return (await page.locator('hearback-rating').getAttribute('data-state')) !== 'idle';
  });
});

it('no page takes the ink away by a variable', async () => {
  const style = 'hearback-rating { --quiet: transparent !important; --w: 0 !important; --c: transparent !important }';
  const plain = await openPage(an, webmail(answered('t-plain')));
  await theRow(plain, 'IT');
  const page = await openPage(an, webmail(answered('t-plain'), style));
  await theRow(page, 'IT');
  const pictureOf = async (tab: typeof page) => (await tab.locator('hearback-rating').screenshot()).toString('base64');
  expect(await pictureOf(page)).toBe(await pictureOf(plain));
});

it.each([
  ['is transparent', 'opacity: 0'],
  ['stands far outside of the page', 'position: absolute; left: -9000px'],
])('a key does not count on a row that %s', async (what, style) => {
  const html = webmail(`<input id="name">${answered(`t-unseen${what.length}`)}`);
  const page = await openPage(an, html);
  await theRow(page, 'IT');
  const row = page.locator('hearback-rating');
  await page.evaluate(`for (const link of document.querySelectorAll('a')) link.tabIndex = -1;
    document.querySelector('main').style.cssText = ${JSON.stringify(style)}`);
  await inSight(page).catch(() => {});
  const press = async () => {
    await page.locator('#name').focus();
    await page.keyboard.press('Tab');
    await until('the focus in the row', async () => (await rowsOf(page))[0]?.faces.some(({ focused }) => focused));
    await page.keyboard.press('Space');
  };
  await press();
  expect(await row.getAttribute('data-state')).toBe('idle');
  await page.evaluate(`document.querySelector('main').style.cssText = ''`);
  await until('the faces to be back', async () => (await rowsOf(page))[0]?.faces.length === 5);
  await until('a key that counts', async () => {
    await press();
    return (await row.getAttribute('data-state')) !== 'idle';
  });
});

describe('in a frame of the page’s own', () => {
  const OVER = 'position: fixed; inset: 0; pointer-events: none; z-index: 9';
  const layer = `document.body.insertAdjacentHTML('beforeend', '<section style="${OVER}"></section>')`;
  const inner = `${ORIGIN}/inner`;
  const open = async (id: string) => {
    const frame = `<iframe src="${inner}" style="width: 900px; height: 600px"></iframe>`;
    const page = await openPage(an, webmail(frame), { others: { [inner]: webmail(answered(id)) } });
    const within = await until('the frame', () => page.frame({ url: inner }));
    const row = within.locator('hearback-rating');
    await row.and(within.locator('[data-state="idle"]')).waitFor();
    return { page, within, row };
  };

  it.each([
    ['under an empty layer inside', 'in', layer],
    ['under an empty layer around the frame', 'out', layer],
    ['inverted inside', 'in', `document.body.style.filter = 'invert(0.9)'`],
    ['darkened outside', 'out', `document.documentElement.style.filter = 'invert(1) hue-rotate(180deg)'`],
    ['scaled outside', 'out', `document.body.style.scale = '0.98'`],
    ['faded a little outside', 'out', `document.body.style.opacity = '0.95'`],
  ] as const)('an honest click counts: %s', async (what, where, effect) => {
    const { page, within, row } = await open(`t-framed${what.length}${where}`);
    await (where === 'in' ? within : page).evaluate(effect);
    const at = await faceIn(page, within, 4);
    await until('a click that counts', async () => {
      await page.mouse.click(...at);
      return (await row.getAttribute('data-state')) !== 'idle';
    });
  });

  it('no click counts while the page around it makes it transparent', async () => {
    const { page, within, row } = await open('t-framed-pale');
    const at = await faceIn(page, within, 4);
    await page.evaluate(`document.querySelector('iframe').style.opacity = '0.01'`);
    for (let click = 0; click < 3; click += 1) await page.mouse.click(...at);
    expect(await row.getAttribute('data-state')).toBe('idle');
    await page.evaluate(`document.querySelector('iframe').style.opacity = ''`);
    await until('a click that counts', async () => {
      await page.mouse.click(...at);
      return (await row.getAttribute('data-state')) !== 'idle';
    });
  });
});
