// Pages that make it hard for a row, under an address of the sample site, for the real extension in Chromium; and what may be asked of them.
import type { Frame, Page } from 'playwright-core';
import type { Score } from '../../shared/words.ts';
import { TEAM } from '../stack/acme.ts';
import { clickFace, type Driven, inSight, rowSays, rowsOf, until } from '../stack/harness.ts';
import type { Stage } from './stage.ts';

export const ORIGIN = 'http://127.0.0.1:9';

export type Mail = readonly [id: string, from: string];
/** An asks, Human Resources and IT answer, and a colleague has a word too. */
const MAILS: readonly Mail[] = [
  ['m1', 'an'],
  ['m2', 'it-help'],
  ['m3', 'hr'],
  ['m4', 'it-help'],
  ['m5', 'bao'],
];
/** Where the rows then stand, and what they ask about. */
export const BOTH = ['m3 mail-body Human Resources', 'm4 mail-body IT'];

/** @param inside comes after the body: replies that the page nests in what they answer, for instance */
export const mail = ([id, from]: Mail, inside = '') =>
  `<article class="mail" data-mail="${id}"><header class="mail-head"><a class="from" href="mailto:${from}@acme.test">${from}</a>
  <span class="to"><a href="mailto:an@acme.test">an</a></span></header><div class="mail-body"><p>Body of ${id}</p></div>${inside}</article>`;
export const thread = (id: string, mails: readonly Mail[] = MAILS) =>
  `<section class="thread" data-thread="${id}">${mails.map((one) => mail(one)).join('')}</section>`;
export const main = (inside: string, attributes = '') =>
  `<main data-app="sample-webmail" data-user="an@acme.test" ${attributes}>${inside}</main>`;
/** An asked, and IT has answered. */
export const answered = (id: string) =>
  main(
    thread(id, [
      ['m1', 'an'],
      ['m2', 'it-help'],
    ]),
  );
export const webmail = (inside: string, style = '', root = '') =>
  `<!doctype html><html lang="en" ${root}><head><title>Mail</title><style>body { font: 14px/1.5 sans-serif } ${style}</style></head>
<body>${inside}</body></html>`;

/** Opens a page by its text; `others` are what it holds in frames, by their addresses. */
export async function openPage(
  { context }: Driven,
  html: string,
  {
    headers = {},
    others = {},
    address = `${ORIGIN}/`,
  }: { headers?: Record<string, string>; others?: Record<string, string>; address?: string } = {},
): Promise<Page> {
  const page = await context.newPage();
  const texts: Record<string, string> = { [address]: html, ...others };
  await page.route(/^https?:\/\/(?!localhost)/, (route) => {
    const body = texts[route.request().url()];
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
  });
  await page.goto(address);
  return page;
}

/** Each row: the message that it stands in, what it stands after, and the team it asks about. */
export async function standing(page: Page): Promise<string[]> {
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('hearback-rating')].map((host) => {
      const message = host.parentElement?.closest('[data-mail]')?.getAttribute('data-mail');
      return `${message ?? 'nowhere'} ${host.previousElementSibling?.className ?? 'nothing'}`;
    }),
  );
  const rows = await rowsOf(page);
  return places.map((place, at) => `${place} ${/How was (.*)’s answer/.exec(rows[at]?.name ?? '')?.[1] ?? 'nobody'}`);
}

export const rowsAre = (page: Page, expected: readonly string[]) =>
  until(`rows ${expected.join(', ')}`, async () => (await standing(page)).join() === expected.join());

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The parts of the first row in a frame (which may be another process's) that have a word among their attributes. */
export async function partsOf(page: Page, frame: Frame, word: string): Promise<Box[]> {
  const context = page.context();
  const cdp = await context.newCDPSession(frame).catch(() => context.newCDPSession(page));
  await cdp.send('DOM.enable');
  const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const host = nodes.find(({ localName }) => localName === 'hearback-rating');
  if (!host) throw new Error('no row in the frame');
  const boxOf = async (nodeId: number): Promise<Box> => {
    const [x = 0, y = 0, right = 0, , , bottom = 0] = (await cdp.send('DOM.getBoxModel', { nodeId })).model.border;
    return { x, y, width: right - x, height: bottom - y };
  };
  const from = await boxOf(host.nodeId);
  const found: Box[] = [];
  for (const { nodeId, attributes = [] } of nodes) {
    if (!attributes.includes(word)) continue;
    const { x, y, ...size } = await boxOf(nodeId);
    // The other rows have the same parts.
    if (y >= from.y && y < from.y + from.height) found.push({ x: x - from.x, y: y - from.y, ...size });
  }
  await cdp.detach();
  // What the protocol tells of another process's frame is counted from that frame.
  const box = await frame.locator('hearback-rating').first().boundingBox();
  return found.map(({ x, y, ...size }) => ({ x: x + (box?.x ?? 0), y: y + (box?.y ?? 0), ...size }));
}

/** Where a face of the first row in a frame has its middle, once a click would count. */
export async function faceIn(page: Page, frame: Frame, score: Score): Promise<[x: number, y: number]> {
  const face = (await partsOf(page, frame, 'radio'))[score - 1];
  if (!face) throw new Error('no such face in the frame');
  await inSight(page);
  return [face.x + face.width / 2, face.y + face.height / 2];
}

/**
 * The contrast of what is written in a part of the page, from its pixels: the ground is the colour that most of it has, the ink the one
 * that is farthest from it. The page must be drawn large, so that the strokes of letters have a middle.
 */
export async function contrast(page: Page, part: Box, viewer: Page): Promise<number> {
  const picture = await page.screenshot({ clip: part });
  return viewer.evaluate(async (png) => {
    const picture = await createImageBitmap(
      new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))], { type: 'image/png' }),
    );
    const surface = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    if (!surface) throw new Error('nothing to draw on');
    surface.drawImage(picture, 0, 0);
    const { data: bytes } = surface.getImageData(0, 0, picture.width, picture.height);
    const counts = new Map<number, number>();
    for (let at = 0; at < bytes.length; at += 4) {
      const colour = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const light = (colour: number) => {
      const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
        const part = ((colour >> shift) & 255) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ordered = [...counts].toSorted(([, a], [, b]) => b - a);
    const ground = light(ordered[0]?.[0] ?? 0);
    const between = (other: number) => (Math.max(ground, other) + 0.05) / (Math.min(ground, other) + 0.05);
    // A colour of a few pixels is an accident of drawing.
    return Math.max(...ordered.filter(([, count]) => count >= 20).map(([colour]) => between(light(colour))));
  }, picture.toString('base64'));
}

/** What the server has of the clicks. */
export function clicksOn(play: Stage) {
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
  return { rated, rateIt };
}
