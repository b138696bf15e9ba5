// Which hosts somebody may ask to be recognised: names that mean the same to everybody in the company.

const NAME = /^(?!.{254})[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
/** Reserved for this machine, for what is plugged in beside it, and for homes (RFC 6761, 6762, 8375). */
const NEARBY = /(^|\.)(localhost|local|home\.arpa)$/;

/** @param host as `URL.hostname` has it: lower case, without a port. Numbers are no names. */
export const mayWishFor = (host: string): boolean => NAME.test(host) && !NEARBY.test(host) && !/(^|\.)\d+$/.test(host);
