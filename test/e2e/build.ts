// Before the end-to-end tests: the builds of the extension that they load and the worker's bundle, made anew where a source is newer.
import { buildExtension, extensionIsStale } from '../stack/extension.ts';
import { bundleWorker } from '../stack/worker.ts';

export async function setup(): Promise<void> {
  await bundleWorker();
  // One after the other: both write the generated types beside the sources.
  if (extensionIsStale('chrome-mv3')) await buildExtension('production');
  if (extensionIsStale('chrome-mv3-dev')) await buildExtension('development');
  if (extensionIsStale('firefox-mv3-dev')) await buildExtension('development', undefined, 'firefox');
}
