// How the bench asks what runs inside workerd: a path in, a record out.
export type Ask = (path: string) => Promise<unknown>;

export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return Object.fromEntries(Object.entries(value));
}
