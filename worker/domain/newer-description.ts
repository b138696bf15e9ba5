// Looks at a description that an administrator pasted: good, or what is wrong with it and where. Pure.
import { isTraversal, parse as parseSelector, type Selector } from 'css-what';
import * as v from 'valibot';
import type { SiteDescription } from '../../shared/sites/description.ts';
import { NewerDescription } from '../../shared/sites/schema.ts';
import { badSelector } from '../../shared/sites/selectors.ts';
import type { SiteId } from '../../shared/words.ts';

/** What is wrong; `path` is where, as `messages.0.author.1.of`. */
export type Fault =
  | { kind: 'not_json' | 'too_large' }
  /** `says`: what was expected there, in the schema's words. */
  | { kind: 'shape'; path: string; says: string }
  /** No such field. */
  | { kind: 'unknown'; path: string }
  | { kind: 'selector'; path: string }
  /** It can find nothing on any page. */
  | { kind: 'nothing'; path: 'bodies' }
  /** It does not name what another selector finds, so that what people wrote could pass for the page's own. */
  | { kind: 'speaks'; path: 'bodies'; body: string }
  | { kind: 'site'; path: 'id' }
  | { kind: 'version'; path: 'version'; above: number };

export type Pasted =
  | { kind: 'good'; version: number; description: SiteDescription }
  | { kind: 'bad'; faults: readonly [Fault, ...Fault[]] };

const SHOWN = 5;

/** @param above the version that it must be newer than */
export function checkPasted(text: string, id: SiteId, above: number): Pasted {
  const json = jsonOf(text);
  if (json === undefined) return bad({ kind: 'not_json' });
  const parsed = v.safeParse(NewerDescription, json);
  if (!parsed.success) {
    const [first, ...more] = parsed.issues.slice(0, SHOWN).map(shapeOf);
    return { kind: 'bad', faults: [first ?? { kind: 'not_json' }, ...more] };
  }
  const { version, ...description } = parsed.output;
  if (description.id !== id) return bad({ kind: 'site', path: 'id' });
  if (version <= above) return bad({ kind: 'version', path: 'version', above });
  const selector = badSelector(description, parses);
  if (selector !== null) return bad({ kind: 'selector', path: selector });
  const fault = faultOfBodies(description);
  return fault === null ? { kind: 'good', version, description } : bad(fault);
}

/** What can be seen of it without a page; the extension looks again on each. */
function faultOfBodies({ kind, bodies, messages }: SiteDescription): Fault | null {
  const named = parseSelector(bodies);
  if (named.every((way) => way.some(findsNothing))) return { kind: 'nothing', path: 'bodies' };
  // Elsewhere a body may be a box that holds more than what somebody wrote. One kind of message may call it by another name.
  const isNamed = (body: string) =>
    body.includes('{id}') || parseSelector(body).every((way) => named.some((by) => covers(by, way)));
  if (kind !== 'mail' || messages.some(({ body }) => isNamed(body))) return null;
  return { kind: 'speaks', path: 'bodies', body: 'messages.0.body' };
}

/** `:not(*)` */
const findsNothing = (part: Selector): boolean =>
  part.type === 'pseudo' &&
  part.name === 'not' &&
  Array.isArray(part.data) &&
  part.data.some(([first, ...more]) => first?.type === 'universal' && more.length === 0);

/** The same selector, or one that asks less of the same element. */
function covers(by: Selector[], way: Selector[]): boolean {
  const words = (parts: Selector[]) => parts.map((part) => JSON.stringify(part));
  if (words(by).join() === words(way).join()) return true;
  const last = words(way.slice(way.findLastIndex(isTraversal) + 1));
  return !by.some(isTraversal) && words(by).every((word) => last.includes(word));
}

const bad = (fault: Fault): Pasted => ({ kind: 'bad', faults: [fault] });

function shapeOf(issue: v.BaseIssue<unknown>): Fault {
  const path = v.getDotPath(issue) ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') return { kind: 'unknown', path };
  // `expected` quotes the schema, never what was pasted.
  return { kind: 'shape', path, says: issue.kind === 'schema' && issue.expected ? issue.expected : issue.message };
}

function parses(selector: string): boolean {
  try {
    return parseSelector(selector).every((part) => part.length > 0);
  } catch {
    return false;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
