// The pages' style sheets: nothing in them is unused, and what is read can be read.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const all = (folder: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url)).map((name) => read(`${folder}/${name}`));

describe('the sheets', () => {
  const views = all('worker/pages/views').join('\n');
  const sheets = [read('shared/ui/base.css'), read('shared/ui/ui.css'), ...all('worker/pages/styles')]
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '');

  it('name only classes that a page has', () => {
    const classes = new Set([...sheets.matchAll(/\.([a-z][a-z-]*)(?=[^{}]*\{)/g)].map(([, name]) => name ?? ''));
    expect(classes.size).toBeGreaterThan(40);
    expect([...classes].filter((name) => !new RegExp(`["' ]${name}["' ]`).test(views))).toEqual([]);
  });

  it('take every size and colour from the tokens', () => {
    const known = new Set([...read('shared/ui/tokens.css').matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name));
    const used = [...sheets.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    expect(used.filter((name) => name !== '--score' && !known.has(name))).toEqual([]);
    expect(sheets.match(/#[0-9a-f]{3,8}\b|rgba?\(/i)).toBeNull();
  });
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const colours = new Map(
    [...read('shared/ui/tokens.css').matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark],
    ),
  );
  const contrast = (a: string, b: string) => {
    const [x, y] = [luminance(colours.get(a)), luminance(colours.get(b))];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };

  it.each(['--page', '--surface', '--sunken'])('text stands out from %s by 4.5 to 1', (ground) => {
    for (const text of ['--ink', '--ink-2', '--accent', '--warn'])
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--edge', '--plot', '--score-1', '--score-2', '--score-3', '--score-4', '--score-5'])(
    '%s stands out from the page by 3 to 1',
    (mark) => {
      expect(contrast(mark, '--page')).toBeGreaterThanOrEqual(3);
    },
  );
});

/** Relative luminance (WCAG 2.2) of "#rrggbb". */
function luminance(colour = ''): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
