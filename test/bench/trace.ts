// What the scripts of a page cost the processor, from the browser's own trace.
import type { CDPSession } from 'playwright-core';
import { until } from '../stack/harness.ts';

export interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  /** Microseconds that the thread itself ran, as against waited for a processor. */
  tdur?: number;
  tid: number;
  args?: { data?: { url?: string } };
}

const isCall = ({ name }: TraceEvent) => name === 'FunctionCall';
const isMicrotasks = ({ name }: TraceEvent) => name === 'RunMicrotasks';
const isExtensions = ({ args }: TraceEvent) => args?.data?.url?.startsWith('chrome-extension://') ?? false;

export const isScript = (event: TraceEvent) => isCall(event) || isMicrotasks(event);

/** The calls of the content script, and the microtasks, of which the page itself has none. */
export function ownSpans(events: readonly TraceEvent[]): TraceEvent[] {
  const own = events.filter((event) => isCall(event) && isExtensions(event));
  if (own.length === 0) throw new Error('no content script ran');
  return [...own, ...events.filter(isMicrotasks)];
}

/** Ms of processor time of ours in the browser's task that holds most of it. */
export function longestTask(events: readonly TraceEvent[]): number {
  const own = ownSpans(events);
  const tasks = events.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const within = ({ ts, dur = 0, tid }: TraceEvent) =>
    covered(own.filter((span) => span.tid === tid && span.ts >= ts && span.ts <= ts + dur));
  return Math.max(...tasks.map(within));
}

/** Ms of processor time in the spans; those that lie within others are not counted twice. */
export function covered(spans: readonly TraceEvent[]): number {
  let total = 0;
  const ends = new Map<number, number>();
  for (const { ts, dur = 0, tdur = dur, tid } of spans.toSorted((a, b) => a.ts - b.ts)) {
    if (ts < (ends.get(tid) ?? 0)) continue;
    ends.set(tid, ts + dur);
    total += tdur;
  }
  return total / 1000;
}

/** Traces a page that nobody has touched for a while: to a script it is as if Playwright did, until some seconds after it last asked. */
export async function trace(cdp: CDPSession, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  await until('nobody to touch the page', () => asks(cdp, '!navigator.userActivation.isActive'), 60_000);
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as unknown as TraceEvent[]));
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute', 'toplevel'], excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** Waits for an element without running anything in the page. */
export const stands = (cdp: CDPSession, selector: string) =>
  until(selector, async () => {
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
    return (await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector })).nodeId !== 0;
  });

/** Asks a page for a value; unlike Playwright's own way this passes for no touch of somebody. */
export async function asks(cdp: CDPSession, expression: string): Promise<boolean> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value === true;
}
