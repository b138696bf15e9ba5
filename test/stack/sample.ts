// Serves the sample webmail on loopback: four files and the mail of whoever is asked for.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { people } from './acme.ts';
import { threadsOf } from './webmail/mail.ts';

export interface RunningSample {
  url: string;
  stop(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '/index.html': 'text/html; charset=utf-8',
  '/app.js': 'text/javascript; charset=utf-8',
  '/webmail.css': 'text/css; charset=utf-8',
};

export async function startSample(port: number): Promise<RunningSample> {
  const began = Date.now();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/mail.json') {
      const address = searchParams.get('as') ?? '';
      const me = people.find((person) => person.email === address) ?? { name: address };
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ me: { name: me.name }, threads: threadsOf(address, began) }));
      return;
    }
    const file = pathname === '/' ? '/index.html' : pathname;
    const type = TYPES[file];
    if (!type) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    });
    response.end(readFileSync(new URL(`./webmail${file}`, import.meta.url)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sample webmail has no port');
  return {
    // Not "localhost": a mail page is another site than the worker's, and cookies do not tell ports apart.
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
