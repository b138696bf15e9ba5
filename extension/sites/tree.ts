// A picture of how a page is built, for whoever mends its description: elements, attributes and class names stay as far as they are
// made of words that everybody may know, all else is replaced. Pure.
import { BUILT_OF, ELEMENTS } from './built-of.ts';

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
 * @param names that the site's descriptions use: letters and digits in a row
 */
export function pictureOf(root: Element, names: readonly string[]): string {
  const used = new Set(names);
  const lines: string[] = [];
  let length = 0;
  const draw = (element: Element, depth: number): void => {
    if (length > LONGEST) return;
    const line = `${'  '.repeat(depth)}<${tagOf(element, used)}${attributesOf(element, used)}>${hasText(element) ? ' …' : ''}`;
    lines.push(line);
    length += line.length;
    if (EMPTY.has(element.localName) || depth >= DEEPEST) return;
    for (const child of element.children) draw(child, depth + 1);
  };
  draw(root, 0);
  return `${lines.join('\n')}\n`;
}

type Names = ReadonlySet<string>;

const tagOf = ({ localName }: Element, used: Names) => (ELEMENTS.has(localName) ? localName : named(localName, used));

const hasText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');

function attributesOf(element: Element, used: Names): string {
  return [...element.attributes]
    .filter(({ name }) => /^[a-z][a-z0-9_:-]{0,40}$/.test(name) && !name.startsWith('on') && name !== 'style')
    .map(({ name, value }) => ` ${named(name, used)}="${keptOf(name, value, used)}"`)
    .join('');
}

function keptOf(name: string, value: string, used: Names): string {
  if (NAMING.has(name)) {
    const tokens = value.split(/\s+/).filter((token) => token !== '');
    return tokens.map((token) => named(token, used)).join(' ');
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

/**
 * Of a name stays what the site's descriptions use themselves and what pages are built of. Names hold people's words as well
 * ("user-bich", "tag-layoffs"), and nothing on the page tells which: whatever is not known becomes x.
 */
function named(token: string, used: Names): string {
  if (!/^[A-Za-z0-9_:.-]{1,80}$/.test(token)) return shapeOf(token);
  return token.replace(/[A-Za-z0-9]+/g, (part) => {
    if (used.has(part) || isDrawn(part)) return part;
    const pieces = part
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[\s\d]+/);
    const isKnown = pieces.every((piece) => piece === '' || BUILT_OF.has(piece));
    return isKnown ? part.replace(/\d+/g, '0') : 'x';
  });
}

/** "gD": what a program drew in place of a name. Two letters, the small one first, are nobody's name and no word. */
const isDrawn = (part: string) => /^[a-z][A-Z]$/.test(part);
