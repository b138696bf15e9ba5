// Finds the texts that a description points at, outside of what others wrote.
import type { Cut, Form, SiteDescription, Source } from './description.ts';

export interface Scope {
  document: Document;
  url: URL;
  site: SiteDescription;
  /** Where selectors start. */
  at: Element;
}

/** Every valid text of these sources, in their order, each once. */
export function readAll(sources: readonly Source[], scope: Scope): string[] {
  return [...new Set(sources.flatMap((source) => texts(source, scope)))];
}

/** The first valid text, or null. Looks no further than it must: a look at the whole page is dear on large ones. */
export function readFirst(sources: readonly Source[], scope: Scope): string | null {
  for (const source of sources) {
    const [text] = texts(source, scope);
    if (text !== undefined) return text;
  }
  return null;
}

function texts(source: Source, scope: Scope): string[] {
  if (source.from === 'join') {
    const parts = source.parts.map((part) => readFirst([part], scope));
    return parts.includes(null) ? [] : [parts.join('/')];
  }
  return rawTexts(source, scope).flatMap((raw) => {
    const text = cut(raw, source);
    return (text === null ? null : formed(text, source.form)) ?? [];
  });
}

/** Elements that match and stand in nobody's message body: a body may hold any markup, the site's own header's included. */
export function outside(at: ParentNode, selector: string, bodies: string): Element[] {
  return [...at.querySelectorAll(selector)].filter((element) => element.closest(bodies) === null);
}

function rawTexts(source: Exclude<Source, { from: 'join' }>, { document, url, site, at }: Scope): string[] {
  switch (source.from) {
    case 'attribute': {
      const elements = source.of === undefined ? [at] : outside(at, source.of, site.bodies);
      return elements.map((element) => element.getAttribute(source.name) ?? '');
    }
    case 'text':
      return outside(at, source.of, site.bodies).map((element) => element.textContent ?? '');
    case 'query':
    case 'path':
    case 'hash':
      return inAddress(source, url);
    case 'title':
      return [document.title];
    case 'fixed':
      return [source.text];
    case 'script':
      return outside(document, 'script:not([src])', site.bodies)
        .map((script) => script.textContent ?? '')
        .filter((text) => text.includes(source.has))
        .map((text) => jsonAfter(text, source.value));
  }
}

/** The first valid text that the address alone gives, or null. */
export function readInAddress(sources: readonly Source[], url: URL): string | null {
  for (const source of sources) {
    const words = (source.from === 'join' ? source.parts : [source]).map((part) => {
      if (part.from !== 'query' && part.from !== 'path' && part.from !== 'hash') return null;
      const text = cut(inAddress(part, url)[0] ?? '', part);
      return text === null ? null : formed(text, part.form);
    });
    if (!words.includes(null)) return words.join('/');
  }
  return null;
}

function inAddress(source: Extract<Source, { from: 'query' | 'path' | 'hash' }>, url: URL): string[] {
  if (source.from === 'query') return queryOf(url).getAll(source.name);
  return [source.from === 'path' ? url.pathname.slice(1) : url.hash.slice(1)];
}

/** Some sites still separate parameters by `;`. */
export const queryOf = (url: URL) =>
  url.search.includes(';') ? new URLSearchParams(url.search.replaceAll(';', '&')) : url.searchParams;

/** What a description takes of a text; null where a mark does not occur. */
function cut(raw: string, { after = [], before, inside }: Cut): string | null {
  let text = raw;
  for (const mark of [after].flat()) {
    const at = text.indexOf(mark);
    if (at < 0) return null;
    text = text.slice(at + mark.length);
  }
  const end = before === undefined ? -1 : text.indexOf(before);
  if (end >= 0) text = text.slice(0, end);
  if (inside === undefined) return text;
  const [open = '', close = ''] = inside;
  const trimmed = text.trimEnd();
  const start = trimmed.lastIndexOf(open);
  return start >= 0 && trimmed.endsWith(close) ? trimmed.slice(start + 1, -1) : null;
}

/**
 * The first JSON string or number right after a key; a string of letters and digits may stand in single quotes. Inside other
 * strings the key's quotes are escaped, so it cannot be imitated there.
 */
function jsonAfter(text: string, key: string): string {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const found = /^\s*(?:("(?:[^"\\\n]|\\.)*")|(\d{1,20})\b|'(\w{1,100})')/.exec(
      text.slice(at + key.length, at + key.length + 400),
    );
    const plain = found?.[2] ?? found?.[3];
    if (plain) return plain;
    if (found?.[1]) return parsedString(found[1]);
  }
  return '';
}

function parsedString(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

const ADDRESS = /[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]+/;

/** A text in the form a description asks for, or null where it is not that. */
export function formed(raw: string, form: Form): string | null {
  const text = raw.trim();
  if (text.length > 400) return null;
  const taken = (shape: RegExp) => shape.exec(text)?.[0] ?? null;
  switch (form) {
    case 'address':
      return ADDRESS.exec(text)?.[0] === text && text.length <= 254 ? text.toLowerCase() : null;
    case 'mailto': {
      if (!text.toLowerCase().startsWith('mailto:')) return null;
      try {
        return formed(decodeURIComponent(text.slice(7).split('?')[0] ?? ''), 'address');
      } catch {
        return null;
      }
    }
    case 'last-address':
      return text.match(new RegExp(ADDRESS, 'g'))?.at(-1)?.toLowerCase() ?? null;
    case 'moment':
      return moment(text) === null ? null : text;
    case 'hex':
      return taken(/^[0-9a-f]{8,40}$/);
    case 'ticket-key':
      return taken(/^[a-z]\w*-\d+$/i)?.toUpperCase() ?? null;
    case 'number':
      return taken(/^\d{1,20}/);
    case 'digits':
      return taken(/^\d{1,20}(?=\/?$)/);
    case 'segment':
      return segment(text);
    case 'login':
      return segment(text)?.toLowerCase() ?? null;
    case 'name':
      return /^.{1,100}$/.exec(text.replace(/\s+/g, ' '))?.[0] ?? null;
    case 'word':
      return taken(/^.{1,200}$/s);
  }
}

function segment(text: string): string | null {
  try {
    return formed(decodeURIComponent(text.split(/[/?#&;]/, 1)[0] ?? ''), 'word');
  } catch {
    return null;
  }
}

/** ms since 1970 of an ISO 8601 moment that names its zone; without one it would mean another moment to each reader. */
export function moment(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const ms = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
}
