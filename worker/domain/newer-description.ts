// Looks at a description that an administrator pasted: good, or what is wrong with it and where. Pure.
import { parse as parseSelector } from 'css-what';
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
  | { kind: 'selector'; path: string }
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
  return selector === null ? { kind: 'good', version, description } : bad({ kind: 'selector', path: selector });
}

const bad = (fault: Fault): Pasted => ({ kind: 'bad', faults: [fault] });

const shapeOf = (issue: v.BaseIssue<unknown>): Fault => ({
  kind: 'shape',
  path: v.getDotPath(issue) ?? '',
  // `expected` quotes the schema, never what was pasted.
  says: issue.kind === 'schema' && issue.expected ? issue.expected : issue.message,
});

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
