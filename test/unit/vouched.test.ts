import { describe, expect, it } from 'vitest';
import type { SeenConversation, SeenMessage } from '../../extension/protocol.ts';
import { redmine } from '../../extension/sites/redmine.ts';
import { chooseResponses, chooseUnknown } from '../../extension/sites/responses.ts';
import { servicenow } from '../../extension/sites/servicenow.ts';
import { groundOf, vouched } from '../../extension/sites/vouched.ts';

const IT = 3;
const SALES = 8;
const host = 'rt.acme.test';
const me = { team: SALES, name: 'Nguyễn Văn An', accounts: ['mail:an@acme.test'] };
const teams = new Map([
  ['mail:it-help@acme.test', IT],
  ['mail:no-reply@acme.test', IT],
  ['name:bích thị trần', IT],
]);

/** A message by one of the site's accounts, and what the page shows beside it. */
const by = (user: number, name: string | null): SeenMessage => ({
  id: `by ${user}`,
  author: { kind: 'rt', id: `${host}/${user}` },
  name,
  staff: false,
  recipients: [],
  sentAt: null,
  automatic: false,
  expanded: true,
});
const ticket = (own: string | null, ...messages: SeenMessage[]): SeenConversation => ({
  site: 'request-tracker',
  id: `${host}/7`,
  self: { kind: 'rt', id: `${host}/5` },
  selfName: null,
  kind: 'ticket',
  queue: null,
  messages: [by(5, own), ...messages],
});
const rows = (conversation: SeenConversation, known: ReadonlyMap<string, number> = teams) =>
  chooseResponses(vouched(conversation, { likeOwn: true, anybodys: false }, me), { teams: known }, me).map(
    ({ team }) => team,
  );
const asked = (conversation: SeenConversation) =>
  chooseUnknown(vouched(conversation, { likeOwn: true, anybodys: false }, me), { teams: new Map() }, me)?.id;

describe('where each reader chooses how people are shown', () => {
  it.each(['an@acme.test', 'Nguyễn Văn An', 'An Nguyễn Văn'])(
    'an address and a full name count where the reader’s own message shows theirs: %s',
    (own) => {
      expect(rows(ticket(own, by(6, 'it-help@acme.test')))).toEqual([IT]);
      expect(rows(ticket(own, by(6, 'Trần Thị Bích')))).toEqual([IT]);
    },
  );

  it.each([null, 'Sales', 'it-help@acme.test', 'Trần Thị Bích'])('and nothing does where it shows %s', (own) => {
    expect(rows(ticket(own, by(6, 'it-help@acme.test')))).toEqual([]);
    expect(rows(ticket(own, by(6, 'Trần Thị Bích')))).toEqual([]);
  });

  it('nor where the page does not say who reads', () => {
    const own = by(5, 'an@acme.test');
    expect(rows({ ...ticket(null, own, by(6, 'it-help@acme.test')), self: null })).toEqual([]);
  });

  it('a listed account counts whatever is shown, and before an address', () => {
    const known = new Map([...teams, [`rt:${host}/6`, 4]]);
    expect(rows(ticket(null, by(6, 'it-help@acme.test')), known)).toEqual([4]);
    expect(rows(ticket('an@acme.test', by(6, 'it-help@acme.test')), known)).toEqual([4]);
  });

  it('a robot’s address gets no row', () => {
    expect(rows(ticket('an@acme.test', by(6, 'no-reply@acme.test')))).toEqual([]);
  });

  it('the reader is asked about a full name that counts, and never about an address', () => {
    expect(asked(ticket('an@acme.test', by(6, 'Old Vendor')))).toBe('by 6');
    expect(asked(ticket(null, by(6, 'Old Vendor')))).toBeUndefined();
    expect(asked(ticket('an@acme.test', by(6, 'support@evil.example')))).toBeUndefined();
  });

  it('somebody with the reader’s address is the reader, whatever their account', () => {
    const own = ticket('an@acme.test', by(9, 'an@acme.test'), by(6, 'it-help@acme.test'));
    expect(rows(own, new Map([...teams, ['mail:an@acme.test', IT]]))).toEqual([IT]);
    expect(rows({ ...own, messages: own.messages.slice(0, 2) }, new Map([['mail:an@acme.test', IT]]))).toEqual([]);
  });
});

it('elsewhere a name that is an address is a name', () => {
  const seen = ticket('an@acme.test', by(6, 'it-help@acme.test'));
  expect(vouched(seen, { likeOwn: false, anybodys: false }, me)).toEqual(seen);
});

describe('a host such as every company may have', () => {
  const ours = 'https://acme.service-now.com/incident.do';
  const user = (id: string) => ({ kind: 'servicenow' as const, id: `acme.service-now.com/${id}` });
  const incident: SeenConversation = {
    ...ticket(null),
    site: 'servicenow',
    self: user('an'),
    queue: 'acme.service-now.com/vpn',
    messages: [
      { ...by(5, null), author: user('an') },
      { ...by(6, 'Trần Thị Bích'), author: user('bich') },
      { ...by(7, null), author: null, staff: true },
      { ...by(8, 'Old Vendor'), author: user('vendor') },
    ],
  };
  const known = { teams: new Map([...teams, ['queue:acme.service-now.com/vpn', 4]]) };
  const told = new Map([['servicenow:acme.service-now.com/vendor', 5]]);
  /** Where agents are marked nobody else is asked about. */
  const unmarked = { ...incident, messages: incident.messages.filter(({ staff }) => !staff) };
  const believed = (set: readonly string[] | null, conversation = incident) =>
    vouched(conversation, groundOf([servicenow], new URL(ours), set), me);

  it('has names, the queue, and what the reader says of others where the company listed it', () => {
    const seen = believed(['servicenow']);
    expect(chooseResponses(seen, known, me).map(({ team }) => team)).toEqual([IT, 4]);
    expect(chooseUnknown(believed(['servicenow'], unmarked), known, me)?.id).toBe('by 8');
    expect(chooseResponses(seen, { ...known, told }, me).map(({ team }) => team)).toEqual([IT, 4, 5]);
  });

  it('has none of them where it did not, and listed accounts still', () => {
    const seen = believed(null);
    expect(chooseResponses(seen, { ...known, told }, me)).toEqual([]);
    expect(chooseUnknown(believed(null, unmarked), known, me)).toBeNull();
    const listed = { teams: new Map([...known.teams, ['servicenow:acme.service-now.com/vendor', 6]]) };
    expect(chooseResponses(seen, listed, me).map(({ team }) => team)).toEqual([6]);
  });

  it('is none of the company’s own servers, nor one that is the same for everybody', () => {
    for (const address of ['https://tickets.acme.test/issues/7', 'https://github.com/acme/x/issues/7']) {
      expect(groundOf([redmine], new URL(address), null).anybodys).toBe(false);
    }
    expect(groundOf([servicenow], new URL('https://support.acme.test/incident.do'), ['servicenow']).anybodys).toBe(
      false,
    );
  });
});
