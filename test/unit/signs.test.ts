// What must stand on a page, or in its address, before the script of a visit is put in.
import { describe, expect, it } from 'vitest';
import { SITES, siteAt } from '../../extension/sites/index.ts';
import { namesConversation, signsOf } from '../../extension/sites/signs.ts';

const named = (address: string, set: string | null = null) => {
  const site = siteAt(new URL(address), set);
  if (!site) throw new Error(`no description for ${address}`);
  return signsOf([site]).inAddress && namesConversation(address, [site]);
};

describe('the signs of a conversation', () => {
  it('are in the address where it alone gives an id', () => {
    expect(named('https://github.com/acme/helpdesk/issues/7')).toBe(true);
    expect(named('https://acme.zendesk.com/agent/tickets/42')).toBe(true);
    expect(named('https://tickets.acme.test/issues/7', 'redmine')).toBe(true);
    expect(named('https://acme.atlassian.net/jira/boards/1?selectedIssue=OPS-1')).toBe(true);
  });

  it('are not in addresses of the same sites that name none', () => {
    expect(named('https://github.com/acme/helpdesk/issues')).toBe(false);
    expect(named('https://acme.zendesk.com/agent/dashboard')).toBe(false);
    expect(named('https://tickets.acme.test/issues/new', 'redmine')).toBe(false);
    expect(named('https://acme.atlassian.net/jira/your-work')).toBe(false);
    expect(named('https://mail.google.com/mail/u/0/#inbox/FMfcgzQabc')).toBe(false);
  });

  it('need an address that is one', () => {
    expect(namesConversation('agent/tickets/42', SITES)).toBe(false);
    expect(namesConversation('https://acme.zendesk.com/agent/tickets/42', SITES)).toBe(true);
  });

  it('are what holds the id where it stands in the page, else what announces a body or holds a message', () => {
    const [gmail] = SITES.filter(({ id }) => id === 'gmail');
    if (!gmail) throw new Error('Gmail is not there');
    const { selector } = signsOf([gmail, { ...gmail, anchor: '.newer', root: '.unlike' }]);
    expect(selector.split(', ')).toEqual([gmail.anchor, '[data-message-id]', 'h2[data-legacy-thread-id]', '.newer']);
    const attribute = { from: 'attribute', name: 'data-id', form: 'word' } as const;
    const ofRoot = { ...gmail, conversation: { id: [attribute], perHost: false } };
    expect(signsOf([ofRoot]).selector.split(', ')).toContain(gmail.root);
  });
});
