// Extension and server are updated by different people at different times: what each makes of one that knows more, or less.
import { describe, expect, it } from 'vitest';
import { enter, ownerOf } from '../../extension/outbox/entry.ts';
import { READY } from '../../extension/outbox/schedule.ts';
import { judge } from '../../extension/outbox/verdict.ts';
import { createClient } from '../../shared/api/client.ts';
import { OLDEST_EVENT_MS } from '../../shared/words.ts';

const NOW = Date.UTC(2026, 10, 21, 9);
const DAY = 24 * 60 * 60_000;
const clientOf = (body: unknown, status = 200) =>
  createClient('https://hearback.example', async () => new Response(JSON.stringify(body), { status }));
const TEAM = { id: 3, parent: null, name: 'IT', nameVi: null, ratedAs: 3 };
const CONFIG = {
  company: 'Acme',
  ratings: 'anonymous',
  k: 5,
  nextTick: '2026-11-23',
  directoryKinds: ['mail'],
  teams: [{ ...TEAM, answers: true }],
  sites: [],
  me: { name: 'An', team: 8, email: 'an@acme.test' },
};
const configOf = async (body: unknown) => clientOf(body)('config', { token: 't' });

describe('the configuration', () => {
  it('is read where the server knows more kinds of account, sites and words than the extension, and keeps their names', async () => {
    const newer = {
      ...CONFIG,
      directoryKinds: ['mail', 'freshdesk'],
      sites: [{ origin: 'https://desk.acme.test', site: 'freshdesk', since: 7 }],
      colours: ['green'],
    };
    // On disk for the next version of the extension, whom the server then tells that nothing has changed.
    const { directoryKinds, sites } = newer;
    const read = { directoryKinds, sites: [{ origin: sites[0]?.origin, site: 'freshdesk' }] };
    expect(await configOf(newer)).toMatchObject({ kind: 'ok', value: read });
  });

  it('is read where the server does not yet say which sites are the company’s own and who answers for a team', async () => {
    const { sites, ...older } = { ...CONFIG, teams: [TEAM] };
    expect(await configOf(older)).toMatchObject({ kind: 'ok', value: { sites, teams: [{ id: 3, answers: true }] } });
  });

  it('is not read where ratings are something else than anonymous: nothing must be called so that is not', async () => {
    expect(await configOf({ ...CONFIG, ratings: 'named' })).toMatchObject({ kind: 'garbled' });
  });
});

describe('an answer to ratings', () => {
  const owner = ownerOf('https://hearback.example', 'an');
  const clicks = (at: number) =>
    ['a', 'b', 'c', 'd'].map((id) => enter(owner, { conversation: id, team: 1, score: 2, wait: null }, 0, at, id));
  const RESULTS = [
    { id: 'a', result: 'accepted' },
    { id: 'b', result: 'rejected', code: 'closed_team' },
    { id: 'c', result: 'merged' },
    { id: 'd', result: 'rejected', code: 'own_team' },
  ];
  const verdictOn = async (sent: ReturnType<typeof clicks>) => {
    const answer = await clientOf({ results: RESULTS })('ratings', { token: 't', body: { events: [] } });
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    return judge(sent, { kind: 'results', results: answer.value.results }, READY, NOW, 0.5);
  };

  it('settles what is understood; the rest is put aside for a day, and holds nothing else up', async () => {
    const sent = clicks(NOW);
    const { settled, held, schedule } = await verdictOn(sent);
    expect(settled).toEqual([
      { entry: sent[0], outcome: { kind: 'accepted' } },
      { entry: sent[3], outcome: { kind: 'rejected', why: 'own_team' } },
    ]);
    expect(held).toEqual([
      { entry: sent[1], until: NOW + DAY },
      { entry: sent[2], until: NOW + DAY },
    ]);
    expect(schedule).toMatchObject({ failures: 0, notBefore: 0 });
  });

  it('that is still not understood when the rating has become too old is told to the rater', async () => {
    const { settled, held } = await verdictOn(clicks(NOW - OLDEST_EVENT_MS - 1));
    expect(held).toEqual([]);
    expect(settled.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'accepted' },
      { kind: 'rejected', why: 'too_old' },
      { kind: 'rejected', why: 'too_old' },
      { kind: 'rejected', why: 'own_team' },
    ]);
  });
});

describe('a problem with a code that only a newer server knows', () => {
  const problem = (status: number) => ({ type: 'about:blank', title: 'No', status, code: 'paused', until: 'noon' });
  const codeOf = async (status: number) => {
    const answer = await clientOf(problem(status), status)('config', { token: 't' });
    return answer.kind === 'problem' ? answer.code : answer.kind;
  };

  it.each([
    [400, 'malformed'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'malformed'],
    [413, 'too_large'],
    [429, 'too_many'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [507, 'unavailable'],
  ])('is what its status, %i, says: %s', async (status, code) => {
    expect(await codeOf(status)).toBe(code);
  });

  it('is none where the answer is not of this API', async () => {
    expect(await clientOf({ error: 'paused' }, 401)('config', { token: 't' })).toEqual({
      kind: 'garbled',
      status: 401,
    });
  });
});
