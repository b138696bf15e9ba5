// What most extensions do: with every mutation the whole page is asked for messages.
export {};

const found = new Set<Element>();
new MutationObserver(() => {
  for (const message of document.querySelectorAll('[data-message-id] .ii.gt')) found.add(message);
}).observe(document, { childList: true, subtree: true });
