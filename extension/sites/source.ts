// Finds the texts that a description points at, outside of what others wrote.
import type { Form, SiteDescription, Source } from './description.ts';

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
  return rawTexts(source, scope).flatMap((raw) => formed(raw, source.form) ?? []);
}

/** Elements that match and stand in nobody's message body: a body may hold any markup, the site's own header's included. */
export function outside(at: ParentNode, selector: string, bodies: string): Element[] {
  return [...at.querySelectorAll(selector)].filter((element) => element.closest(bodies) === null);
}

function rawTexts(source: Source, { document, url, site, at }: Scope): string[] {
  switch (source.from) {
    case 'attribute': {
      const elements = source.of === undefined ? [at] : outside(at, source.of, site.bodies);
      const values = elements.map((element) => element.getAttribute(source.name) ?? '');
      const { after } = source;
      return after === undefined ? values : values.filter((v) => v.startsWith(after)).map((v) => v.slice(after.length));
    }
    case 'text':
      return outside(at, source.of, site.bodies).map((element) => element.textContent ?? '');
    case 'query':
      return url.searchParams.getAll(source.name);
    case 'path': {
      const parts = url.pathname.split('/');
      const index = parts.indexOf(source.after);
      return index < 0 ? [] : [parts[index + 1] ?? ''];
    }
    case 'title':
      return [document.title];
    case 'script':
      return outside(document, 'script:not([src])', site.bodies)
        .map((script) => script.textContent ?? '')
        .filter((text) => text.includes(`${source.call}(`))
        .map((text) => stringAfter(text, `"${source.key}":"`));
  }
}

/** The JSON string that starts after a key. Inside other strings the key's quotes are escaped, so it cannot be imitated there. */
function stringAfter(text: string, key: string): string {
  const start = text.indexOf(key);
  if (start < 0) return '';
  const from = start + key.length;
  const end = /(?<!\\)(?:\\\\)*"/.exec(text.slice(from, from + 400));
  if (!end) return '';
  try {
    const value: unknown = JSON.parse(`"${text.slice(from, from + end.index + end[0].length)}`);
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
      return /^[0-9a-f]{8,20}$/.test(text) ? text : null;
    case 'ticket-key':
      return /^[a-z][a-z0-9_]*-\d+$/i.test(text) ? text.toUpperCase() : null;
    case 'word':
      return text !== '' && text.length <= 200 ? text : null;
  }
}

/** ms since 1970 of an ISO 8601 moment that names its zone; without one it would mean another moment to each reader. */
export function moment(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const ms = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
}
