// What an administrator hears where a page that can still be rated lost something: names, times, who reads, the queue. And that
// whoever is not signed in, or reads where the site does not say so, is no fault.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HealthField } from '../../shared/sites/health.ts';
import type { Expected } from '../pages/expected/expected.ts';
import { bundle, pagesInChromium, pageText } from './reader.ts';

const FILES = import.meta.glob<{ expected?: Expected[] }>('../pages/expected/*.ts', { eager: true });
const all = Object.values(FILES).flatMap(({ expected = [] }) => expected);

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./reader.parts.ts');
});
afterEach(() => pages.closeAll());

/** The faults of one of the project's own pages, in which some words were replaced. */
async function faults(page: string, old: string | RegExp, now: string, answers: Expected['answers'] = {}) {
  const one = all.find((expected) => expected.page === page && !expected.swap);
  if (!one) throw new Error(`nothing is expected of ${page}`);
  const html = pageText(page);
  expect(html.match(old)).not.toBeNull();
  const tab = await pages.open(one.address, html.replaceAll(old, now), {
    before: parts,
    answers: { ...one.answers, ...answers },
  });
  const read: { faults?: HealthField[] } = await tab.evaluate(`parts.read(${JSON.stringify(one.set ?? null)})`);
  return read.faults;
}

describe('what is lost on every message is said', () => {
  it.each<[HealthField, string, RegExp, string]>([
    ['name', 'servicenow.html', /sn-card-component-createdby/g, 'sn-card-component-by'],
    ['name', 'gitlab.html', /data-testid="author-name"/g, 'data-testid="author"'],
    ['name', 'zammad.html', /article-meta-value/g, 'article-meta-text'],
    ['time', 'github-issue.html', /relative-time/g, 'time-ago'],
    ['time', 'gitlab.html', /<time class="js-timeago" datetime/g, '<time class="js-timeago" title'],
    ['time', 'jira-server.html', /datetime="/g, 'data-time="'],
    ['self', 'redmine.html', /id="loggedas"/g, 'id="signed-in-as"'],
    ['self', 'github-issue.html', /name="user-login"/g, 'name="login"'],
    ['self', 'sogo.html', /activeUser\.email/g, 'activeUser.mail'],
    ['self', 'request-tracker.html', /RT\.CurrentUser/g, 'RT.User'],
    ['queue', 'redmine.html', /class="overview"/g, 'class="home"'],
    ['queue', 'freescout.html', /name="mailbox_id"/g, 'name="mailbox"'],
    ['queue', 'znuny.html', /AgentTicketQueue;QueueID=/g, 'AgentTicketQueue;Queue='],
  ])('%s, as in %s', async (field, page, old, now) => {
    expect(await faults(page, old, now)).toEqual([field]);
  });

  it('and so it is where the site’s own answers should tell it', async () => {
    const given: Record<string, { comments?: { created: string }[] }> = JSON.parse(pageText('jira-cloud.answers.json'));
    const comments = '/rest/api/3/issue/OPS-518/comment';
    const undated = JSON.stringify(given[comments]).replaceAll('"created"', '"written"');
    expect(await faults('jira-cloud.html', /OPS-518/g, 'OPS-518', { [comments]: { body: undated } })).toEqual(['time']);
    expect(await faults('jira-cloud.html', /OPS-518/g, 'OPS-518', { '/rest/api/3/myself': { body: '{}' } })).toEqual([
      'self',
    ]);
  });
});

describe('it is no fault', () => {
  it('where one message lost what the others tell', async () => {
    expect(await faults('gitlab.html', 'data-testid="author-name"', 'data-testid="author-name"')).toEqual([]);
    expect(await faults('gitlab.html', /data-testid="author-name">Lê/g, '>Lê')).toEqual([]);
  });

  it.each([
    ['on GitHub', 'github-issue.html', /name="user-login" content="[^"]*"/g, 'name="user-login" content=""'],
    [
      'on Redmine',
      'redmine.html',
      /<div id="loggedas">.*?<\/div>/g,
      '<div id="account"><a class="login" href="/login">Sign in</a></div>',
    ],
    [
      'on Jira',
      'jira-server.html',
      /<meta name="(ajs-remote-user[a-z-]*)" content="[^"]*"/g,
      '<meta name="$1" content=""',
    ],
    [
      'on GitLab',
      'gitlab.html',
      /gon\.current_user_id=(\d+);/g,
      'gon.other=$1;</script><a href="/users/sign_in">Sign in</a><script>',
    ],
  ])('that nobody is signed in %s', async (_where, page, old, now) => {
    expect(await faults(page, old, now)).toEqual([]);
  });

  it.each([
    ['Outlook in a window of its own shows no folders', 'outlook.html', /primaryMailboxRoot/g, 'otherRoot'],
    ['a closed ticket of GLPI has no form for an answer', 'glpi.html', /id="new-itilobject-form"/g, 'id="no-form"'],
    [
      'a mail’s reader is known to Roundcube by a login alone',
      'roundcube-full.html',
      /"username":"[^"]*"/g,
      '"username":"an"',
    ],
    [
      'a ticket of GLPI is assigned to nobody’s group',
      'glpi.html',
      /data-actor-type="assign"/g,
      'data-actor-type="observer"',
    ],
  ])('that %s', async (_what, page, old, now) => {
    expect(await faults(page, old, now)).toEqual([]);
  });
});
