// The page of a team, as a signed-in person reads it.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foundAcme } from '../acme.ts';
import { addTeam, reader, released, rowOf, textOf, type Week } from './company.ts';

const GOOD: Week = [1, 1, 2, 6, 10];

beforeAll(async () => {
  await foundAcme();
  await addTeam(6, 3, 'Hà Nội');
  await addTeam(7, 3, 'Huế');
});
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM series').run();
});

describe('a team’s page', () => {
  it('says where the team belongs, its figure and its last release', async () => {
    await released(2, [GOOD, GOOD], { people: 5 });
    const { read } = await reader();
    const text = textOf((await read('/teams/2')).html);
    expect(text).toContain('Acme IT 9 November to 21 November 2026 80% 65 to 90');
    expect(text).toContain('(95% interval, from 40 voices)');
    expect(text).toContain('last release: today, 5 people');
  });

  it('tells the five scores by face, word, share with its interval, and count', async () => {
    await released(2, [GOOD, GOOD]);
    const { read } = await reader();
    const { html } = await read('/teams/2');
    const table = html.slice(html.indexOf('<table class="bars"'), html.indexOf('</table>'));
    expect(textOf(html)).toContain('Scores Of all voices: share, 95% interval, count.');
    expect(textOf(table)).toContain(
      'Very good 50% 35–65 20 Good 30% 18–45 12 OK 10% 4–23 4 Poor 5% 1–17 2 Very poor 5% 1–17 2',
    );
    expect(table.match(/class="face" data-score="\d"/g)).toHaveLength(5);
  });

  it('shows the trend as a chart with a spoken sentence and the same figures as a table', async () => {
    await released(2, [GOOD, [0, 0, 1, 4, 2], [2, 2, 4, 6, 6], GOOD, GOOD]);
    const { read } = await reader();
    const { html } = await read('/teams/2');
    expect(html).toContain(
      'aria-label="Share satisfied by week: 80% (58 to 92) on 19 October, 80% (58 to 92) on 16 November"',
    );
    expect(textOf(html)).toContain(
      'From Satisfied 95% interval Voices 19 October 80% 58–92 20 26 October too few to say 7 2 November 60% 39–78 20',
    );
    expect(textOf(html)).toContain('A hollow point had too few voices for a share.');
  });

  it('compares it with the others: its place as a range, its last two quarters, the company as a dotted line', async () => {
    const weeks = (n: number, scores: Week) => Array.from({ length: n }, () => scores);
    await released(2, [...weeks(13, [10, 5, 3, 1, 1]), ...weeks(13, GOOD)]);
    await released(6, weeks(26, GOOD));
    await released(7, weeks(26, [1, 2, 2, 6, 9]));
    const { read } = await reader();
    const { html } = await read('/teams/2');
    expect(textOf(html)).toContain(
      'In the last 13 weeks it was 80% (75 to 84), in the 13 before 10% (7 to 14): a real rise. Place 3 of 3 teams.',
    );
    expect(html).toMatch(/<line class="ref" x1="0" x2="100%"/);
    expect(textOf((await read('/teams/7')).html)).toContain('too close to call. Place 1 to 2 of 3 teams.');
    expect(textOf((await read('/teams/3')).html)).not.toContain('Place');
  });

  it('puts weeks together when single weeks have too few voices', async () => {
    await released(
      2,
      Array.from({ length: 20 }, (): Week => [0, 1, 1, 3, 1]),
    );
    const { read } = await reader();
    const text = textOf((await read('/teams/2')).html);
    expect(text).toContain('One point per fortnight');
  });

  it('draws no trend from a single point', async () => {
    await released(2, [GOOD]);
    const { read } = await reader();
    const { html } = await read('/teams/2');
    expect(html).not.toContain('class="trend"');
    expect(textOf(html)).toContain('A trend appears once two of its points have enough voices.');
  });

  it('shows no percentage under ten voices, in words, charts or labels', async () => {
    await released(2, [[1, 1, 1, 3, 3]], { facets: { wait: { '1h': 5 }, aspect: { ease: [5, 0, 0, 1, 2, 2] } } });
    const { read } = await reader();
    const { html } = await read('/teams/2');
    expect(textOf(html)).toContain('9 voices: too few to say');
    expect(textOf(html)).toContain('Scores How many voices gave each score.');
    expect(textOf(html)).toContain('Very good 3 Good 3 OK 1 Poor 1 Very poor 1');
    expect(
      html
        .replace(/(x|y|x1|x2|y1|y2|cx|cy|width|height)="-?[\d.]+%"/g, '')
        .replaceAll('95%', '')
        .match(/.{20}%(?!2F)/),
    ).toBeNull();
  });

  it('has the formula of its figures one click away, with the design effect that they were made with', async () => {
    await released(2, [GOOD, GOOD]);
    await env.DB.prepare("INSERT INTO quarter(quarter, deff) VALUES ('2026-Q3', 1.4)").run();
    const { read } = await reader();
    const [en, vi] = [await read('/teams/2'), await read('/teams/2', 'vi')].map(({ html }) => textOf(html));
    await env.DB.prepare('DELETE FROM quarter').run();
    expect(en).toContain('Share satisfied = voices that say Good or Very good, divided by all voices');
    expect(en).toContain('divided by 1.4 (the design effect');
    expect(vi).toContain('chia cho 1,4 (hệ số thiết kế');
  });

  it('waits where nothing was released, and offers the way back', async () => {
    const { read } = await reader();
    const { html } = await read('/teams/2');
    expect(textOf(html)).toContain('Waiting for more voices');
    expect(html).toContain('<a class="btn main" href="/">All teams</a>');
  });
});

describe('what was released beside the scores', () => {
  it('says of how many voices the wait is known', async () => {
    await released(2, [GOOD, GOOD], { facets: { wait: { '1h': 12, '4h': 10, '3d': 5 } } });
    const { read } = await reader();
    const text = textOf((await read('/teams/2')).html);
    expect(text).toContain('Known for 27 of 40 voices.');
    expect(text).toContain(
      'under 1 hour 12 1 to 4 hours 10 4 hours to 1 day too few to show 1 to 3 days 5 longer too few to show',
    );
  });

  it('says only how often, when people who waited differently are counted in each wait', async () => {
    await released(2, [GOOD], { facets: { wait: { '1h': 15, more: 15 } } });
    const { read } = await reader();
    expect(textOf((await read('/teams/2')).html)).toContain('Known 30 times.');
  });

  it('gives aspects with their intervals, and reasons by number of people', async () => {
    const facets = {
      aspect: { reliability: [40, 2, 2, 4, 12, 20], ease: [6, 0, 0, 1, 2, 3] },
      reason: { fast: 12, solved_it: 30, had_to_ask_again: 7 },
    };
    await released(2, [GOOD, GOOD], { facets });
    const { read } = await reader();
    const text = textOf((await read('/teams/2')).html);
    expect(text.match(/over all releases/g)).toHaveLength(2);
    expect(text).toContain('Reliability does what it says 80% 65–90 40');
    expect(text).toContain('Ease easy to get help OK 1 Good 2 Very good 3 too few to say 6');
    expect(text).toContain('What went wrong Reason People Had to ask again 7');
    expect(text).toContain('Solved it 30 Fast 12');
  });

  it('leaves no half of a page empty: waits stand beside the reasons where there are no aspects', async () => {
    const wait = { '1h': 12 };
    const reason = { fast: 12 };
    const { read } = await reader();
    const grid = async (facets: object) => {
      await released(2, [GOOD], { facets });
      return [
        ...(/<div class="(two|third)"><section class="part" aria-labelledby="(waits|why)"/.exec(
          (await read('/teams/2')).html,
        ) ?? []),
      ].slice(1);
    };
    expect(await grid({ wait, reason })).toEqual(['third', 'waits']);
    expect(await grid({ wait, reason, aspect: { ease: [12, 0, 0, 0, 6, 6] } })).toEqual(['two', 'waits']);
  });

  it('is left out where there is none', async () => {
    await released(2, [GOOD]);
    const { read } = await reader();
    expect(textOf((await read('/teams/2')).html).match(/Waits|Aspects|Why/)).toBeNull();
  });
});

describe('a group’s page', () => {
  it('adds up the whole subtree, and lists its parts', async () => {
    await released(3, [GOOD]);
    await released(6, [GOOD]);
    await released(7, [[0, 1, 1, 3, 2]]);
    const { read } = await reader();
    const { html } = await read('/teams/3');
    expect(textOf(html)).toContain('from 47 voices');
    expect(textOf(html)).toContain('Teams of Sales');
    expect(textOf(rowOf(html, 6))).toContain('80% 58–92 20');
    expect(textOf(rowOf(html, 7))).toContain('too few to say 7');
  });

  it('is named on the way to its parts', async () => {
    const { read } = await reader();
    const { html } = await read('/teams/6');
    expect(/<nav class="crumbs".*?<\/nav>/s.exec(html)?.[0]).toMatch(
      /<a href="\/">Acme<\/a>.*<a href="\/teams\/3">Sales<\/a>/,
    );
  });

  it('is reached from its parts also where several stand at the top', async () => {
    await addTeam(20, null, 'Subsidiary');
    await addTeam(21, 20, 'Its people');
    const { read } = await reader();
    const { html } = await read('/teams/21');
    await env.DB.prepare('DELETE FROM team WHERE id IN (20, 21)').run();
    expect(/<nav class="crumbs".*?<\/nav>/s.exec(html)?.[0]).toContain('<a href="/teams/20">Subsidiary</a>');
  });
});

it('a team of fewer than three people says as whom it is rated', async () => {
  const { read } = await reader();
  const { html } = await read('/teams/4');
  expect(textOf(html)).toContain('Cabling is rated as IT');
  expect(html).toContain('href="/teams/2"');
});

describe('a team that there is not', () => {
  for (const path of ['/teams/999', '/teams/0', '/teams/-1', '/teams/abc', '/teams/99999', '/teams/1.5', '/teams/']) {
    it(`is a page of its own, with a way on: ${path}`, async () => {
      const { read } = await reader();
      const { answer, html } = await read(path);
      expect(answer.status).toBe(404);
      expect(textOf(html)).toContain('There is no page here');
      expect(html).toContain('<a class="btn main" href="/">All teams</a>');
    });
  }
});
