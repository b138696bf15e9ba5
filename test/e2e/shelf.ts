// Where a company keeps the extension for its browsers: builds packed and signed with a key made for the occasion, and the list in which
// browsers look for a newer one.
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionAt, findChromium, quietFlags } from '../stack/browser.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Chromium's own way: half of the SHA-256 of the public key, in the letters a to p. */
export const SHELF_ID = createHash('sha256')
  .update(publicKey)
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');

interface Shelf {
  /** What policies name beside the id. */
  list: string;
  /** Puts another version there. */
  lay(version: string): void;
  stop(): Promise<void>;
}

interface Manifest {
  key: string;
  host_permissions: string[];
}

/** @param hosts that the manifest asks for beside its own */
export async function startShelf(hosts: readonly string[]): Promise<Shelf> {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-shelf-'));
  const key = join(folder, 'key.pem');
  writeFileSync(key, privateKey);
  let newest = '';

  const server = createServer(({ url }, response) => {
    if (url?.startsWith('/list')) {
      response.writeHead(200, { 'content-type': 'text/xml' }).end(listOf(newest, `${at()}/${newest}.crx`));
      return;
    }
    response.writeHead(200, { 'content-type': 'application/x-chrome-extension' });
    response.end(readFileSync(join(folder, `${newest}.crx`)));
  });
  const at = () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the shelf has no port');
    return `http://localhost:${address.port}`;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    list: `${at()}/list`,
    lay(version) {
      const unpacked = join(folder, version);
      cpSync(extensionAt('chrome-mv3-dev'), unpacked, { recursive: true });
      const file = join(unpacked, 'manifest.json');
      const { key: _, host_permissions: asked, ...rest }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
      const ours = { version, update_url: `${at()}/list`, host_permissions: [...asked, ...hosts] };
      writeFileSync(file, JSON.stringify({ ...rest, ...ours }));
      const pack = [`--pack-extension=${unpacked}`, `--pack-extension-key=${key}`];
      const aside = `--user-data-dir=${join(folder, 'packer')}`;
      execFileSync(findChromium() ?? '', ['--headless=new', ...quietFlags(), aside, ...pack], { stdio: 'ignore' });
      newest = version;
    },
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const listOf = (version: string, crx: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${SHELF_ID}"><updatecheck codebase="${crx}" version="${version}"/></app>
</gupdate>`;
