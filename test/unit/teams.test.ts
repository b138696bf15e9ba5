import { describe, expect, it } from 'vitest';
import type { Account, SeenConversation, SeenMessage } from '../../extension/protocol.ts';
import { chooseResponses, chooseUnknown } from '../../extension/sites/responses.ts';
import { authorKey, type Known, teamOf } from '../../extension/sites/teams.ts';

const IT = 3;
const HR = 4;
const FINANCE = 5;
const SALES = 8;
const host = 'tickets.acme.test';
const user = (id: number): Account => ({ kind: 'redmine', id: `${host}/${id}` });

const said = (id: string, more: Partial<SeenMessage> = {}): SeenMessage => ({
  id,
  author: user(6),
  name: 'Bích Trần Thị',
  staff: false,
  recipients: [],
  sentAt: null,
  automatic: false,
  expanded: true,
  ...more,
});
const ticket = (messages: SeenMessage[], more: Partial<SeenConversation> = {}): SeenConversation => ({
  site: 'redmine',
  id: `${host}/7`,
  self: user(5),
  selfName: null,
  kind: 'ticket',
  queue: `${host}/vpn`,
  messages,
  ...more,
});
const known = (teams: Record<string, number>, told: Record<string, number | null> = {}): Known => ({
  teams: new Map(Object.entries(teams)),
  told: new Map(Object.entries(told)),
});
const account = `redmine:${host}/6`;
const everything = { [account]: IT, [`queue:${host}/vpn`]: HR, 'name:bích thị trần': FINANCE };

describe('the team of an author', () => {
  const of = (message: SeenMessage, by: Known, more: Partial<SeenConversation> = {}) =>
    teamOf(message, ticket([message], more), by);

  it('is the account’s before anything else', () => {
    expect(of(said('1', { staff: true }), known(everything, { [account]: SALES }))).toBe(IT);
  });

  it('is the queue’s where the site marks the author as staff, and only there', () => {
    const { [account]: _, ...rest } = everything;
    expect(of(said('1', { staff: true }), known(rest))).toBe(HR);
    expect(of(said('1'), known(rest))).toBe(FINANCE);
    expect(of(said('1', { staff: true, author: null, name: null }), known(rest))).toBe(HR);
    expect(of(said('1', { staff: true }), known(rest), { queue: null })).toBe(FINANCE);
  });

  it('is that of the full name, in whichever order, on tickets alone', () => {
    const names = known({ 'name:bích thị trần': FINANCE });
    expect(of(said('1', { author: null, name: 'Trần Thị Bích' }), names)).toBe(FINANCE);
    expect(of(said('1', { author: null, name: 'TRẦN, Thị Bích'.normalize('NFD') }), names)).toBe(FINANCE);
    expect(of(said('1', { author: null, name: 'Bích' }), known({ 'name:bích': FINANCE }))).toBeUndefined();
    expect(of(said('1', { author: null }), names, { kind: 'list' })).toBeUndefined();
  });

  it('is what the reader said where nothing else tells, none included, and never on mail', () => {
    const told = known({}, { [account]: SALES });
    expect(of(said('1'), told)).toBe(SALES);
    expect(of(said('1'), told, { kind: 'list' })).toBe(SALES);
    expect(of(said('1'), known({}, { [account]: null }))).toBeNull();
    expect(of(said('1'), told, { kind: 'mail' })).toBeUndefined();
    expect(of(said('1'), known({}))).toBeUndefined();
  });

  it('is none where the site shows an address that the company does not know, whatever name stands before it', () => {
    const outsider = said('1', { author: { kind: 'mail', id: 'support@evil.example' } });
    expect(of(outsider, known(everything))).toBeUndefined();
    expect(of(outsider, known({ 'mail:support@evil.example': HR }))).toBe(HR);
    expect(authorKey(outsider, ticket([]))).toBeNull();
  });

  it('is none by a name that whoever writes may choose, which still tells the reader’s own messages', () => {
    const names = known({ 'name:bích thị trần': FINANCE });
    const free = said('1', { author: null, name: 'Trần Thị Bích', free: true });
    expect(of({ ...free, name: 'Trần Thị Bích' }, names)).toBeUndefined();
    expect(authorKey(free, ticket([]))).toBeNull();
    const own = said('0', { author: null, name: 'Nguyễn Văn An', free: true });
    const answer = said('2', { author: null, name: 'Trần Thị Bích', staff: true });
    const AN = { team: SALES, accounts: [], name: 'Nguyễn Văn An' };
    const seen = ticket([own, free, answer], { self: null, queue: null });
    expect(chooseResponses(seen, names, AN).map(({ message }) => message)).toEqual(['2']);
    expect(chooseUnknown({ ...seen, messages: [own, free] }, known({}), AN)).toBeNull();
  });

  it('is kept under the account, else under the name', () => {
    const key = (message: SeenMessage) => authorKey(message, ticket([]));
    expect(key(said('1'))).toBe(account);
    expect(key(said('1', { author: null }))).toBe('name:bích thị trần');
    expect(key(said('1', { author: null, name: 'IT' }))).toBe('name:it');
    expect(key(said('1', { author: null, name: null }))).toBeNull();
  });
});

describe('what the reader said of a name on a list', () => {
  const bich = said('1', { author: null, name: 'Trần Thị Bích' });
  const mine = said('0', { author: null, name: 'Nguyễn Văn An' });
  const thread = (id: string) => ticket([mine, bich], { id, kind: 'list', self: null });
  const AN = { team: SALES, accounts: [], name: 'Nguyễn Văn An' };
  const told = (id: string) => known({}, { [authorKey(bich, thread(id)) ?? '']: IT });

  it('counts in the same thread, and in no other: there somebody else may have chosen it', () => {
    const rows = (id: string) => chooseResponses(thread(id), told('it/AAAA'), AN).map(({ team }) => team);
    expect(rows('it/AAAA')).toEqual([IT]);
    expect(rows('it/BBBB')).toEqual([]);
    expect(chooseUnknown(thread('it/BBBB'), told('it/AAAA'), AN)?.id).toBe('1');
  });

  it('but of an account wherever it writes', () => {
    const someone = said('1');
    expect(authorKey(someone, thread('a'))).toBe(authorKey(someone, thread('b')));
  });
});

describe('the reader is asked which team answered', () => {
  const AN = { team: SALES, accounts: ['mail:an@acme.test'], name: 'Nguyễn Văn An' };
  const mine = said('mine', { author: user(5), name: 'An Nguyễn Văn' });
  const asked = (conversation: SeenConversation, by: Known = known({})) => chooseUnknown(conversation, by, AN)?.id;

  it('under the newest answer that nobody knows', () => {
    const other = said('2', { author: user(40), name: 'Old Vendor' });
    expect(asked(ticket([mine, said('1'), other]))).toBe('2');
    expect(asked(ticket([mine, said('1'), other]), known({ [`redmine:${host}/40`]: HR }))).toBe('1');
  });

  it('not where they know, where they said so before, or said "none"', () => {
    expect(asked(ticket([mine, said('1')]), known({ [account]: IT }))).toBeUndefined();
    expect(asked(ticket([mine, said('1')]), known({}, { [account]: IT }))).toBeUndefined();
    expect(asked(ticket([mine, said('1')]), known({}, { [account]: null }))).toBeUndefined();
    expect(chooseResponses(ticket([mine, said('1')]), known({}, { [account]: IT }), AN)).toEqual([
      { message: '1', team: IT, wait: null },
    ]);
    expect(chooseResponses(ticket([mine, said('1')]), known({}, { [account]: null }), AN)).toEqual([]);
  });

  it('not about what would be no response: before their own, by robots, folded, or their own by name', () => {
    expect(asked(ticket([said('1'), mine]))).toBeUndefined();
    expect(asked(ticket([mine, said('1', { automatic: true })]))).toBeUndefined();
    expect(asked(ticket([mine, said('1', { expanded: false })]))).toBeUndefined();
    expect(asked(ticket([mine, said('1', { author: null, name: 'Nguyễn Văn An' })], { self: null }))).toBeUndefined();
  });

  it('not about an address that the company does not know', () => {
    const outsider = said('2', { author: { kind: 'mail', id: 'support@evil.example' }, name: 'Trần Thị Bích' });
    expect(asked(ticket([mine, outsider]))).toBeUndefined();
  });

  it('not about others than those whom the site marks as staff, where it marks any', () => {
    const staff = said('2', { author: user(41), name: 'Helper', staff: true });
    const vendor = said('3', { author: user(40), name: 'Old Vendor' });
    expect(asked(ticket([mine, staff, vendor]))).toBe('2');
  });

  it('on lists, but never on mail', () => {
    expect(asked(ticket([mine, said('1')], { kind: 'list' }))).toBe('1');
    expect(asked(ticket([mine, said('1')], { kind: 'mail' }))).toBeUndefined();
  });

  it('takes a namesake with another account on the same site for somebody else', () => {
    const namesake = said('1', { author: user(77), name: 'An Nguyễn Văn' });
    expect(asked(ticket([mine, namesake]))).toBe('1');
  });
});
