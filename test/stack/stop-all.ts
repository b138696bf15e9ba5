// Ends what was started, the last first. One that fails to end must not leave the others running.

/** Empties the list, so that a second call finds nothing left to do. */
export async function stopAll(stops: (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const one of stops.splice(0).reverse()) await one().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
}
