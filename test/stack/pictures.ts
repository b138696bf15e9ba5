// Takes the README's pictures on the real stack: the row under an answer, and the summary page that it moves. `npm run pictures`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personAt } from './acme.ts';
import { buildExtension } from './extension.ts';
import { clickFace, driveBrowser, rowSays, signIn, signInToPages, until, useServer } from './harness.ts';
import { startStack } from './stack.ts';
import { root } from './worker.ts';

const folder = join(root, 'test/pictures');
const state = mkdtempSync(join(tmpdir(), 'hearback-pictures-'));
mkdirSync(folder, { recursive: true });

await buildExtension('development');
const stack = await startStack({ state, history: true });
const driven = await driveBrowser({ viewport: { width: 1120, height: 640 } });
try {
  await useServer(driven, stack.origin);
  await signIn(driven, personAt('an@acme.test').subject);

  const mail = await driven.context.newPage();
  await mail.goto(`${stack.sample}/?as=an@acme.test#t-vpn`);
  await clickFace(mail, 4);
  await rowSays(mail, 'saved');
  await mail.mouse.move(0, 0);
  await mail.screenshot({ path: join(folder, 'row.png') });

  const summary = await driven.context.newPage();
  await signInToPages(summary, stack.origin, personAt('an@acme.test').subject);
  await until('the release', async () => {
    await stack.tick();
    await summary.reload();
    return (await summary.getByText('last release: today, 5 people').count()) > 0;
  });
  await summary.setViewportSize({ width: 1120, height: 1290 });
  await summary.screenshot({ path: join(folder, 'summary.png') });
} finally {
  await driven.close();
  await stack.stop();
  rmSync(state, { recursive: true, force: true });
}
