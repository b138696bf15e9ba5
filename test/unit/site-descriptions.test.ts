import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOUND } from '../../extension/page/finder.ts';
import { NAMED_HOSTS } from '../../extension/sites/hosts.ts';
import { SITES, siteAt } from '../../extension/sites/index.ts';
import { jiraCloud } from '../../extension/sites/jira-cloud.ts';
import { parseMailHeaders } from '../../extension/sites/mail-headers.ts';
import { accountOn } from '../../extension/sites/message.ts';
import { roundcube } from '../../extension/sites/roundcube.ts';
import { sample } from '../../extension/sites/sample.ts';
import { type Extra, keep, readAddress, readSite } from '../../extension/sites/site-reads.ts';
import { formed, moment } from '../../extension/sites/source.ts';
import { zimbra } from '../../extension/sites/zimbra.ts';
import { asking } from '../stack/asking.ts';

const sites = [...SITES, sample];
const site = (address: string) => siteAt(new URL(address), null, sites)?.id;

describe('a site description', () => {
  it.each(sites.map((one) => [one.id, one] as const))('of %s is plain data', (_, one) => {
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('has its anchor in the style sheet that finds messages', () => {
    const css = readFileSync(new URL('../../extension/entrypoints/page.content/finder.css', import.meta.url), 'utf8');
    expect(css).toContain(`@keyframes ${FOUND} {`);
    expect(css).toContain(`animation: 1ms ${FOUND} !important;`);
    const selectors = (/\n}\n\n([^{]+) \{/.exec(css)?.[1] ?? '').split(',\n');
    expect(selectors.toSorted()).toEqual(sites.flatMap((one) => one.anchor.split(', ')).toSorted());
  });

  it('has its hosts in the manifest', () => {
    const named = SITES.flatMap(({ hosts }) => hosts).filter((host) => host !== '*');
    expect(NAMED_HOSTS.toSorted()).toEqual(named.toSorted());
  });

  it('is looked for in the outermost frame alone on hosts that are the same for everybody, but for tickets that stand in frames', () => {
    const inFrames = SITES.filter(({ hosts, frames }) => hosts.some((host) => host !== '*') && frames !== 'top');
    expect(inFrames.map(({ id }) => id)).toEqual(['jira-cloud', 'servicenow']);
  });

  it('belongs to its own addresses only', () => {
    expect(site('https://mail.google.com/mail/u/0/#inbox/x')).toBe('gmail');
    expect(site('https://acme.atlassian.net/browse/OPS-1')).toBe('jira-cloud');
    expect(site('https://evil-atlassian.net/browse/OPS-1')).toBeUndefined();
    expect(site('https://mail.google.com.evil.example/')).toBeUndefined();
    expect(site('https://mail.acme.test/?_task=mail&_mbox=INBOX&_uid=1&_action=show')).toBe('roundcube');
    expect(site('https://mail.acme.test/?_task=mail&_uid=2&_mbox=INBOX&_framed=1&_action=preview')).toBe('roundcube');
    expect(site('https://mail.acme.test/?_task=mail&_action=compose')).toBeUndefined();
    expect(site('https://acme.zendesk.com/agent/tickets/42')).toBe('zendesk');
    expect(site('https://acme.zendesk.com/hc/en-us/requests/42')).toBeUndefined();
    expect(site('https://acme.service-now.com/incident.do?sys_id=1')).toBe('servicenow');
    expect(site('https://acme.service-now.com/now/sow/record/incident/1')).toBeUndefined();
    expect(site('https://github.com/acme/helpdesk/issues/7')).toBe('github');
    expect(site('https://gist.github.com/acme/7')).toBeUndefined();
    expect(site('http://127.0.0.1:8080/?as=an@acme.test')).toBe('sample');
  });

  it.each([
    ['/browse/OPS-518', 'jira-server'],
    ['/jira/projects/OPS/queues/custom/1/OPS-518', 'jira-server'],
    ['/servicedesk/customer/portal/3/OPS-518', 'jsm-portal'],
  ])("knows Jira from its customers' portal on the same host by the path: %s is %s", (path, id) => {
    const at = (set: string) => siteAt(new URL(path, 'https://jira.acme.test'), set)?.id;
    expect(['jira-server', 'jsm-portal'].map(at)).toEqual(
      ['jira-server', 'jsm-portal'].map((one) => (one === id ? id : undefined)),
    );
    const both = ['jsm-portal', 'jira-server'];
    expect(siteAt(new URL(path, 'https://jira.acme.test'), both)?.id).toBe(id);
  });
});

describe('an account', () => {
  it.each([
    ['https://tickets.acme.test:8443', 'redmine', 'tickets.acme.test:8443/6'],
    ['https://mail.acme.test', 'mail', '6'],
    ['https://github.com', 'github', '6'],
    // A company's own GitHub gives its logins itself.
    ['https://github.acme.test', 'github', 'github.acme.test/6'],
  ] as const)('on %s of kind %s is unique in the company: %s', (origin, kind, id) => {
    expect(accountOn(new URL(origin), kind, '6')).toEqual({ kind, id });
  });
});

describe('a text counts only in its form', () => {
  it.each([
    ['An@Acme.test', 'address', 'an@acme.test'],
    ['IT Helpdesk <it-help@acme.test>', 'address', null],
    ['it-help@acme.test support@evil.example', 'address', null],
    ['mailto:it-help@acme.test?subject=x', 'mailto', 'it-help@acme.test'],
    ['mailto:it%2Dhelp@acme.test', 'mailto', 'it-help@acme.test'],
    ['mailto:%', 'mailto', null],
    ['https://acme.test/it-help@acme.test', 'mailto', null],
    ['hr@acme.test asks - an@acme.test - Acme Mail', 'last-address', 'an@acme.test'],
    ['undefined', 'hex', null],
    ['19a8c00000000001', 'hex', '19a8c00000000001'],
    ['ops-518', 'ticket-key', 'OPS-518'],
    ['OPS-518/x', 'ticket-key', null],
    ['42/files', 'number', '42'],
    ['42/', 'digits', '42'],
    ['42/files', 'digits', null],
    ['  ', 'word', null],
  ] as const)('%s as %s is %s', (raw, form, text) => {
    expect(formed(raw, form)).toBe(text);
  });

  it('and a moment only with its zone', () => {
    expect(moment('2026-11-16T08:30:00.000+0700')).toBe(Date.parse('2026-11-16T01:30:00Z'));
    expect(moment('2026-11-16T08:30:00Z')).toBe(Date.parse('2026-11-16T08:30:00Z'));
    expect(moment('2026-11-16T08:30:00')).toBeNull();
    expect(moment('16 Nov 2026')).toBeNull();
  });
});

describe('a read of the site itself', () => {
  const here = new URL('https://mail.acme.test/?_task=mail&_mbox=A%26B/%C3%A9&_uid=1&_action=show');
  const read = (get: string) => ({ get, as: 'mail-headers' }) as const;

  it('carries its values escaped', () => {
    const { reads } = roundcube;
    expect(reads[0] && readAddress(reads[0], '1', here)?.href).toBe(
      'https://mail.acme.test/?_task=mail&_action=viewsource&_uid=1&_mbox=A%26B%2F%C3%A9',
    );
    expect(readAddress(read('/issue/{conversation}'), '../../x?y', here)?.pathname).toBe('/issue/..%2F..%2Fx%3Fy');
  });

  it('finds its place by the part of the address that stands after #', () => {
    const there = new URL('https://mail.acme.test/SOGo/so/an/Mail/view#!/Mail/0/INBOX/3');
    const at = (get: string, url = there) => readAddress(read(get), 'x', url)?.pathname;
    expect(at('./{#2}/folder{#3}/{#4}/viewsource')).toBe('/SOGo/so/an/Mail/0/folderINBOX/3/viewsource');
    expect(at('./{#5}')).toBeUndefined();
    expect(at('./{#2}/{#3}', new URL('#!/Mail/../../x', there))).toBeUndefined();
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', '?x={?missing}'])(
    'never goes to %s',
    (get) => {
      expect(readAddress(read(get), 'x', here)).toBeNull();
    },
  );

  it('keeps what it names of an answer and stumbles over nothing else', () => {
    const [comments, opening, self] = jiraCloud.reads;
    const extra: Extra = {};
    const answers = [
      null,
      1,
      'x',
      [],
      {},
      { comments: 1 },
      { fields: null },
      { comments: [null, { id: 1 }, { id: '1' }] },
    ];
    for (const one of [comments, opening, self]) {
      for (const answer of answers) if (one && one.as !== 'mail-headers') keep(one, answer, extra);
    }
    expect(extra).toEqual({ messages: [] });
    const comment = { id: '1', author: { accountId: 'a', displayName: 'IT' }, created: 'soon', body: 'secret' };
    if (comments && comments.as !== 'mail-headers') keep(comments, { comments: [comment] }, extra);
    expect(extra).toEqual({ messages: [{ id: '1', author: 'a', sentAt: null }] });
  });

  it('finds the one of a list that is marked so, wherever it stands, and none where two are', () => {
    const mail = (...senders: string[]) => ({
      m: [
        { id: '1', d: 1_763_257_620_000, e: [{ t: 't', a: 'hr@acme.test' }, ...senders.map((a) => ({ t: 'f', a }))] },
      ],
    });
    const kept = (answer: unknown) => {
      const extra: Extra = {};
      for (const read of zimbra.reads) if (read.as === 'messages') keep(read, answer, extra);
      return extra.messages;
    };
    expect(kept(mail('Bich@acme.test'))).toEqual([{ id: '1', author: 'bich@acme.test', sentAt: 1_763_257_620_000 }]);
    expect(kept(mail('bich@acme.test', 'bob@evil.example'))).toEqual([]);
    // Not an address, so nobody's.
    expect(kept(mail('IT Helpdesk <it-help@acme.test>'))).toEqual([]);
    expect(kept({ m: [{ id: '1', e: { t: 'f', a: 'bich@acme.test' } }] })).toEqual([]);
    expect(kept({ m: [{ id: '1', d: 1e300, e: [null, { t: 'f', a: 'bich@acme.test' }] }] })?.[0]?.sentAt).toBeNull();
  });

  it('hangs up at the end of the headers and hands on no word of the body', async () => {
    let taken = 0;
    let cancelled = false;
    const handed: string[] = [];
    const parts = ['Message-ID: <1@x>\r\nTo: an@ac', 'me.test\r\n\r\nthe secret body', 'and more of it'];
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(new TextEncoder().encode(parts[taken++]));
        },
        cancel() {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const get: typeof fetch = async () => new Response(body, { headers: { 'content-type': 'text/plain' } });
    const extra = await readSite(roundcube, '1', here, {
      ...asking(get),
      parse: async (source) => {
        handed.push(source);
        return parseMailHeaders(source);
      },
    });
    expect(handed).toEqual(['Message-ID: <1@x>\r\nTo: an@acme.test']);
    expect(extra).toEqual({
      headers: { thread: '1@x', from: [], recipients: ['an@acme.test'], sentAt: null, automatic: false },
    });
    expect([taken, cancelled]).toEqual([2, true]);
  });

  it('says so where the site answers with something else than a mail, and fails where it does not answer', async () => {
    const page: typeof fetch = async () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    expect(await readSite(roundcube, '1', here, asking(page))).toEqual({ headers: null });
    const silence: typeof fetch = async () => {
      throw new TypeError('offline');
    };
    await expect(readSite(roundcube, '1', here, asking(silence))).rejects.toThrow('offline');
  });
});
