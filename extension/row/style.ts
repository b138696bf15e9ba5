// The row's own sheet. It borrows ink and font from where it stands and owns no ground: muting is a mix of currentColor with
// nothing, and a score's colour is mixed with currentColor, which darkens it on light pages and lightens it on dark ones.
// `!important` on :host beats the page's, so that no state can change a size that the page could measure.
export const ROW_STYLE = `
:host {
  --quiet: color-mix(in srgb, currentColor 84%, transparent) !important;
  display: block !important; contain: strict !important; container: hb / inline-size !important;
  height: 36px !important; min-height: 36px !important; max-height: 36px !important; box-sizing: border-box !important;
  min-width: 0 !important; padding: 0 !important; border: 0 !important; overflow: clip !important;
  align-self: stretch; clear: both; margin: 12px 0 4px;
  color: inherit !important; visibility: inherit !important; background: none !important; opacity: 1 !important; filter: none !important;
  transform: none !important; clip-path: none !important; mask: none !important; mix-blend-mode: normal !important;
  pointer-events: auto !important; user-select: none !important;
}
* { box-sizing: border-box; }
[data-t]::before { content: attr(data-t); }
.row > * { pointer-events: none; }
.row { all: initial; box-sizing: border-box; color: inherit; font-family: inherit; visibility: inherit; position: relative; cursor: default; display: flex; align-items: center; gap: 4px; height: 36px; --w: 32px; border-top: 1px solid color-mix(in srgb, currentColor 14%, transparent);
  font-size: 13px; line-height: 20px; white-space: nowrap; }
.q { color: var(--quiet); flex: 0 1 auto; margin-inline-end: 4px; }
.q, .hint, .slot > span { overflow: hidden; text-overflow: ellipsis; min-width: 0; direction: ltr; }
.short, .hint { display: none; }
.faces { display: flex; flex: none; }
.over { cursor: pointer; }
/* Whichever has the focus, the page scrolls as far: to the group. */
.face { display: grid; place-items: center; width: var(--w); height: 32px; scroll-margin-inline: calc(var(--w) * var(--n)) calc(var(--w) * (4 - var(--n))); color: var(--quiet); border-radius: 999px;
  --s: color-mix(in oklab, var(--c) 78%, currentColor); }
svg { display: block; fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.face svg { width: 20px; height: 20px; transition: transform 120ms ease-out; }
.on, .face[aria-checked="true"] .off { display: none; }
.face[aria-checked="true"] .on { display: block; color: var(--s); }
.face:nth-child(1) { --c: #c25a06; --n: 0; }
.face:nth-child(2) { --c: #cf7d2a; --n: 1; }
.face:nth-child(3) { --c: #7f868d; --n: 2; }
.face:nth-child(4) { --c: #4489cc; --n: 3; }
.face:nth-child(5) { --c: #2e75bd; --n: 4; }
.face:is(.hover, :focus-visible) svg { color: var(--s); transform: scale(1.15); }
:is(.face, button):focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
.rated .face:not([aria-checked="true"], .hover, :focus-visible) { color: color-mix(in srgb, currentColor 66%, transparent); }
/* Whatever it says has room, and a long question is cut: so the faces stand still when it begins to say something. */
.slot, .hint { min-width: 300px; flex: 1 1 0; margin-inline-start: 4px; color: var(--quiet); }
.slot { display: flex; align-items: center; gap: 6px; }
.slot svg { width: 14px; height: 14px; stroke-width: 1.8; }
b { font-weight: 600; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 4px 2px; flex: none; border-radius: 4px;
  text-decoration: underline; text-underline-offset: 3px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
button.hover { text-decoration-color: currentColor; }
/* The label of the face under the pointer or in focus takes the slot's place; over the chosen face the slot says more. */
.row:not(.notice):has(.face:is(.hover, :focus-visible):not([aria-checked="true"])) { .hint { display: block; } .slot { display: none; } }
.row:has(.face.hover) .face:focus-visible:not(.hover) svg { transform: none; }
.plain .slot { color: inherit; }
.off-duty .face { color: color-mix(in srgb, currentColor 55%, transparent);}
.telling :is(.q, .faces) { display: none; }
.telling .slot { margin: 0; }
/* Larger than whatever else is said, for the browser tells pages the size of the largest text; behind the faces, or they count as covered. */
.ink { position: absolute; inset: 0; z-index: -1; overflow: hidden; opacity: 0.004; white-space: normal; overflow-wrap: anywhere; }
@container hb (max-width: 620px) {
  .row { gap: 0; }
  .faces { margin-inline-end: -4px; }
  .q { flex: 1 1 0; }
  .slot, .hint { order: -1; margin: 0; min-width: 0; }
  .slot:not(.full) { position: absolute; top: 17px; inset-inline: 0 154px; svg { display: none; } }
  .slot:not(.full), .row:has(.slot:not(.full) *) .q { font-size: 12px; line-height: 16px; }
  .row:has(.slot:not(.full) *) .q { padding-bottom: 16px; }
  .row:has(.full) .q { display: none; }
  .row:not(.notice):has(.face:is(.hover, :focus-visible):not([aria-checked="true"])) .q { display: none; }
  .off-duty .face:not([aria-checked="true"]) { display: none; }
}
@container hb (max-width: 440px) { .wide { display: none; } }
@container hb (max-width: 310px) {
  .long, .slot svg { display: none; }
  .short { display: inline; }
  .row { --w: 28px; }
  .slot:not(.full) { inset-inline-end: 128px; }
}
@media (pointer: coarse) { .face { height: 36px; } }
@media (prefers-reduced-motion: reduce) { .face svg { transition: none; } }
@media (forced-colors: active) {
  .face, .q, .slot, .hint { color: CanvasText; }
  .face:is(.hover, :focus-visible) svg, .face[aria-checked="true"] .on { color: Highlight; forced-color-adjust: none; }
  :is(.face, button):focus-visible { outline-color: Highlight; }
}
@media print { :host { display: none !important; } }
`;
