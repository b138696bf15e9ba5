// The floor: a style rule starts an animation on each message body, its event finds the message. Nothing is done with it.
export {};

const sheet = new CSSStyleSheet();
sheet.replaceSync('@keyframes bench-found {} .ii.gt { animation: bench-found 1ms !important }');
document.adoptedStyleSheets.push(sheet);

const found = new Set<Element>();
document.addEventListener(
  'animationstart',
  (event) => {
    if (event.animationName !== 'bench-found' || !(event.target instanceof Element)) return;
    const message = event.target.closest('[data-message-id]');
    if (message) found.add(message);
  },
  true,
);
