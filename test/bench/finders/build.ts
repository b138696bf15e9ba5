// Makes an extension of the finders: each a content script, at the same moment and in the same kind of world as ours.
// `@inboxsdk/core` (2.2.26) is not among them: it wants an id registered with its vendor, and its code, read and not run, reports
// errors and events to its vendor's servers. Nothing here asks a third party.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const FINDERS = ['animation', 'query', 'wxt'] as const;
export type Finder = (typeof FINDERS)[number];

/** Where a finder runs; our own content script has nothing to do there. */
export const addressOf = (finder: Finder) => `https://${finder}.bench.example/`;

/** @returns the folder of the unpacked extension */
export async function buildFinders(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-finders-'));
  for (const finder of FINDERS) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: fileURLToPath(new URL(`./${finder}.ts`, import.meta.url)),
          formats: ['iife'],
          name: 'finder',
          fileName: () => `${finder}.js`,
        },
      },
    });
  }
  const manifest = {
    manifest_version: 3,
    name: 'Finders to compare with',
    version: '1',
    content_scripts: FINDERS.map((finder) => ({
      matches: [`${addressOf(finder)}*`],
      js: [`${finder}.js`],
      run_at: 'document_start',
    })),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
