// Says in plain lines what the reader found on a page, what is missing, and which messages would get a row at the demo company.

import type { SeenConversation, SeenMessage } from '../../extension/protocol.ts';
import { chooseResponses, chooseUnknown } from '../../extension/sites/responses.ts';
import { accountKey, teamOf } from '../../extension/sites/teams.ts';
import { vouched } from '../../extension/sites/vouched.ts';
import { nameKey } from '../../shared/directory/format.ts';
import { accounts, people, personAt, teams } from './acme.ts';
import type { Found, Tried, TriedMessage } from './try-site.parts.ts';

export interface Reader {
  /** Whose eyes it is read with: somebody of the demo company. */
  as: string;
  /** Teams by `kind:id`, beside the demo company's addresses and names. */
  listed: Readonly<Record<string, number>>;
}

const line = (label: string, text: string) => `  ${label.padEnd(14)}${text}`;
const from = (all: readonly Found[]) => (all.length === 0 ? '' : `   from ${all.map(({ where }) => where).join('; ')}`);
const teamName = (id: number) => teams.find((team) => team.id === id)?.name ?? `team ${id}`;

/** Lines for people. */
export function report(tried: Tried, reader: Reader): string[] {
  const { conversation } = tried;
  const kinds = tried.kinds.flatMap(({ each, matching, inBodies, ignored, withoutId }) => [
    `  ${matching} match ${each}`,
    ...(inBodies > 0 ? [`    ${inBodies} of them in somebody's text: left alone`] : []),
    ...(ignored > 0 ? [`    ${ignored} ignored`] : []),
    ...(withoutId > 0 ? [`    ${withoutId} WITHOUT AN ID: left out`] : []),
  ]);
  const poorer = tried.poorer ? [POORER] : [];
  if (!conversation) {
    const nothing = [`NOTHING FOUND: ${tried.problem ?? tried.reads}`, ...poorer];
    return kinds.length === 0 ? nothing : [...nothing, 'Messages on the page', ...kinds];
  }
  const missing = missingOf(tried, conversation);
  return [
    'Conversation',
    line('id', conversation.id + from(tried.conversationFrom.slice(0, 1))),
    line('self', (conversation.self ? accountKey(conversation.self) : '-') + from(tried.selfFrom)),
    line('self by name', conversation.selfName ?? '-'),
    line('queue', (conversation.queue ?? '-') + from(tried.queueFrom)),
    line('reads', tried.reads),
    'Messages on the page',
    ...kinds,
    `Messages in the order of writing: ${conversation.messages.length}`,
    ...conversation.messages.flatMap((message) => [...messageLines(message, tried.messages)]),
    `Rows, read as ${reader.as} of the demo company`,
    ...rowLines(conversation, tried, reader),
    missing.length === 0 ? 'Nothing is missing.' : 'Missing',
    ...missing.map((text) => `  ${text}`),
    ...poorer,
  ];
}

const POORER =
  'NOT USED HERE: it finds nothing of something that the description of the extension does find (messages, authors, recipients, bodies, who reads), so browsers go back to that one.';

/** Ids may have been numbered since ("id 2"). */
const detailOf = ({ id }: SeenMessage, all: readonly TriedMessage[]) =>
  all.find((one) => one.id === id) ?? all.find((one) => id.startsWith(`${one.id} `));

function messageLines(message: SeenMessage, all: readonly TriedMessage[]): string[] {
  const detail = detailOf(message, all);
  const { author, name, recipients, sentAt, staff, automatic } = message;
  const marks = [
    staff && 'staff',
    detail?.internal && 'internal',
    automatic && 'automatic',
    detail?.own && 'the reader’s own ("own")',
  ].filter(Boolean);
  const told = detail === undefined || detail.toldByTheSite ? '   from the site’s own answer' : '';
  const several = author === null && detail?.authorFrom.length ? `NOT TOLD BY SEVERAL: ${valuesOf(detail)}` : '-';
  return [
    `  ${message.id}`,
    line('  author', (author ? accountKey(author) : several) + (told || from(detail?.authorFrom ?? []))),
    line(
      '  name',
      name === null
        ? detail?.nameFrom.length
          ? '- (there, but it does not count here)'
          : '-'
        : name + from(detail?.nameFrom ?? []),
    ),
    line('  to', recipients.map(accountKey).join(', ') || '-'),
    line('  written', sentAt === null ? '-' : new Date(sentAt).toISOString()),
    line('  marks', marks.join(', ') || '-'),
    line('  body', detail?.body ?? 'not on the page'),
  ];
}

const valuesOf = ({ authorFrom }: TriedMessage) => authorFrom.flatMap(({ values }) => values).join(', ');

function rowLines(read: SeenConversation, { likeOwn }: Tried, { as, listed }: Reader): string[] {
  const { email, name, team, jira } = personAt(as);
  const me = { team, name, accounts: [`mail:${email}`, `jira:${jira}`] };
  const known = {
    teams: new Map([
      ...accounts.map((account) => [accountKey(account), account.team] as const),
      ...people.map((one) => [`name:${nameKey(one.name)}`, one.team] as const),
      ...Object.entries(listed),
    ]),
  };
  const conversation = vouched(read, { likeOwn, anybodys: false }, me);
  const rows = chooseResponses(conversation, known, me);
  const asked = chooseUnknown(conversation, known, me)?.id;
  return conversation.messages.map((message) => {
    const by = teamOf(message, conversation, known);
    const row = rows.find((one) => one.message === message.id);
    return line(`  ${message.id}`, `  ${row ? `ROW: ${teamName(row.team)}` : why(message)}`);

    function why({ id, automatic, expanded, author }: SeenMessage): string {
      const isSelf =
        author !== null && conversation.self !== null && accountKey(author) === accountKey(conversation.self);
      if (id === asked) return 'the row ASKS which team answered';
      if (isSelf || by === team) return 'no row: the reader’s own, or their team’s';
      if (automatic) return 'no row: automatic';
      if (!expanded) return 'no row: no body is shown';
      if (by == null) return 'no row: nobody of the demo company';
      if (rows.some((one) => one.team === by)) return `no row: ${teamName(by)} has a newer one`;
      return 'no row: no answer to the reader (they neither wrote before nor are among its recipients)';
    }
  });
}

/** In the order in which people would look for it; what a robot wrote needs no author. */
function missingOf({ silent, reads, messages }: Tried, conversation: SeenConversation): string[] {
  const all = conversation.messages;
  const without = (what: string, lacking: readonly { id: string }[], so: string) =>
    lacking.length === 0 ? [] : [`${what}: ${lacking.map(({ id }) => id).join(', ')} (${so})`];
  return [
    ...(reads.startsWith('failed') ? [`the site's own answers: ${reads}`] : []),
    ...(all.length === 0 ? ['messages: the conversation is there, but nothing in it is a message'] : []),
    ...(conversation.self || conversation.selfName
      ? []
      : ['who is reading: own messages are known by the directory and the reader’s name alone']),
    ...(conversation.queue || silent.includes('queue') ? [] : ['the queue: hidden authors cannot be told by it']),
    ...without(
      'an author',
      all.filter(({ author, name, staff, automatic }) => !author && !name && !staff && !automatic),
      'no account and no name: they never get a row',
    ),
    ...without(
      'a body',
      messages.filter(({ body }) => body.startsWith('none')),
      'they count as collapsed',
    ),
    ...(conversation.kind === 'mail'
      ? without(
          'recipients',
          all.filter(({ recipients }) => recipients.length === 0),
          'a mail to many cannot be told',
        )
      : []),
  ];
}
