// Writes a mail as bytes (RFC 5322, MIME): what the seed needs, no more.

export interface Mailbox {
  name: string;
  address: string;
}

export interface Mail {
  /** Left part of its Message-ID; null: the header is absent. */
  id: string | null;
  /** The ids it answers, oldest first. */
  answers?: readonly string[];
  from: Mailbox;
  to: readonly Mailbox[];
  cc?: readonly Mailbox[];
  subject: string;
  sent: Date;
  text: string;
  html?: string;
  headers?: Record<string, string>;
}

/** A header word that may hold any letter (RFC 2047), cut where a line would grow past 75 characters. */
function word(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const parts: string[] = [];
  let part = '';
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > 42) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}

const mailbox = ({ name, address }: Mailbox) => {
  const shown = word(name);
  return `${shown === name ? `"${name.replaceAll(/(["\\])/g, '\\$1')}"` : shown} <${address}>`;
};

const list = (mailboxes: readonly Mailbox[]) => mailboxes.map(mailbox).join(',\r\n ');
const messageId = (id: string) => `<${id}@acme.test>`;

const body = (kind: 'plain' | 'html', text: string) =>
  [
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');

/** The mail as it stands in a mailbox. */
export function write(mail: Mail): string {
  const { id, answers = [], cc = [], html, headers = {} } = mail;
  const parent = answers.at(-1);
  const head = [
    `From: ${mailbox(mail.from)}`,
    `To: ${list(mail.to)}`,
    ...(cc.length > 0 ? [`Cc: ${list(cc)}`] : []),
    `Date: ${mail.sent.toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${word(mail.subject)}`,
    ...(id === null ? [] : [`Message-ID: ${messageId(id)}`]),
    ...(parent === undefined
      ? []
      : [`In-Reply-To: ${messageId(parent)}`, `References: ${answers.map(messageId).join('\r\n ')}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ].join('\r\n');
  if (html === undefined) return `${head}\r\n${body('plain', mail.text)}`;
  const line = 'acme-parts';
  return [
    head,
    `Content-Type: multipart/alternative; boundary="${line}"`,
    '',
    `--${line}`,
    body('plain', mail.text),
    `--${line}`,
    body('html', html),
    `--${line}--`,
    '',
  ].join('\r\n');
}
