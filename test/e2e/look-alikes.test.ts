// Somebody outside who wants to pass for the helpdesk, on every mail site: what they can choose is the name beside their address,
// an address that looks like another, a second address, and the text. None of it makes a row; the helpdesk itself gets one.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeenConversation } from '../../extension/protocol.ts';
import { chooseResponses } from '../../extension/sites/responses.ts';
import { authorKey, type Known } from '../../extension/sites/teams.ts';
import { vouched } from '../../extension/sites/vouched.ts';
import { nameKey } from '../../shared/directory/format.ts';
import { accounts, personAt, TEAM } from '../stack/acme.ts';
import { bundle, type Opened, pagesInChromium, pageText } from './reader.ts';

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./reader.parts.ts');
});
afterEach(() => pages.closeAll());

interface Sender {
  name: string;
  addresses: [string, ...string[]];
}

interface Site {
  page: string;
  address: string;
  set?: string;
  /** The page as it would be had they sent the helpdesk's mails. */
  by(sender: Sender, html: string): string;
  answers?(sender: Sender): Opened['answers'];
}

const HELPDESK: Sender = { name: 'IT Helpdesk', addresses: ['it-help@acme.test'] };
const IMITATORS: [string, Sender][] = [
  ['a name that ends like an address', { name: 'IT <it-help@acme.test>', addresses: ['support@evil.example'] }],
  ['a name that is an address', { name: 'it-help@acme.test', addresses: ['support@evil.example'] }],
  [
    'a name that has the end of a label in it',
    { name: 'From: it-help@acme.test', addresses: ['support@evil.example'] },
  ],
  ['a domain that looks alike', { name: 'IT Helpdesk', addresses: ['it-help@acrne.test'] }],
  ['a domain with a letter of another alphabet', { name: 'IT Helpdesk', addresses: ['it-help@\u0430cme.test'] }],
  ['a domain that begins alike', { name: 'IT Helpdesk', addresses: ['it-help@acme.test.evil.example'] }],
  ['a second address', { name: 'IT Helpdesk', addresses: ['support@evil.example', 'it-help@acme.test'] }],
  ['a second address that stands first', { name: 'IT', addresses: ['it-help@acme.test', 'support@evil.example'] }],
];

const text = (raw: string) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const each = ({ addresses }: Sender, html: (address: string) => string) => addresses.map(html).join(', ');
const fromLine = (sender: Sender) => each(sender, (address) => `"${sender.name}" <${address}>`);
const source = (sender: Sender) =>
  pageText('roundcube-full.eml').replace('IT Helpdesk <it-help@acme.test>', fromLine(sender));

const SITES: Record<string, Site> = {
  Gmail: {
    page: 'gmail.html',
    address: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbgZX',
    by: (sender, html) =>
      html.replaceAll(
        /<span email="it-help@acme\.test" name="IT Helpdesk".*?<\/span><\/span>/g,
        each(sender, (at) => `<span email="${at}" name="${text(sender.name)}" class="gD">${text(sender.name)}</span>`),
      ),
  },
  'Outlook on the web': {
    page: 'outlook.html',
    address: 'https://outlook.office.com/mail/inbox/id/AAQkAx',
    by: (sender, html) =>
      html.replaceAll(
        'IT Helpdesk&lt;it-help@acme.test&gt;',
        sender.addresses.map((at) => `${text(sender.name)}&lt;${at}&gt;`).join('; '),
      ),
  },
  Roundcube: {
    page: 'roundcube-full.html',
    address: 'https://mail.acme.test/?_task=mail&_mbox=INBOX&_uid=1&_action=show',
    by: (sender, html) =>
      html.replaceAll(
        /<a href="mailto:it-help@acme\.test".*?<\/a>/g,
        each(sender, (at) => `<a href="mailto:${at}" class="rcmContactAddress" title="${at}">${text(sender.name)}</a>`),
      ),
    answers: (sender) => ({
      '?_task=mail&_action=viewsource&_uid=1&_mbox=INBOX': { body: source(sender), type: 'text/plain; charset=UTF-8' },
    }),
  },
  SOGo: {
    page: 'sogo.html',
    address: 'https://mail.acme.test/SOGo/so/an/Mail/view#!/Mail/0/INBOX/3',
    set: 'sogo',
    // Of several senders it shows the first alone.
    by: ({ name, addresses: [first] }, html) =>
      html
        .replaceAll('IT Helpdesk', text(name))
        .replace('from[0].email">it-help@acme.test<', `from[0].email">${first}<`),
    answers: (sender) => ({
      '/SOGo/so/an/Mail/0/folderINBOX/3/viewsource': { body: source(sender), type: 'text/plain; charset=utf-8' },
    }),
  },
  Horde: {
    page: 'horde.html',
    address: 'https://mail.acme.test/imp/dynamic.php?page=mailbox#msg:SU5CT1g;3',
    set: 'horde',
    by: (sender, html) =>
      html.replaceAll(
        /<a class="horde-button address" title="it-help@acme\.test">.*?<\/a>/g,
        each(sender, (at) => `<a class="horde-button address" title="${at}">${text(sender.name)}</a>`),
      ),
  },
  Zimbra: {
    page: 'zimbra.html',
    address: 'https://mail.acme.test/',
    set: 'zimbra',
    by: (sender, html) => html.replaceAll('Trần Thị Bích ', `${text(sender.name)} `),
    answers: ({ name, addresses }) => {
      const mail = (id: string, ...from: string[]) => ({ id, d: 0, e: from.map((a) => ({ a, p: name, t: 'f' })) });
      const m = [mail('1001', 'an@acme.test'), mail('1003', 'bob@evil.example'), mail('1005', ...addresses)];
      return { '/service/home/~/': { body: JSON.stringify({ m }) } };
    },
  },
};

async function read({ page, address, set, by, answers }: Site, sender: Sender, imitated = false) {
  const given = answers?.(sender);
  const tab = await pages.open(address, by(sender, pageText(page)), {
    before: parts,
    ...(given && { answers: given }),
  });
  if (imitated) expect(await tab.evaluate(`parts.imitate(${JSON.stringify(set ?? null)})`)).toBeGreaterThan(0);
  const { page: seen }: { page: { conversation: SeenConversation } | null } = await tab.evaluate(
    `parts.read(${JSON.stringify(set ?? null)})`,
  );
  if (!seen) throw new Error('no conversation was found');
  return seen.conversation;
}

const ACME = new Map(accounts.map(({ kind, id, team }) => [`${kind}:${id}`, team]));
const me = { team: personAt('an@acme.test').team, accounts: ['mail:an@acme.test'] };
const teams = (conversation: SeenConversation, told: Known['told'] = new Map()) =>
  chooseResponses(conversation, { teams: ACME, told }, me).map((row) => row.team);

describe.each(Object.entries(SITES))('%s', (_name, site) => {
  it('has a row for the helpdesk itself', async () => {
    expect(teams(await read(site, HELPDESK))).toContain(TEAM.it);
  });

  it.each(IMITATORS)('has none for %s', async (_what, sender) => {
    expect(site.by(sender, pageText(site.page))).not.toBe(pageText(site.page));
    expect(teams(await read(site, sender))).not.toContain(TEAM.it);
  });

  it('reads a mail no other way where its text holds the whole page of a mail by the helpdesk', async () => {
    expect(await read(site, HELPDESK, true)).toEqual(await read(site, HELPDESK));
  });
});

describe('HyperKitty', () => {
  const list = 'https://lists.acme.test/hyperkitty/list/it-help@lists.acme.test';
  const under = (name: string, address = `${list}/thread/AAAA2W/`) =>
    read(
      {
        page: 'hyperkitty.html',
        address,
        set: 'hyperkitty',
        by: (sender, html) => html.replaceAll('IT Helpdesk', text(sender.name)),
      },
      { name, addresses: ['support@evil.example'] },
    );

  it.each(['IT Helpdesk <it-help@acme.test>', 'it-help@acme.test', 'Trần Thị Bích'])(
    'has no row for the name %s, which anybody may choose',
    async (name) => {
      const conversation = await under(name);
      expect(conversation.messages.map((message) => message.name)).toContain(name);
      expect(teams(conversation)).toEqual([]);
    },
  );

  it('has one in the thread in which the reader said who that is, and none in another', async () => {
    const mine = personAt('an@acme.test').name;
    const told = async (address?: string) => {
      const thread = await under('IT Helpdesk', address);
      return { ...thread, selfName: mine };
    };
    const answered = await told();
    const [message] = answered.messages.filter(({ name }) => name === 'IT Helpdesk');
    const key = message && authorKey(message, answered);
    if (!key) throw new Error('nobody to say anything of');
    const said = new Map([[key, TEAM.it]]);
    expect(teams(answered, said)).toEqual([TEAM.it]);
    expect(teams(await told(`${list}/thread/BBBB2W/`), said)).toEqual([]);
  });
});

describe('Request Tracker and Jira’s portal, where a name may be anybody’s', () => {
  const BICH = personAt('bich@acme.test').name;
  const names = new Map([[`name:${nameKey(BICH)}`, TEAM.it]]);
  const rows = (conversation: SeenConversation) => {
    const known = { teams: new Map([...ACME, ...names]) };
    return chooseResponses(
      vouched(conversation, { likeOwn: conversation.site === 'request-tracker', anybodys: false }, me),
      known,
      me,
    ).map((row) => row.message);
  };
  const site = (page: string, address: string, set: string, by: Site['by']): Site => ({ page, address, set, by });
  const nobody: Sender = { name: BICH, addresses: ['support@evil.example'] };

  it('shows no row under a mail from outside where names stand alone, but one under an agent with a login', async () => {
    const at = 'https://rt.acme.test/SelfService/Display.html?id=7';
    const role = site('request-tracker.html', at, 'request-tracker', (_, html) => html);
    const concise = site('request-tracker.html', at, 'request-tracker', (_, html) =>
      html.replaceAll(/ &lt;[^&]*&gt;<\/span>/g, '</span>').replaceAll(/>\w+ \(([^)]*)\)<\/span>/g, '>$1</span>'),
    );
    expect(rows(await read(role, nobody))).toEqual(['12']);
    expect(rows(await read(concise, nobody))).toEqual([]);
  });

  it('shows no row under a customer with a colleague’s name, but one under an agent with hers', async () => {
    const at = 'https://jira.acme.test/servicedesk/customer/portal/3/OPS-1042';
    const as = (name: string) => site('jsm-portal.html', at, 'jsm-portal', (_, html) => html.replaceAll(name, BICH));
    expect(rows(await read(as('Phạm Thu Hà'), nobody))).toEqual([]);
    expect(rows(await read(as('Lê Minh Hoàng'), nobody))).toEqual(['1004']);
  });
});
