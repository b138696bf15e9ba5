// Decides at each look whether a newer description or the one that came with the extension reads the page. Pure.

/** How much a description finds on the page as it is now. */
export interface Found {
  messages: number;
  authors: number;
  bodies: number;
}

/** The newer one gives way where it finds nothing of something that the old one does find. */
export function isPoorer(newer: Found, bundled: () => Found): boolean {
  const missing = PARTS.filter((part) => newer[part] === 0);
  if (missing.length === 0) return false;
  const old = bundled();
  return missing.some((part) => old[part] > 0);
}

const PARTS = ['messages', 'authors', 'bodies'] as const satisfies readonly (keyof Found)[];
