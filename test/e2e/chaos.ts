// A page that does everything to itself, at random: a mail conversation in Gmail's structure, a ticket in Redmine's. It keeps a model
// of what it shows, breaks what it has drawn, and can be told to rest: then it is drawn whole and says where rows must stand.
// `wild` runs in the page, as its first script.

export type Structure = 'gmail' | 'redmine';
export interface Due {
  conversation: string;
  /** Message and team of each row, in any order. */
  rows: [message: string, team: string][];
}

export const ADDRESS = {
  gmail: 'https://mail.google.com/mail/u/0/#inbox/x',
  redmine: 'http://127.0.0.1:18084/issues/1',
} as const;

export const chaosPage = (structure: Structure, seed: number) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>VPN - an@acme.test - Acme Mail</title>
<style>body { font: 14px/1.5 sans-serif }</style><script>(${wild})(${JSON.stringify(structure)}, ${seed})</script></head>
<body class="controller-issues action-show"></body></html>`;

function wild(structure: Structure, seed: number): void {
  interface Message {
    id: string;
    from: string;
    expanded: boolean;
    broadcast: boolean;
  }
  interface Author {
    name: string;
    user: number;
    team: string | null;
  }
  const AUTHORS: Record<string, Author> = {
    an: { name: 'An Nguyễn Văn', user: 5, team: null },
    bao: { name: 'Bảo Trần Quốc', user: 9, team: null },
    'it-help': { name: 'Bích Trần Thị', user: 6, team: 'IT' },
    hr: { name: 'Hoàng Lê Minh', user: 7, team: 'Human Resources' },
    finance: { name: 'Hà Phạm Thu', user: 8, team: 'Finance' },
    // Nobody whom the company knows. A ticket names only people of the company here, or the row would ask about them.
    support: { name: 'Bảo Trần Quốc', user: 9, team: null },
  };
  const WHO = Object.keys(AUTHORS);
  const isMail = structure === 'gmail';

  let state = seed;
  const random = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const one = <T>(list: readonly T[]): T | undefined => list[random(list.length || 1)];

  let last = 100;
  const message = (from: string): Message => {
    last += 1;
    const id = isMail ? `19a8c000000000${last.toString(16)}${last}` : String(last);
    return { id, from, expanded: true, broadcast: isMail && random(8) === 0 };
  };
  const conversations = [1, 2, 3, 4].map((number) => ({
    id: isMail ? `19a8c0000000000${number}` : String(number),
    messages: ['an', 'it-help', 'hr', 'bao', 'it-help'].slice(0, 2 + number).map(message),
  }));
  let shown = conversations[0];
  let newestFirst = false;

  const draw: Record<Structure, () => string> = {
    gmail: () =>
      `<div role="main"><h2 data-legacy-thread-id="${shown?.id}">VPN</h2><div role="list">${shown?.messages
        .map(({ id, from, expanded, broadcast }) => {
          const address = from === 'support' ? 'support@evil.example' : `${from}@acme.test`;
          const others = broadcast
            ? Array.from({ length: 12 }, (_, n) => `<span email="p${n}@acme.test">p</span>`)
            : [];
          return `<div role="listitem"><div class="adn ads" data-message-id="#msg-${id}" data-legacy-message-id="${id}">
        <div class="gE"><h3 class="gF"><span class="gD" email="${address}">${from}</span></h3><span class="hb">to <span email="an@acme.test">me</span>${others.join('')}</span></div>
        <div>${expanded ? `<div class="ii gt" data-at="${id}"><div class="a3s"><p>Body of ${id}</p><div class="adn" data-message-id="x" data-legacy-message-id="19a8cfffffffffff"><span class="gF"><span class="gD" email="finance@acme.test"></span></span><div class="ii gt">Rate me</div></div></div></div>` : ''}<div class="hi"></div></div></div></div>`;
        })
        .join('')}</div></div>`,
    redmine: () => {
      const [opening, ...notes] = shown?.messages ?? [];
      const user = (from = 'an') =>
        `<a class="user active" href="/users/${AUTHORS[from]?.user}">${AUTHORS[from]?.name}</a>`;
      const journals = notes.map(
        ({ id, from }) => `<div id="change-${id}" class="journal has-notes"><div id="note-${id}" class="note">
        <h4 class="note-header">Updated by ${user(from)}</h4><div id="journal-${id}-notes" class="wiki" data-at="${id}"><p>Body of ${id}</p></div></div></div>`,
      );
      if (newestFirst) journals.reverse();
      return `<div id="top-menu"><div id="loggedas">Logged in as <a class="user active" href="/users/5">an</a></div></div>
      <div id="main"><div id="content"><div class="issue details"><p class="author">Added by ${user(opening?.from)}</p>
      <div class="description"><div class="wiki" data-at="opening"><p>VPN</p></div></div></div><div id="history">${journals.join('')}</div></div></div>`;
    },
  };
  const BODY = isMail ? '.adn:not(.adn .adn) > div > .ii.gt' : '#history .wiki';
  const ENTRY = isMail ? '[role="listitem"]' : '.journal';

  function render(): void {
    document.body.innerHTML = draw[structure]();
    document.body.style.display = '';
  }
  function go(): void {
    shown = one(conversations);
    // Some tools change the address first, some last, and none lets anybody in between.
    if (isMail) {
      const first = random(2) === 0;
      if (first) history.pushState(null, '', `#inbox/${shown?.id}`);
      render();
      if (!first) location.hash = `#inbox/${shown?.id}`;
    } else {
      history.pushState(null, '', `/issues/${shown?.id}`);
      render();
    }
  }
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const rows = () => all('hearback-rating');

  /** After these every message still stands where it should, but what was under it may be gone, doubled or somewhere else. */
  const MILD: (() => void)[] = [
    () => document.body.replaceChildren(...[...document.body.childNodes].map((node) => node.cloneNode(true))),
    () => document.body.replaceWith(document.body.cloneNode(true)),
    () => {
      const body = one(all(BODY));
      body?.replaceWith(body.cloneNode(true));
    },
    () => {
      for (const body of all(BODY)) body.replaceWith(body.cloneNode(true));
    },
    () => {
      const entry = one(all(ENTRY));
      entry?.replaceWith(entry.cloneNode(true));
    },
    () => one(rows())?.remove(),
    () => one(all(BODY))?.append(one(rows()) ?? ''),
    () => one(all(ENTRY))?.append(one(rows()) ?? ''),
    () => one(all(ENTRY))?.parentElement?.prepend(one(rows()) ?? ''),
    () => one(all(BODY))?.after(one(rows())?.cloneNode(true) ?? ''),
    () => one(all(ENTRY))?.prepend(one(rows())?.cloneNode(true) ?? ''),
    () => {
      document.adoptedStyleSheets = [];
      for (const sheet of all('style, link')) sheet.remove();
    },
    () => {
      const forbid = document.createElement('style');
      forbid.textContent = 'html * { animation: none !important }';
      if (document.querySelectorAll('style').length < 3) document.head.append(forbid);
    },
  ];
  const STEPS: (() => void)[] = [
    ...MILD,
    render,
    render,
    go,
    // Moves, takes away and brings back, as lists that draw only what is on the screen.
    () => {
      const entry = one(all(ENTRY));
      const { parentElement: list, nextSibling: next } = entry ?? {};
      entry?.remove();
      const back = () => entry && list?.insertBefore(entry, next?.parentNode === list ? next : null);
      if (random(3) > 0) setTimeout(back, random(60));
    },
    () => one(all(ENTRY))?.parentElement?.prepend(one(all(ENTRY)) ?? ''),
    () => {
      document.body.style.display = document.body.style.display === 'none' ? '' : 'none';
    },
    () => document.body.append(one(rows()) ?? ''),
    () => one(all(BODY))?.after(document.createElement('hr')),
    () => one(all(BODY))?.remove(),
    () => {
      newestFirst = !newestFirst;
      render();
    },
    () => {
      shown?.messages.push(message(one(WHO) ?? 'an'));
      // The question stays, or nobody would have asked.
      if ((shown?.messages.length ?? 0) > 9) shown?.messages.splice(1, 1);
      render();
    },
    () => {
      const some = one(shown?.messages ?? []);
      if (some && isMail) some.expanded = !some.expanded;
      render();
    },
  ];

  function due(): Due {
    const newest = new Map<string, string>();
    for (const { id, from, expanded, broadcast } of shown?.messages ?? []) {
      const team = AUTHORS[from]?.team;
      if (team && expanded && !broadcast) newest.set(team, id);
    }
    return { conversation: shown?.id ?? '', rows: [...newest].map(([team, id]) => [id, team]) };
  }

  Object.assign(window, {
    chaos: {
      steps: 0,
      async run(ms: number) {
        const end = performance.now() + ms;
        while (performance.now() < end) {
          STEPS[random(STEPS.length)]?.();
          this.steps += 1;
          if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(40)));
        }
        return this.steps;
      },
      /** Draws all of it once more; what it does after that leaves every message in its place. */
      async rest() {
        render();
        for (let step = random(8); step >= 0; step--) {
          await new Promise((resolve) => setTimeout(resolve, random(200)));
          one(MILD)?.();
        }
        return due();
      },
      /** Rests in a conversation in which every team has had a word once more. */
      restIn(at: number) {
        shown = conversations[at];
        for (const from of ['it-help', 'hr', 'finance']) shown?.messages.push({ ...message(from), broadcast: false });
        if (!isMail) history.pushState(null, '', `/issues/${shown?.id}`);
        render();
        return due();
      },
      /** Every row: the message whose body it stands after, or what is wrong with its place. */
      rows: () =>
        rows().map((host) => {
          const before = host.previousElementSibling;
          return (
            before?.getAttribute('data-at') ??
            `after ${before?.localName ?? 'nothing'} in ${host.parentElement?.localName}`
          );
        }),
    },
  });
  // Wherever a click lands, nobody leaves.
  addEventListener('click', (event) => event.preventDefault(), true);
  addEventListener('DOMContentLoaded', render);
}
