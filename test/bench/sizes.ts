// What people download and what a deployment uploads: bundles of the production build, gzip -9.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionAt } from '../stack/browser.ts';
import { buildExtension } from '../stack/extension.ts';
import { VISIT } from '../stack/loader.ts';
import { bundleWorker, root } from '../stack/worker.ts';
import type { Figure, Section } from './figure.ts';

export const PRODUCTION = extensionAt('chrome-mv3');

/** kB (1,000 bytes) of gzip -9. */
export const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length / 1000;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

let built: Promise<unknown> | null = null;
/** The production build for Chromium, made afresh once in a run. */
export async function buildProduction(): Promise<void> {
  built ??= buildExtension('production');
  await built;
}

/** What a page of the extension loads: its scripts with all they import, and its style sheets. */
function loadedBy(page: string): string[] {
  const found = new Set<string>();
  const visit = (file: string, pattern: RegExp, base: string) => {
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(pattern)) {
      const next = path.startsWith('/') ? join(PRODUCTION, path) : join(base, path);
      if (found.has(next)) continue;
      found.add(next);
      if (next.endsWith('.js')) visit(next, /(?:from|import)\s*\(?["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g, dirname(next));
    }
  };
  visit(join(PRODUCTION, page), /(?:src|href)="([^"]+\.(?:js|css))"/g, PRODUCTION);
  return [...found];
}

interface Manifest {
  content_scripts?: { js?: string[]; css?: string[] }[];
}

export async function sizes(): Promise<Section> {
  await buildProduction();
  const manifest: Manifest = JSON.parse(readFileSync(join(PRODUCTION, 'manifest.json'), 'utf8'));
  const everywhere = new Set(manifest.content_scripts?.flatMap(({ js = [], css = [] }) => [...js, ...css]) ?? []);
  const loader = [...everywhere].map((file) => join(PRODUCTION, file));
  const size = (files: readonly string[]) => sum(files.map((file) => gzipped(readFileSync(file))));
  // Style sheets go up as files of their own.
  const bundle = (folder: string) =>
    size(
      readdirSync(folder)
        .filter((name) => !/\.(?:map|md)$/.test(name))
        .map((name) => join(folder, name)),
    );
  const library = gzipped(readFileSync(join(root, 'node_modules/preact/dist/preact.mjs')));

  const figures: Figure[] = [
    {
      what: 'loader, where nothing is to be read: JS and CSS',
      value: size(loader),
      unit: 'kB gzip',
      beside: { what: 'Preact alone', value: library },
      budget: { most: 3.2, of: 'value' },
      gate: true,
    },
    {
      what: 'content script, all sites: loader and visit',
      value: size([...loader, join(PRODUCTION, VISIT)]),
      unit: 'kB gzip',
      beside: { what: 'Preact alone', value: library },
      budget: { most: 16, of: 'value' },
      gate: true,
    },
    {
      what: 'popup, JS and CSS',
      value: size(loadedBy('popup.html')),
      unit: 'kB gzip',
      beside: { what: 'Preact alone', value: library },
      budget: { most: 25, of: 'value' },
      gate: true,
    },
    {
      what: 'worker',
      value: bundle(await bundleWorker()),
      unit: 'kB gzip',
      beside: {
        what: 'one Hono route',
        value: bundle(await bundleWorker('floor', 'test/bench/inside/floor/index.ts')),
      },
      budget: { most: 150, of: 'value' },
      gate: true,
    },
  ];
  return { title: 'Sizes', figures };
}
