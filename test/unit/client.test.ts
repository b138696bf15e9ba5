// The API's client: whatever comes over the wire becomes one of its outcomes.
import { describe, expect, it } from 'vitest';
import { createClient, type Send } from '../../shared/api/client.ts';

const server = 'https://hearback.example';
const answering =
  (answer: Response): Send =>
  async () =>
    answer;
const problem = (code: string, status: number, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'No', status, code }), { status, headers });
const signOut = (send: Send) => createClient(server, send)('signOut', { body: { everywhere: true } });

describe('The client', () => {
  it('sends no cookie, follows no redirect, and puts the token only in its header', async () => {
    const calls: Parameters<Send>[] = [];
    const client = createClient(server, async (...call) => {
      calls.push(call);
      return new Response(new Uint8Array([1]), { headers: { 'Content-Type': 'application/octet-stream' } });
    });
    await client('directory', { query: { kinds: 'jira,mail' }, token: 'abc', etag: '"1"' });
    expect(calls).toMatchObject([
      [
        'https://hearback.example/api/directory?kinds=jira%2Cmail',
        {
          method: 'GET',
          headers: { Authorization: 'Bearer abc', 'If-None-Match': '"1"' },
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
        },
      ],
    ]);
    expect(calls[0]?.[1]).not.toHaveProperty('body');
  });

  it('gives the value with its ETag', async () => {
    const headers = { ETag: '"x"' };
    const send = answering(new Response(JSON.stringify({ results: [] }), { headers }));
    const outcome = await createClient(server, send)('ratings', { body: { events: [] }, token: 't' });
    expect(outcome).toEqual({
      kind: 'ok',
      value: { results: [] },
      etag: '"x"',
    });
  });

  it('takes 204 for done and 304 for unchanged', async () => {
    expect(await signOut(answering(new Response(null, { status: 204 })))).toMatchObject({ kind: 'ok', value: null });
    const config = createClient(server, answering(new Response(null, { status: 304 })))('config', { token: 't' });
    expect(await config).toEqual({ kind: 'unchanged' });
  });

  it('names the problem, its field, and how long to wait', async () => {
    expect(await signOut(answering(problem('too_many', 429, { 'Retry-After': '60' })))).toEqual({
      kind: 'problem',
      code: 'too_many',
      status: 429,
      field: null,
      retryAfter: 60,
    });
    const dated = problem('unavailable', 503, { 'Retry-After': 'Sat, 21 Nov 2026 19:00:00 GMT' });
    expect(await signOut(answering(dated))).toMatchObject({ code: 'unavailable', retryAfter: null });
  });

  it("takes the platform's own error pages for what they say", async () => {
    const page = (status: number) => answering(new Response('<h1>error code: 1027</h1>', { status }));
    expect(await signOut(page(429))).toMatchObject({ kind: 'problem', code: 'too_many' });
    expect(await signOut(page(502))).toMatchObject({ kind: 'problem', code: 'unavailable' });
    expect(await signOut(page(404))).toEqual({ kind: 'garbled', status: 404 });
  });

  it('takes an answer of another shape for garbled, never for a value', async () => {
    const page = () => answering(new Response('<title>Sign in to the hotel</title>', { status: 200 }));
    expect(await signOut(page())).toEqual({ kind: 'garbled', status: 200 });
    const client = createClient(server, page());
    expect(await client('config', { token: 't' })).toEqual({ kind: 'garbled', status: 200 });
    expect(await client('directory', { query: { kinds: 'mail' }, token: 't' })).toEqual({
      kind: 'garbled',
      status: 200,
    });
  });

  it('is offline when nothing answers, also in the middle of an answer', async () => {
    const dead: Send = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await signOut(dead)).toEqual({ kind: 'offline' });
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    const config = createClient(server, answering(new Response(body)))('config', { token: 't' });
    expect(await config).toEqual({ kind: 'offline' });
  });
});
