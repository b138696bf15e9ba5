// A browser as far as the worker can tell: it keeps the cookies of one origin, and follows nothing by itself.
import { env } from 'cloudflare:test';
import type { createApp } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: ReturnType<typeof createApp>;
  readonly #env: Env;

  constructor(app: ReturnType<typeof createApp>, settings: Env = env) {
    this.#app = app;
    this.#env = settings;
  }

  /** `address`: a path of the worker or an absolute address on it. */
  async open(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ Accept: 'text/html' });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    if (this.cookies.size > 0)
      headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await this.#app.request(new URL(address, this.#env.ORIGIN).href, { ...init, headers }, this.#env);
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    return answer;
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Where an answer sends the browser. */
export function locationOf(answer: Response): string {
  const location = answer.headers.get('Location');
  if (location === null) throw new Error(`no Location in an answer of ${answer.status}`);
  return location;
}
