// Checks a site description that did not come with the extension: an administrator published it. For worker and background
// only; the content script gets what they let through. A test
// lets `tsc` compare it with the types in description.ts; a new name of a selector goes to selectors.ts too.
import * as v from 'valibot';
import { ACCOUNT_KINDS, SITE_IDS } from '../words.ts';
import type { Cut, Form, Source } from './description.ts';

const text = (longest: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(longest));
/** Whether it can be parsed says who has a parser: the worker's `badSelector`, the browser itself. */
const selector = v.pipe(text(600), v.regex(/^[^{}<]*$/, 'a selector'));
/** `{id}` stands for the message's. */
const selectorWithId = v.pipe(text(600), v.regex(/^[^{}<]*(?:\{id\}[^{}<]*)?$/, 'a selector'));
const word = text(200);
const list = <S extends v.GenericSchema>(of: S, longest: number) =>
  v.pipe(v.array(of), v.maxLength(longest), v.readonly());

export const FORMS = [
  'address',
  'mailto',
  'last-address',
  'moment',
  'hex',
  'ticket-key',
  'number',
  'digits',
  'segment',
  'login',
  'name',
  'word',
] as const satisfies readonly Form[];

const found = {
  form: v.picklist(FORMS),
  kind: v.exactOptional(v.picklist(ACCOUNT_KINDS)),
  after: v.exactOptional(v.union([word, v.pipe(v.array(word), v.minLength(1), v.maxLength(8), v.readonly())])),
  before: v.exactOptional(word),
  inside: v.exactOptional(v.picklist(['<>', '()'])),
} satisfies { [K in keyof Cut]: v.GenericSchema } & Record<string, v.GenericSchema>;

const Single = v.variant('from', [
  v.strictObject({
    from: v.literal('attribute'),
    of: v.exactOptional(selector),
    name: v.pipe(text(100), v.regex(/^[a-z][a-z0-9:_-]*$/i, "an attribute's name")),
    ...found,
  }),
  v.strictObject({ from: v.literal('text'), of: selector, ...found }),
  v.strictObject({ from: v.literal('query'), name: word, ...found }),
  v.strictObject({ from: v.literal('path'), ...found }),
  v.strictObject({ from: v.literal('hash'), ...found }),
  v.strictObject({ from: v.literal('title'), ...found }),
  v.strictObject({ from: v.literal('script'), has: word, value: word, ...found }),
  v.strictObject({ from: v.literal('fixed'), text: word, ...found }),
]);
/** One level is enough for every site known, and a bound keeps a bad description from taking the page's time. */
const Join = v.strictObject({
  from: v.literal('join'),
  parts: v.pipe(v.array(Single), v.minLength(1), v.maxLength(6), v.readonly()),
});
// One variant, so that what is wrong in a source is said at its own path.
const AnySource: v.GenericSchema<unknown, Source> = v.variant('from', [Join, ...Single.options]);
const sources = list(AnySource, 12);
const someSources = v.pipe(v.array(AnySource), v.minLength(1), v.maxLength(12), v.readonly());

/** To the site itself only: a path or a query of its own, never another host. */
const own = v.pipe(text(400), v.regex(/^(?:\.?\/(?![/\\])|\?)[^\s\\]*$/, 'an address on the site itself'));
const path = v.pipe(text(200), v.regex(/^[\w.=-]+$/, 'a dotted path'));
const form = v.exactOptional(v.picklist(FORMS));
export const Read = v.variant('as', [
  v.strictObject({ get: own, as: v.literal('messages'), list: path, id: path, author: path, form, sentAt: path }),
  v.strictObject({ get: own, as: v.literal('opening'), author: path, form, sentAt: path }),
  v.strictObject({ get: own, as: v.literal('self'), id: path }),
  v.strictObject({ get: own, as: v.literal('mail-headers') }),
]);

export const Message = v.strictObject({
  each: selector,
  id: someSources,
  author: sources,
  name: v.exactOptional(sources),
  freeName: v.exactOptional(v.literal(true)),
  recipients: v.exactOptional(sources),
  sentAt: v.exactOptional(sources),
  begins: v.exactOptional(selector),
  body: selectorWithId,
  ignore: v.exactOptional(selector),
  own: v.exactOptional(selector),
  automatic: v.exactOptional(selector),
  staff: v.exactOptional(v.union([selector, v.literal(true)])),
  internal: v.exactOptional(selector),
  nameless: v.exactOptional(selector),
  mayLackName: v.exactOptional(v.literal(true)),
});

const described = {
  id: v.picklist([...SITE_IDS, 'sample']),
  kind: v.picklist(['mail', 'ticket', 'list']),
  accounts: v.picklist(ACCOUNT_KINDS),
  hosts: list(v.pipe(text(253), v.regex(/^(?:\*|(?:\*\.)?[a-z0-9.-]+)$/, 'a host')), 20),
  frames: v.exactOptional(v.literal('top')),
  query: v.exactOptional(v.pipe(v.record(word, list(v.pipe(v.string(), v.maxLength(200)), 20)), v.readonly())),
  paths: v.exactOptional(list(word, 20)),
  bodies: selector,
  root: selector,
  conversation: v.strictObject({
    id: someSources,
    within: v.exactOptional(sources),
    perHost: v.boolean(),
    thread: v.exactOptional(v.literal(true)),
  }),
  self: sources,
  selfName: v.exactOptional(sources),
  likeOwn: v.exactOptional(v.literal(true)),
  queue: v.exactOptional(sources),
  messages: v.pipe(v.array(Message), v.minLength(1), v.maxLength(12), v.readonly()),
  mayBeEmpty: v.exactOptional(selector),
  mayLackSelf: v.exactOptional(selector),
  mayLackQueue: v.exactOptional(selector),
  idsGrow: v.exactOptional(v.literal(true)),
  newestFirst: v.exactOptional(selector),
  idsRepeat: v.exactOptional(v.literal(true)),
  anchor: selector,
  reads: list(Read, 4),
};

export const DescriptionSchema = v.strictObject(described);

/** What an administrator pastes: a description with the number of its version. */
export const NewerDescription = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999)),
  ...described,
});
