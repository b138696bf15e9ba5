import { describe, expect, it } from 'vitest';
import { parseMailHeaders } from '../../extension/sites/mail-headers.ts';

const mail = (...lines: string[]) => parseMailHeaders([...lines, '', 'List-Id: <in.the.body>'].join('\r\n'));

describe('the thread of a mail', () => {
  it('is the first message that it refers to', () => {
    expect(mail('Message-ID: <3@x>', 'References: <1@x>', '\t<2@x>', 'In-Reply-To: <2@x>').thread).toBe('1@x');
  });
  it('is what it answers, where it names no references', () => {
    expect(mail('Message-ID: <3@x>', 'In-Reply-To: Your mail <2@x> of Monday').thread).toBe('2@x');
  });
  it('is the mail itself, where it answers nothing', () => {
    expect(mail('message-id:<3@x>').thread).toBe('3@x');
  });
  it('is unknown without a Message-ID', () => {
    expect(mail('Subject: <1@x>').thread).toBeNull();
  });
});

describe('a mail is automatic', () => {
  it.each([
    ['List-Id: All staff <all.acme.test>', true],
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: auto-generated; owner-email="x@acme.test"', true],
    ['Auto-Submitted: no', false],
    ['Auto-Submitted: No (a person)', false],
    ['Precedence: bulk', true],
    ['Precedence: first-class', false],
    ['X-Autoreply: yes', true],
    ['Subject: Auto-Submitted: auto-replied', false],
  ])('%s: %s', (line, automatic) => {
    expect(mail(line).automatic).toBe(automatic);
  });
  it('by its headers only, not by its body', () => {
    expect(mail('Subject: x').automatic).toBe(false);
  });
});

describe('the recipients of a mail', () => {
  it('are the addresses of To and Cc, whatever the display names hold', () => {
    const { recipients } = mail(
      'To: "hr@acme.test, of HR" <An@Acme.test>, bao@acme.test (it-help@acme.test),',
      ' Bich <bich@acme.test>',
      'Cc: Team: hr@acme.test, finance@acme.test;',
      'Bcc: secret@acme.test',
    );
    expect(recipients).toEqual([
      'an@acme.test',
      'bao@acme.test',
      'bich@acme.test',
      'hr@acme.test',
      'finance@acme.test',
    ]);
  });
});

describe('the senders of a mail', () => {
  it.each([
    ['From: "it-help@acme.test, of IT" <support@evil.example>', ['support@evil.example']],
    ['From: it-help@acme.test, IT <support@evil.example>', ['it-help@acme.test', 'support@evil.example']],
    ['Sender: it-help@acme.test', []],
  ])('%s', (line, from) => {
    expect(mail(line).from).toEqual(from);
  });
  it('are all that two From lines name', () => {
    expect(mail('From: it-help@acme.test', 'From: support@evil.example').from).toHaveLength(2);
  });
});

describe('the moment of a mail', () => {
  it('is its Date with its zone', () => {
    expect(mail('Date: Mon, 16 Nov 2026 08:47:00 +0700 (ICT)').sentAt).toBe(Date.parse('2026-11-16T01:47:00Z'));
  });
  it('is unknown where there is none', () => {
    expect(mail('Date: yesterday').sentAt).toBeNull();
    expect(mail('Subject: x').sentAt).toBeNull();
  });
});
