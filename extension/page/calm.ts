// Waits for the moment right after the browser has laid the page out: there it costs nothing to ask what is shown and how wide
// it is. At any other moment of a busy page each such question makes the browser lay out everything once more.

/** Pages that draw no frames now (a tab in the background, a frame far below) are not waited for. */
const NO_FRAME_MS = 200;

/** @returns asks for the next such moment; asked twice before it comes, it comes once */
export function createCalm(window: Window, work: () => void, signal: AbortSignal): () => void {
  const { document } = window;
  let timer: ReturnType<typeof setTimeout> | null = null;
  // What begins to be observed is reported after the frame's layout, before it is painted.
  const frame = new ResizeObserver(run);

  function run(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    frame.disconnect();
    if (!signal.aborted) work();
  }

  return () => {
    if (timer !== null || signal.aborted) return;
    const root = document.visibilityState === 'visible' ? document.documentElement : null;
    timer = setTimeout(run, root ? NO_FRAME_MS : 0);
    if (root) frame.observe(root);
  };
}
