// Before the end-to-end tests: both builds of the extension for Chromium and the worker's bundle, made anew where a source is newer.
import { buildExtension, extensionIsStale } from '../stack/extension.ts';
import { bundleWorker } from '../stack/worker.ts';

export async function setup(): Promise<void> {
  await bundleWorker();
  // One after the other: both write the generated types beside the sources.
  if (extensionIsStale('chrome-mv3')) await buildExtension('production');
  if (extensionIsStale('chrome-mv3-dev')) await buildExtension('development');
}
