import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
it('has migrated tables', async () => {
  const rows = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type='table' AND name='rating'").all();
  expect(rows.results.length).toBe(1);
});
