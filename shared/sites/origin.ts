// What counts as the origin of a company's own server. Administrators write these by hand, so worker and extension both look.

const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * The origin as browsers write it: without the slash at its end, in small letters. null for anything else: an address without
 * `https://`, with a path, with a wildcard. Plain http is for this machine alone.
 */
export function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, protocol, hostname, href } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return isSafe && href === `${origin}/` && !hostname.includes('*') ? origin : null;
}
