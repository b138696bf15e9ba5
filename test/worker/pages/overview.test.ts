// The overview, as a signed-in person reads it.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foundAcme } from '../acme.ts';
import { addTeam, NOON, reader, released, rowOf, textOf, type Week } from './company.ts';

const GOOD: Week = [1, 1, 2, 6, 10];
const BAD: Week = [8, 6, 3, 2, 1];

beforeAll(async () => {
  await foundAcme();
  await addTeam(5, 1, 'Legal', 'Pháp chế');
});
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM series').run();
});

describe('the overview before the first release', () => {
  it('says that there is nothing yet, why that is right, and that each team waits', async () => {
    const { read } = await reader();
    const { html } = await read('/');
    expect(textOf(html)).toContain('Nothing to see yet, and that is right');
    for (const team of [2, 3, 5]) expect(rowOf(html, team)).toContain('waiting for more voices');
  });

  it('shows no figure', async () => {
    const { read } = await reader();
    expect(textOf((await read('/')).html).replaceAll('95%', '')).not.toContain('%');
  });
});

describe('a team on the overview', () => {
  it('has its share, interval, voices, and its last release', async () => {
    await released(2, [GOOD, GOOD], { people: 5 });
    const { read } = await reader();
    const row = textOf(rowOf((await read('/')).html, 2));
    expect(row).toContain('last release: today, 5 people');
    expect(row).toContain('80% 65–90 40');
  });

  it('counts days by the company’s clock: what was released before its midnight was yesterday', async () => {
    // 16:30 UTC is half past eleven at night in Ho Chi Minh City, and the reader's noon there is five in the morning in UTC.
    await released(2, [GOOD], { tick: Date.UTC(2026, 10, 20, 16, 30) / 1000 });
    await released(3, [GOOD], { tick: Date.UTC(2026, 10, 20, 17, 30) / 1000 });
    await released(5, [GOOD], { tick: Date.UTC(2026, 10, 9, 0) / 1000 });
    const { read } = await reader();
    const { html } = await read('/');
    expect(rowOf(html, 2)).toContain('last release: yesterday, 20 people');
    expect(rowOf(html, 3)).toContain('last release: today, 20 people');
    expect(rowOf(html, 5)).toContain('last release: 9 November, 20 people');
  });

  it('has under ten voices its count and its scores, and no percentage anywhere', async () => {
    await released(2, [GOOD]);
    await released(5, [[0, 1, 2, 3, 3]]);
    const { read } = await reader();
    const { html } = await read('/');
    const row = rowOf(html, 5);
    expect(textOf(row)).toContain('Poor 1 OK 2 Good 3 Very good 3 too few to say 9');
    expect(row.match(/class="face" data-score="\d"/g)).toHaveLength(4);
    // Nothing that could be taken for an interval on the axis of the others.
    expect(row).not.toMatch(/<rect|<line|class="ci"/);
    expect(textOf(row)).not.toContain('%');
    expect(row).not.toMatch(/aria-label="[^"]*%/);
  });

  it('has at exactly ten voices a share', async () => {
    await released(5, [[0, 1, 2, 3, 4]]);
    const { read } = await reader();
    expect(textOf(rowOf((await read('/')).html, 5))).toContain('70% 40–89 10');
  });

  it('waits again when its releases are older than half a year', async () => {
    await released(2, [GOOD]);
    await released(5, [GOOD, ...Array.from({ length: 26 }, (): Week => [0, 0, 0, 0, 0])], {
      tick: NOON / 1000 - 190 * 86_400,
      people: 20,
    });
    const { read } = await reader();
    const row = rowOf((await read('/')).html, 5);
    expect(row).toContain('waiting for more voices');
    expect(row).toContain('last release: 15 May, 20 people');
  });
});

describe('the order and the places', () => {
  it('give a place as a range where intervals overlap, and as one number where nothing is open', async () => {
    await released(2, [GOOD, GOOD, GOOD, GOOD]);
    await released(3, [GOOD, [0, 2, 2, 6, 10], GOOD, GOOD]);
    await released(5, [BAD, BAD, BAD, BAD]);
    const { read } = await reader();
    const { html } = await read('/');
    expect(textOf(html)).toContain('Place of 3');
    expect(textOf(rowOf(html, 2))).toMatch(/> 1 to 2 IT/);
    expect(textOf(rowOf(html, 3))).toMatch(/> 1 to 2 Sales/);
    expect(textOf(rowOf(html, 5))).toMatch(/> 3 Legal/);
  });

  it('do not put a handful of happy voices above many', async () => {
    await released(2, [GOOD, GOOD, GOOD, GOOD, GOOD, GOOD]);
    await released(3, [BAD, BAD, BAD]);
    await released(5, [[0, 0, 1, 4, 5]]);
    const { read } = await reader();
    const { html } = await read('/');
    const order = [...html.matchAll(/<th scope="row"><a href="\/teams\/(\d+)"/g)].map(([, id]) => Number(id));
    expect(order.slice(0, 3)).toEqual([2, 5, 3]);
    expect(textOf(rowOf(html, 5))).toContain('90%');
  });

  it('leave out a team that is rated as its parent', async () => {
    await released(2, [GOOD]);
    const { read } = await reader();
    expect((await read('/')).html).not.toContain('/teams/4');
  });
});

describe('the company', () => {
  it('is the sum of all releases, and is compared over two quarters', async () => {
    await released(2, [...Array.from({ length: 13 }, () => BAD), ...Array.from({ length: 13 }, () => GOOD)]);
    const { read } = await reader();
    const text = textOf((await read('/')).html);
    expect(text).toContain('of voices say Good or Very good. Allowing for chance');
    expect(text).toContain('95% interval, from 520 voices');
    expect(text).toContain('In the last 13 weeks it was 80% (75 to 84), in the 13 before 15% (11 to 20): a real rise.');
    expect(textOf(rowOf((await read('/')).html, 2))).toContain('risen in 13 weeks 520');
  });

  it('is not said to have changed when chance could have done it', async () => {
    await released(2, [...Array.from({ length: 25 }, () => GOOD), [1, 1, 3, 6, 9]]);
    const { read } = await reader();
    const { html } = await read('/');
    expect(textOf(html)).toContain('too close to call');
    expect(textOf(rowOf(html, 2))).not.toMatch(/risen|fallen/);
  });

  it('has intervals as wide as the design effect of the last closed quarter asks', async () => {
    await released(2, [GOOD, GOOD]);
    await env.DB.prepare("INSERT INTO quarter(quarter, deff) VALUES ('2026-Q2', 1.2), ('2026-Q3', 2)").run();
    const { read } = await reader();
    const text = textOf((await read('/')).html);
    await env.DB.prepare('DELETE FROM quarter').run();
    expect(text).toContain('80% 58–92 40');
    expect(text).toContain('divided by 2 (the design effect');
  });
});

it('adds a group up from its teams, and calls its people voices, for one may be in it twice', async () => {
  await addTeam(6, 2, 'Helpdesk');
  await released(2, [GOOD]);
  await released(6, [GOOD]);
  const { read } = await reader();
  const row = textOf(rowOf((await read('/')).html, 2));
  expect(row).toContain('last release: today, 40 voices');
  expect(row).toContain('80% 65–90 40');
  await env.DB.batch([env.DB.prepare('DELETE FROM series'), env.DB.prepare('DELETE FROM team WHERE id = 6')]);
});

describe('in Vietnamese', () => {
  it('every word, number and day is Vietnamese', async () => {
    await released(
      2,
      Array.from({ length: 26 }, (): Week => [10, 10, 20, 60, 100]),
    );
    const { read } = await reader();
    const { html } = await read('/', 'vi-VN,vi;q=0.9,en;q=0.5');
    expect(html).toContain('<html lang="vi">');
    expect(textOf(rowOf(html, 2))).toContain('CNTT công bố gần nhất: hôm nay, 200 người 80% 79–81 5.200');
    expect(textOf(html)).not.toMatch(/\b(voices|today|share|Teams|release)\b/);
  });
});
