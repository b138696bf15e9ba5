// A picture of how a page is built, for whoever mends its description: elements, attributes and class names stay, everything that
// somebody wrote or that names somebody is replaced. Pure.

/** Attributes whose values come from closed sets of words. */
const CLOSED: Readonly<Record<string, ReadonlySet<string>>> = {
  role: new Set(
    'main list listitem region article heading button link navigation banner toolbar menu menuitem dialog tab tablist tabpanel row gridcell grid table cell presentation none group search form textbox img separator status alert tree treeitem'.split(
      ' ',
    ),
  ),
  type: new Set('button submit hidden text checkbox radio search email file'.split(' ')),
  dir: new Set(['ltr', 'rtl', 'auto']),
  'aria-expanded': new Set(['true', 'false']),
  'aria-hidden': new Set(['true', 'false']),
  hidden: new Set(['']),
  colspan: new Set('1 2 3 4 5 6 7 8 9'.split(' ')),
};
/** Attributes by which descriptions find elements: names, mostly, that the site's makers gave. */
const NAMING = new Set(['class', 'id', 'data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-cy']);
const EMPTY = new Set(['script', 'style', 'noscript', 'template', 'svg', 'hearback-rating']);
const DEEPEST = 80;
const LONGEST = 400_000;

/**
 * The picture as text, one element a line.
 * @param address of the page: its words are replaced as well
 */
export function pictureOf(root: Element, address: string): string {
  const words = wordsOf(root, address);
  const lines: string[] = [];
  let length = 0;
  const draw = (element: Element, depth: number): void => {
    if (length > LONGEST) return;
    const line = `${'  '.repeat(depth)}<${tagOf(element)}${attributesOf(element, words)}>${hasText(element) ? ' …' : ''}`;
    lines.push(line);
    length += line.length;
    if (EMPTY.has(element.localName) || depth >= DEEPEST) return;
    for (const child of element.children) draw(child, depth + 1);
  };
  draw(root, 0);
  return `${lines.join('\n')}\n`;
}

const tagOf = ({ localName }: Element) => (/^[a-z][a-z0-9-]{0,40}$/.test(localName) ? localName : 'x');

const hasText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');

function attributesOf(element: Element, words: Words): string {
  return [...element.attributes]
    .filter(({ name }) => /^[a-z][a-z0-9_:-]{0,40}$/.test(name) && !name.startsWith('on') && name !== 'style')
    .map(({ name, value }) => ` ${isName(name, words) ? name : 'x'}="${keptOf(name, value, words)}"`)
    .join('');
}

const isName = (name: string, words: Words) => named(name, words) === name;

function keptOf(name: string, value: string, words: Words): string {
  if (NAMING.has(name)) {
    const tokens = value.split(/\s+/).filter((token) => token !== '');
    return tokens.map((token) => named(token, words)).join(' ');
  }
  return CLOSED[name]?.has(value) ? value : shapeOf(value);
}

/** Letters as one `x`, digits as one `0`, the signs between them as they are: "x.x@x.x", "/x/0?x=x". */
const shapeOf = (value: string) =>
  value
    .slice(0, 200)
    .replace(/[\p{L}\p{M}]+/gu, 'x')
    .replace(/\p{N}+/gu, '0')
    .replace(/(?:x0|0x)[x0]*/g, 'x')
    .replace(/[^x0 @./:;?#=&_,()<>[\]-]+/g, '*')
    .slice(0, 60);

interface Words {
  /** Every word that stands in a text or in a value on the page, and the page's address: in small letters, without marks. */
  all: ReadonlySet<string>;
  /** The longer of them: what is made of one and something else counts too. */
  long: readonly string[];
  /** All of it without anything between the letters: texts of neighbours run into each other. */
  run: string;
}

/** A name that the site's makers gave stays; a number in it becomes 0, and what is made of somebody's words becomes x. */
function named(token: string, { all, long, run }: Words): string {
  if (!/^[A-Za-z0-9_:.-]{1,80}$/.test(token)) return shapeOf(token);
  const flat = plain(token).replace(/[^a-z0-9]/g, '');
  if (long.some((word) => flat.includes(word))) return shapeOf(token);
  return token.replace(/[A-Za-z0-9]+/g, (part) => {
    if (/^\d+$/.test(part)) return '0';
    const digits = part.replace(/\D/g, '').length;
    // An id: many digits, or letters and digits in a long row.
    if (digits > 2 || (digits > 0 && part.length > 8)) return 'x';
    const pieces = plain(part.replace(/([a-z])([A-Z])/g, '$1 $2')).split(/[^a-z]+/);
    const isSaid = (piece: string) =>
      !BUILT_OF.has(piece) && (all.has(piece) || (piece.length > 3 && run.includes(piece)));
    return [...pieces, plain(part)].some(isSaid) ? 'x' : part.replace(/\d+/g, '0');
  });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Words that pages are built of: they are no secret though they may stand in a text as well. */
const BUILT_OF = new Set(
  'has is no not new change details main header body footer message messages mail thread content text from sender author subject date time user name title list item row cell table button link icon image avatar comment comments note notes reply reply-to answer history journal ticket issue conversation view page panel toolbar menu nav left right top bottom inner outer wrapper container section group field label value form input hidden visible active selected open closed collapsed expanded primary secondary small large avatar wiki details description display to cc bcc class data role region article heading'.split(
    ' ',
  ),
);

function wordsOf(root: Element, address: string): Words {
  const texts: string[] = [address];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!EMPTY.has(element.localName)) {
      for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? '');
    }
    for (const { name, value } of element.attributes) {
      if (!NAMING.has(name) && !CLOSED[name]?.has(value)) texts.push(value);
    }
  }
  const said = plain(texts.join(' '));
  const all = new Set(said.split(/[^a-z0-9]+/).filter((word) => word.length > 1 && !BUILT_OF.has(word)));
  return { all, long: [...all].filter((word) => word.length >= 5), run: said.replace(/[^a-z0-9]+/g, '') };
}
