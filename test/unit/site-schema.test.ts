// The schema lets through what the extension carries, and nothing that a description may not say.

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { gmail } from '../../extension/sites/gmail.ts';
import { SITES } from '../../extension/sites/index.ts';
import { redmine } from '../../extension/sites/redmine.ts';
import { sample } from '../../extension/sites/sample.ts';
import type { Form, MessageDescription, SiteDescription, SiteRead } from '../../shared/sites/description.ts';
import { KNOWN_SITES } from '../../shared/sites/known.ts';
import { DescriptionSchema, type FORMS, type Message, NewerDescription, type Read } from '../../shared/sites/schema.ts';
import { badSelector } from '../../shared/sites/selectors.ts';
import { SITE_IDS } from '../../shared/words.ts';
import { checkPasted } from '../../worker/domain/newer-description.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** Does not compile where a type and its schema part. */
const same: [
  Same<v.InferOutput<typeof DescriptionSchema>, SiteDescription>,
  Same<v.InferOutput<typeof Message>, MessageDescription>,
  Same<v.InferOutput<typeof Read>, SiteRead>,
  Same<(typeof FORMS)[number], Form>,
] = [true, true, true, true];

const sites = [...new Set([...SITES, sample])];

describe.each(sites.map((site) => [site.id, site] as const))('the bundled description of %s', (id, site) => {
  it('is what the schema takes, unchanged', () => {
    expect(v.parse(DescriptionSchema, structuredClone(site))).toEqual(site);
    expect(same).not.toContain(false);
  });

  it('could be published anew under the next version', () => {
    if (id === 'sample') return;
    const { version } = KNOWN_SITES[id];
    const pasted = JSON.stringify({ version: version + 1, ...site });
    expect(checkPasted(pasted, id, version)).toEqual({ kind: 'good', version: version + 1, description: site });
  });
});

it('every site has a name and the version of its description', () => {
  expect(Object.keys(KNOWN_SITES)).toEqual([...SITE_IDS]);
});

describe('what is refused, and where', () => {
  const base = { version: 2, ...redmine };
  const first = redmine.messages[0];
  const at = (change: object) => ({ ...base, messages: [{ ...first, ...change }] });
  const source = (change: object) => at({ id: [{ from: 'fixed', text: 'x', form: 'word', ...change }] });

  it.each<[string, object, string, kind?: string]>([
    ['a site that does not exist', { ...base, id: 'fax' }, 'id'],
    ['a version that is no number', { ...base, version: '2' }, 'version'],
    ['a word of its own', { ...base, run: 'alert(1)' }, 'run', 'unknown'],
    ['a description without messages', { ...base, messages: [] }, 'messages'],
    ['a message with a word of its own', at({ script: 'x' }), 'messages.0.script', 'unknown'],
    ['a source that is not known', at({ id: [{ from: 'eval', form: 'word' }] }), 'messages.0.id.0.from'],
    ['a form that is not known', source({ form: 'regexp' }), 'messages.0.id.0.form'],
    ['an endless text', source({ text: 'x'.repeat(201) }), 'messages.0.id.0.text'],
    ['a selector that ends a style rule', at({ body: 'p { color: red }' }), 'messages.0.body'],
    ['an endless selector', { ...base, root: 'a '.repeat(400) }, 'root'],
    ['a read of another host', { ...base, reads: [{ get: '//evil.example/', as: 'mail-headers' }] }, 'reads.0.get'],
    [
      'a read with a scheme',
      { ...base, reads: [{ get: 'https://evil.example/', as: 'self', id: 'x' }] },
      'reads.0.get',
    ],
    ['a host that is an address', { ...base, hosts: ['https://evil.example/'] }, 'hosts.0'],
  ])('%s', (_, description, path, kind = 'shape') => {
    const checked = v.safeParse(NewerDescription, description);
    expect(checked.success).toBe(false);
    expect(checkPasted(JSON.stringify(description), 'redmine', 1)).toMatchObject({
      kind: 'bad',
      faults: [{ kind, path }],
    });
  });

  it.each<[string, string, object]>([
    ['text that is no JSON', '{', { kind: 'not_json' }],
    ['a number', '7', { kind: 'shape', path: '' }],
    ['another site', JSON.stringify({ ...base, id: 'gmail' }), { kind: 'site' }],
    ['the version in use', JSON.stringify({ ...base, version: 1 }), { kind: 'version', above: 1 }],
    [
      'a selector that does not parse',
      JSON.stringify(at({ body: 'p[' })),
      { kind: 'selector', path: 'messages.0.body' },
    ],
    [
      'one deep inside',
      JSON.stringify({ ...base, self: [{ from: 'join', parts: [{ from: 'text', of: '>>', form: 'word' }] }] }),
      { kind: 'selector', path: 'self.0.parts.0.of' },
    ],
  ])('%s', (_, text, fault) => {
    expect(checkPasted(text, 'redmine', 1)).toMatchObject({ kind: 'bad', faults: [fault] });
  });

  const mail = (change: object) => ({ version: 2, ...gmail, ...change });
  const body = (selector: string) => ({ messages: gmail.messages.map((one) => ({ ...one, body: selector })) });
  it.each<[string, object, object | null]>([
    ['a ticket', { ...base, bodies: ':not(*)' }, { kind: 'nothing', path: 'bodies' }],
    ['mails', mail({ bodies: 'p:not(.x, *)' }), { kind: 'nothing', path: 'bodies' }],
    ['mails as they were before', mail(body('.nB.nC')), { kind: 'speaks', path: 'bodies', body: 'messages.0.body' }],
    ['one of two kinds', mail(body('.ii.gt, .nB.nC')), { kind: 'speaks', path: 'bodies', body: 'messages.0.body' }],
    ['mails here and there', mail({ bodies: '.x .ii.gt, .a3s' }), { kind: 'speaks' }],
    ['all mails', mail({ ...body('.nB.nC'), bodies: `${gmail.bodies}, .nB.nC` }), null],
    ['all mails and more', mail({ ...body('.adn > .nB.nC'), bodies: '.nB' }), null],
    ['all mails, here and there', mail({ ...body('.x .nB'), bodies: '.x .nB' }), null],
    ['mails by their ids', mail({ ...body('#mail-{id}'), bodies: '[id^="mail-"]' }), null],
  ])('what lets texts speak: bodies that name %s', (_, description, fault) => {
    const { id } = v.parse(v.object({ id: v.picklist(SITE_IDS) }), description);
    const pasted = checkPasted(JSON.stringify(description), id, 1);
    expect(pasted).toMatchObject(fault ? { kind: 'bad', faults: [fault] } : { kind: 'good' });
  });

  it('tries every selector of a description, and the place of an id as an id', () => {
    const tried: string[] = [];
    badSelector(redmine, (selector) => tried.push(selector) > 0);
    expect(tried).toEqual(
      expect.arrayContaining([redmine.root, redmine.bodies, redmine.anchor, '#journal-x-notes', '.private-notes']),
    );
    expect(tried).toHaveLength(16);
  });
});
