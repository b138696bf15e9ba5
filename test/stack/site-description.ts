// Descriptions for `npm run site`: those that come with the extension, as JSON, and newer ones out of a file. What is wrong with
// one is said as the administrators' page would say it.
import { resolve } from 'node:path';
import * as v from 'valibot';
import { BUILT_IN } from '../../extension/sites/built-in.ts';
import { sample } from '../../extension/sites/sample.ts';
import { sitesEn } from '../../shared/messages/sites.en.ts';
import type { SiteDescription } from '../../shared/sites/description.ts';
import { KNOWN_SITES } from '../../shared/sites/known.ts';
import { SITE_IDS, type SiteId } from '../../shared/words.ts';
import { checkPasted, type Fault } from '../../worker/domain/newer-description.ts';
import { sayFault } from '../../worker/pages/faults.ts';

/** A path as whoever typed it meant it: npm itself runs in the project's folder. */
export const fileOf = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

/** A description to try: that of the extension, or a newer one beside it. */
export interface Described {
  site: SiteDescription;
  newer?: { version: number; site: SiteDescription };
}

/** The description of the extension as it would be published next. */
export function jsonOf(id: string): string {
  const site = ownOf(id);
  return JSON.stringify({ version: versionOf(site) + 1, ...site }, null, 2);
}

/** @throws where it is no good, with each field that is wrong */
export function ownDescription(id: string): Described {
  const site = ownOf(id);
  if (site.id !== 'sample') check(jsonOf(id), site.id, `extension/sites/${id}.ts is no good.`);
  return { site };
}

/**
 * @param text a newer description, as it would be pasted
 * @throws where it would be refused, with each field that is wrong
 */
export function newerDescription(text: string): Described {
  const { version, description } = check(text, idIn(text), 'This description would be refused.');
  return { site: ownOf(description.id), newer: { version, site: description } };
}

function ownOf(id: string): SiteDescription {
  const all = [...BUILT_IN, sample];
  const site = all.find((one) => one.id === id);
  if (!site) throw new Error(`there is no description "${id}"; there are ${all.map((one) => one.id).join(', ')}`);
  return site;
}

/** 0 where somebody who adds a site has not said it yet. */
const versionOf = ({ id }: SiteDescription) => (id === 'sample' ? 1 : (KNOWN_SITES[id]?.version ?? 0));

function check(text: string, id: SiteId, refusal: string) {
  const pasted = checkPasted(text, id, versionOf(ownOf(id)));
  if (pasted.kind === 'good') return pasted;
  throw new Error([refusal, ...pasted.faults.map((fault) => `  ${placeOf(fault)}${say(fault)}`)].join('\n'));
}

const placeOf = (fault: Fault) => ('path' in fault && fault.path !== '' ? `${fault.path}: ` : '');
const say = (fault: Fault) => sayFault(fault, sitesEn.faultSays);

/** Of which site it says it is; that it names none that there is, the check says. */
function idIn(text: string): SiteId {
  try {
    const json: unknown = JSON.parse(text);
    return SITE_IDS.find((id) => v.is(v.object({ id: v.literal(id) }), json)) ?? SITE_IDS[0];
  } catch {
    return SITE_IDS[0];
  }
}
