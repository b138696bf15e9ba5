// Where a page may be returned to after sign-in: somewhere on this worker, whatever the address bar said.

/** The address on `origin` that a `return` parameter names, or the front page where it names anywhere else. */
export function localAddress(origin: string, path: string | undefined): string {
  const home = `${origin}/`;
  if (!path?.startsWith('/') || !URL.canParse(path, home)) return home;
  // Parsed as a browser would: `//host`, `/\host` and a tab in between all name another host. The answer is absolute, because
  // a path such as `/.//host` is harmless only until its dots are gone.
  const url = new URL(path, home);
  return url.origin === new URL(home).origin ? url.href : home;
}
