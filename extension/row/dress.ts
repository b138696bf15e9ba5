// Gives a row its sheet.
import { element } from './draw.ts';
import { ROW_STYLE } from './style.ts';

/** Constructed, so that no page policy on styles applies; Firefox may refuse to share one with a page, then an element does. */
export function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ROW_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(element('style', {}, ROW_STYLE));
  }
}
