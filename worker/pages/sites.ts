// What the page of the sites says of each: the version in use, whether it is on, and what could not be read lately.
import { BUILT_IN } from '../../extension/sites/built-in.ts';
import { HEALTH_FIELDS, type HealthField } from '../../shared/sites/health.ts';
import { KNOWN_SITES } from '../../shared/sites/known.ts';
import { SITE_IDS, type SiteId } from '../../shared/words.ts';
import type { SiteDecision } from '../store/descriptions.ts';
import type { HealthCount } from '../store/site-health.ts';

export interface SiteLine {
  id: SiteId;
  name: string;
  off: boolean;
  /** In use: the published one, or the one in the extension. */
  version: number;
  /** The published description as JSON with its version, where one is in use. */
  published: string | null;
  /** What the next must be greater than. */
  above: number;
  /** Most frequent first. */
  faults: SiteFault[];
}

interface SiteFault {
  field: HealthField;
  /** When it began, hours since 1970. */
  since: number;
  /** Of the last day. */
  reports: number;
}

/** In the order of their names; those that cannot be read first. */
export function siteLines(decisions: readonly SiteDecision[], reports: readonly HealthCount[]): SiteLine[] {
  const lines = SITE_IDS.map((id): SiteLine => {
    const { name, version: bundled } = KNOWN_SITES[id];
    const decided = decisions.find((one) => one.id === id);
    // A release of the extension may have caught up with what was published.
    const newer = decided?.description != null && decided.version > bundled ? decided : null;
    const version = newer?.version ?? bundled;
    return {
      id,
      name,
      off: decided?.off ?? false,
      version,
      published: newer?.description ? withVersion(newer.version, newer.description) : null,
      above: Math.max(bundled, decided?.version ?? 0),
      faults: faultsOf(reports.filter((one) => one.site === id && concerns(one, version))),
    };
  });
  return lines.sort((a, b) => Number(isIll(b)) - Number(isIll(a)) || a.name.localeCompare(b.name, 'en'));
}

/** The description in use as JSON under the next number: what a newer one begins with. */
export function draftOf({ id, above, published }: SiteLine): string {
  const inUse: unknown = published === null ? BUILT_IN.find((site) => site.id === id) : JSON.parse(published);
  return JSON.stringify(Object.assign({ version: 0 }, inUse, { version: above + 1 }), null, 2);
}

/** What was wrong with an older version is mended by the newer one; browsers may also be ahead of this server. */
const concerns = (report: HealthCount, version: number) => report.version >= version;

const isIll = ({ off, faults }: SiteLine) => !off && faults.length > 0;

function faultsOf(reports: readonly HealthCount[]): SiteFault[] {
  return HEALTH_FIELDS.flatMap((field) => {
    const ours = reports.filter((one) => one.field === field);
    if (ours.length === 0) return [];
    const since = Math.min(...ours.map((one) => one.hour));
    return [{ field, since, reports: ours.reduce((sum, one) => sum + one.n, 0) }];
  }).sort((a, b) => b.reports - a.reports);
}

function withVersion(version: number, description: string): string {
  return JSON.stringify({ version, ...JSON.parse(description) }, null, 2);
}
