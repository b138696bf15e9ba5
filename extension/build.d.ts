// What the build puts in (wxt.config.ts).
interface ImportMetaEnv {
  /** The server's address in development and company builds, else ''. */
  readonly HEARBACK_SERVER: string;
}
