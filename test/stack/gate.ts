// The public port of the worker: passes bytes on, and lets a test cut the line at a moment it chooses.
// The browser keeps one address while the worker behind it is stopped, killed and started again on another port.
import { createServer, connect as dial, type Socket } from 'node:net';

export interface Gate {
  port: number;
  /** Where new connections go. */
  forwardTo(port: number): void;
  /** Refuses new connections and cuts those that are open: the server is down. */
  close(): void;
  open(): void;
  /** From now on requests reach the worker and its answers stay here. Resolves once the first byte of an answer is held back. */
  holdAnswers(): Promise<void>;
  stop(): Promise<void>;
}

export async function startGate(port: number): Promise<Gate> {
  let target = 0;
  let passing = true;
  let held: (() => void) | null = null;
  const sockets = new Set<Socket>();

  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };

  const server = createServer((near) => {
    if (!passing) return near.destroy();
    const far = dial(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => from.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.end();
      });
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      if (held) return held();
      if (!near.write(bytes)) far.pause();
    });
    near.on('drain', () => far.resume());
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gate has no port');

  return {
    port: address.port,
    forwardTo: (next) => {
      target = next;
    },
    close: () => {
      passing = false;
      held = null;
      cut();
    },
    open: () => {
      passing = true;
    },
    holdAnswers: () =>
      new Promise((resolve) => {
        held = resolve;
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
