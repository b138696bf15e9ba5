// What only some browsers have.
interface Document {
  /** Chromium: the page is made ready before anybody opened it. */
  readonly prerendering?: boolean;
}
