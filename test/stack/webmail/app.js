// The sample webmail: a list at the left, a conversation at the right, both drawn anew at each choice, as mail pages do.
const WORDS = {
  en: {
    inbox: 'Inbox',
    back: 'Inbox',
    refresh: 'Refresh',
    to: 'to',
    more: (n) => `and ${n} more`,
    none: 'No mail here.',
  },
  vi: {
    inbox: 'Hộp thư đến',
    back: 'Hộp thư đến',
    refresh: 'Làm mới',
    to: 'gửi',
    more: (n) => `và ${n} người khác`,
    none: 'Chưa có thư.',
  },
};
const language = navigator.language.startsWith('vi') ? 'vi' : 'en';
const words = WORDS[language];
const user = new URLSearchParams(location.search).get('as') ?? 'an@acme.test';
const { me, threads } = await (await fetch(`/mail.json?as=${encodeURIComponent(user)}`)).json();
/** Mails that the reader opened or closed by hand, by id. */
const toggled = new Map();

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const short = (at) => (new Date(at).toDateString() === new Date().toDateString() ? clock : day).format(at);

const mailLink = ({ name, address }, attributes = {}) =>
  element('a', { href: `mailto:${address}`, title: address, ...attributes }, name);

const initials = (name) => {
  const parts = name
    .replaceAll(/[^\p{L} ]/gu, '')
    .trim()
    .split(/\s+/);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
};

function list(chosen) {
  const items = threads.map((thread) => {
    const last = thread.mails.at(-1);
    const other = thread.mails.findLast((mail) => mail.from.address !== user) ?? last;
    const text = new DOMParser()
      .parseFromString(last.body, 'text/html')
      .body.textContent.replaceAll(/\s+/g, ' ')
      .trim();
    return element(
      'li',
      {},
      element(
        'a',
        { href: `#${thread.id}`, class: 'item', 'aria-current': thread === chosen ? 'true' : undefined },
        element('strong', {}, other.from.name),
        element('time', { datetime: new Date(last.at).toISOString() }, short(last.at)),
        element('span', { class: 'subject' }, thread.subject),
        element('span', { class: 'snippet' }, text),
      ),
    );
  });
  const refresh = element('button', { type: 'button' }, words.refresh);
  refresh.addEventListener('click', draw);
  return element(
    'nav',
    { class: 'list', 'aria-label': words.inbox },
    element('div', { class: 'bar' }, element('h1', {}, words.inbox), refresh),
    element('ul', {}, ...items),
  );
}

function mailOf(mail, newest) {
  const expanded = toggled.get(mail.id) ?? newest;
  const shown = mail.to.slice(0, 3);
  const rest = mail.to.slice(3);
  const to = element('span', { class: 'to' }, `${words.to} `);
  for (const one of shown) to.append(one === shown[0] ? '' : ', ', mailLink(one));
  if (rest.length > 0) {
    const hidden = element('span', { hidden: '' }, ...rest.flatMap((one) => [', ', mailLink(one)]));
    to.append(hidden, ` ${words.more(rest.length)}`);
  }
  const head = element(
    'header',
    { class: 'mail-head' },
    element('span', { class: 'face', 'aria-hidden': 'true' }, initials(mail.from.name)),
    mailLink(mail.from, { class: 'from' }),
    ' ',
    to,
    element('time', { datetime: new Date(mail.at).toISOString() }, full.format(mail.at)),
  );
  head.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) return;
    toggled.set(mail.id, !expanded);
    draw();
  });
  const article = element(
    'article',
    {
      class: 'mail',
      'data-mail': mail.id,
      'data-expanded': String(expanded),
      'data-auto': mail.automatic ? 'true' : undefined,
    },
    head,
  );
  if (expanded) {
    const body = element('div', { class: 'mail-body' });
    body.innerHTML = mail.body;
    article.append(body);
  }
  return article;
}

function conversation(thread) {
  if (!thread) return element('p', { class: 'none' }, words.none);
  const section = element('section', { class: 'thread', 'data-thread': thread.id });
  section.append(element('a', { class: 'back', href: '#' }, `‹ ${words.back}`), element('h2', {}, thread.subject));
  section.append(...thread.mails.map((mail) => mailOf(mail, mail === thread.mails.at(-1))));
  return section;
}

function draw() {
  const asked = threads.find((thread) => `#${thread.id}` === location.hash);
  const chosen = asked ?? threads[0];
  document.title = asked ? `${asked.subject} – Acme Mail` : 'Acme Mail';
  document.body.replaceChildren(
    element(
      'header',
      { class: 'top' },
      element('strong', {}, 'Acme Mail'),
      element('span', {}, `${me.name} · ${user}`),
    ),
    element(
      'main',
      { 'data-app': 'sample-webmail', 'data-user': user, 'data-view': asked ? 'conversation' : 'list' },
      list(chosen),
      conversation(chosen),
    ),
  );
}

document.documentElement.lang = language;
addEventListener('hashchange', draw);
draw();
