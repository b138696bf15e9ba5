import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenConversation, SeenMessage } from '../../extension/protocol.ts';
import { chooseResponses, waitBucket } from '../../extension/sites/responses.ts';

const IT = 3;
const HR = 4;
const SALES = 8;
const TEAMS = new Map([
  ['mail:it-help@acme.test', IT],
  ['mail:bich@acme.test', IT],
  ['mail:hr@acme.test', HR],
  ['mail:an@acme.test', SALES],
  ['mail:bao@acme.test', SALES],
  ['mail:sales@acme.test', SALES],
]);
const AN = { team: SALES, accounts: ['mail:an@acme.test'] };
const NINE = Date.parse('2026-11-16T09:00:00+07:00');

const mail = (id: string, more: Partial<SeenMessage> & { from?: string; to?: string[] } = {}): SeenMessage => {
  const { from = 'it-help', to = ['an'], ...rest } = more;
  const account = (name: string) => ({ kind: 'mail' as const, id: name.includes('@') ? name : `${name}@acme.test` });
  return {
    id,
    author: account(from),
    name: null,
    staff: false,
    recipients: to.map(account),
    sentAt: null,
    automatic: false,
    expanded: true,
    ...rest,
  };
};
const thread = (...messages: SeenMessage[]): SeenConversation => ({
  site: 'sample',
  id: 't',
  self: { kind: 'mail', id: 'an@acme.test' },
  selfName: null,
  kind: 'mail',
  queue: null,
  messages,
});
const chosen = (conversation: SeenConversation, me = AN) =>
  chooseResponses(conversation, { teams: TEAMS }, me).map(({ message, team }) => [message, team]);

describe('a response', () => {
  it('is a message of another team to the reader', () => {
    expect(chosen(thread(mail('1')))).toEqual([['1', IT]]);
  });

  it('is one after the reader wrote, whoever it is addressed to', () => {
    expect(chosen(thread(mail('1', { from: 'an' }), mail('2', { to: ['hr'] })))).toEqual([['2', IT]]);
  });

  it("is one after the reader's team wrote", () => {
    expect(chosen(thread(mail('1', { from: 'bao' }), mail('2', { to: ['bao'] })))).toEqual([['2', IT]]);
  });

  it('is not one that others exchange', () => {
    expect(chosen(thread(mail('1', { from: 'hr', to: ['it-help'] }), mail('2', { to: ['hr'] })))).toEqual([]);
  });

  it('is not one written before the reader took part', () => {
    expect(chosen(thread(mail('1', { to: ['hr'] }), mail('2', { from: 'an', to: ['hr'] })))).toEqual([]);
  });

  it("is not one's own, a colleague's, an outsider's or nobody's", () => {
    const messages = [
      mail('1', { from: 'an' }),
      mail('2', { from: 'bao' }),
      mail('3', { from: 'support@evil.example' }),
      mail('4', { author: null }),
    ];
    expect(chosen(thread(...messages))).toEqual([]);
  });

  it('is not a broadcast: more than ten recipients, a list or a robot', () => {
    const ten = Array.from({ length: 10 }, (_, n) => `person${n}`);
    expect(chosen(thread(mail('1', { to: ['an', ...ten.slice(1)] })))).toEqual([['1', IT]]);
    expect(chosen(thread(mail('1', { to: ['an', ...ten] })))).toEqual([]);
    expect(chosen(thread(mail('1', { automatic: true })))).toEqual([]);
  });

  it('is the newest of each team that is expanded', () => {
    const messages = [
      mail('1'),
      mail('2', { from: 'hr' }),
      mail('3', { from: 'bich' }),
      mail('4', { from: 'it-help', expanded: false }),
    ];
    expect(chosen(thread(...messages))).toEqual([
      ['2', HR],
      ['3', IT],
    ]);
  });

  it('is read on a ticket, which names no recipients, by who took part', () => {
    const ticket: SeenConversation = {
      ...thread(mail('1', { from: 'bao', to: [], expanded: false }), mail('2', { to: [] })),
      kind: 'ticket',
    };
    expect(chosen(ticket)).toEqual([['2', IT]]);
    expect(chosen({ ...ticket, messages: ticket.messages.slice(1) })).toEqual([]);
  });
});

describe('whom the page says is reading', () => {
  const toShared = thread(mail('1', { to: ['sales'] }));

  it("may be a mailbox of the reader's team", () => {
    expect(chosen({ ...toShared, self: { kind: 'mail', id: 'sales@acme.test' } })).toEqual([['1', IT]]);
    expect(chosen(toShared)).toEqual([]);
  });

  it('may be an address that the directory does not know', () => {
    const private_ = { kind: 'mail' as const, id: 'an@home.example' };
    expect(chosen({ ...thread(mail('1', { to: ['an@home.example'] })), self: private_ })).toEqual([['1', IT]]);
  });

  it("is not believed when it is somebody of another team, as in a colleague's mailbox", () => {
    const self = { kind: 'mail' as const, id: 'hr@acme.test' };
    expect(chosen({ ...thread(mail('1', { to: ['hr'] })), self })).toEqual([]);
  });
});

describe('the wait', () => {
  it("runs from the last message of the reader's side before the response", () => {
    const conversation = thread(
      mail('1', { from: 'an', sentAt: NINE - 10 * 3_600_000 }),
      mail('2', { from: 'bao', sentAt: NINE }),
      mail('3', { sentAt: NINE + 30 * 60_000 }),
      mail('4', { from: 'an', sentAt: NINE + 60 * 60_000 }),
    );
    expect(chooseResponses(conversation, { teams: TEAMS }, AN)).toEqual([{ message: '3', team: IT, wait: '1h' }]);
  });

  it('is unknown when either time is', () => {
    const asked = mail('1', { from: 'an', sentAt: NINE });
    expect(chooseResponses(thread(asked, mail('2')), { teams: TEAMS }, AN)[0]?.wait).toBeNull();
    expect(chooseResponses(thread(mail('2', { sentAt: NINE })), { teams: TEAMS }, AN)[0]?.wait).toBeNull();
  });

  const HOUR = 3_600_000;
  it.each([
    [0, '1h'],
    [HOUR - 1, '1h'],
    [HOUR, '4h'],
    [4 * HOUR, '1d'],
    [24 * HOUR, '3d'],
    [72 * HOUR, 'more'],
    [-1, null],
    [Number.NaN, null],
  ])('of %i ms is called %s', (ms, bucket) => {
    expect(waitBucket(ms)).toBe(bucket);
  });
});

describe('whatever a conversation holds', () => {
  const people = ['an', 'bao', 'it-help', 'bich', 'hr', 'x@evil.example'];
  const message = fc.record({
    from: fc.constantFrom(...people),
    to: fc.subarray(people),
    expanded: fc.boolean(),
    automatic: fc.boolean(),
    sentAt: fc.option(fc.integer({ min: 0, max: 1e9 })),
  });

  it('each other team gets at most one row, under an expanded message that it wrote', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (drawn) => {
        const conversation = thread(...drawn.map((one, index) => mail(String(index), one)));
        const responses = chooseResponses(conversation, { teams: TEAMS }, AN);
        expect(new Set(responses.map(({ team }) => team)).size).toBe(responses.length);
        for (const { message: id, team } of responses) {
          const found = conversation.messages[Number(id)];
          expect(found?.expanded).toBe(true);
          expect(TEAMS.get(`mail:${found?.author?.id}`)).toBe(team);
          expect(team).not.toBe(SALES);
        }
      }),
    );
  });
});
