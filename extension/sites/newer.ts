// Decides at each look whether a newer description or the one that came with the extension reads the page. Pure.

/** What a description finds on the page as it is now: the same things in the same order, whatever is found of each. */
export type Found = readonly unknown[];

/** The newer one gives way where it finds nothing of something that the old one does find. */
export const isPoorer = (newer: Found, bundled: () => Found): boolean =>
  !newer.every(Boolean) && bundled().some((found, what) => found && !newer[what]);
