import { describe, expect, it } from 'vitest';
import { parseSites } from '../stack/sites.ts';

describe('HEARBACK_SITES', () => {
  it('is a list of origins, each with its site', () => {
    const list = [
      { origin: 'http://127.0.0.1:18083', site: 'request-tracker' },
      { origin: 'https://jira.acme.test', site: 'jira-server' },
      { origin: 'https://jira.acme.test', site: 'jsm-portal' },
    ];
    expect(parseSites(JSON.stringify(list))).toEqual(list);
    expect(parseSites('[]')).toEqual([]);
  });

  it.each([
    ['{', /not JSON/],
    ['{}', /must be a list/],
    ['[1]', /not an origin/],
    ['[{"origin":"https://a.test/","site":"redmine"}]', /"https:\/\/a.test\/", which is not an origin/],
    ['[{"origin":"http://a.test","site":"redmine"}]', /not an origin/],
    ['[{"origin":"https://a.test","site":"fax"}]', /the site "fax"; known are gmail, /],
    ['[{"origin":"https://a.test","site":"glpi"},{"origin":"https://a.test","site":"glpi"}]', /a.test as glpi twice/],
  ])('is refused with a reason where it is %s', (text, why) => {
    expect(() => parseSites(text)).toThrow(why);
  });
});
