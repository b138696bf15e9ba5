// The frame every route stands in: problems, headers, CORS and the bearer guard.
import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../worker/app.ts';

const app = createApp();

describe('The frame of the worker', () => {
  it('says it is well once the database answers', async () => {
    const answer = await app.request('/healthz', {}, env);
    expect(answer.status).toBe(200);
  });

  it('answers an API call without a token with a problem that every origin may read', async () => {
    const answer = await app.request('/api/config', { headers: { Origin: 'https://page.test' } }, env);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('ETag,Retry-After,Date');
    expect(answer.headers.has('Date')).toBe(true);
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'A valid access token is needed',
      status: 401,
      code: 'unauthorized',
    });
  });
});
