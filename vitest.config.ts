// Three kinds of test: unit (values, in Node), worker (inside workerd with a real D1), e2e (real browsers against the local stack).
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

process.env.WRANGLER_SEND_METRICS = 'false';
process.env.DO_NOT_TRACK = '1';

export default defineConfig({
  test: {
    reporters: ['default', './test/stack/reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node' } },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ORIGIN: 'http://localhost',
                ISSUER: 'http://127.0.0.1:1',
                CLIENT_SECRET: 'test-client-secret',
                SECRET: 'dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdC0zMmI',
                EXTENSION_REDIRECTS: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
                // How many random histories the attacker test runs, and from which seed (for long runs by hand).
                HISTORIES: process.env.HISTORIES ?? '',
                SEED: process.env.SEED ?? '',
                MIGRATIONS: await readD1Migrations('./worker/migrations'),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.{ts,tsx}'],
          setupFiles: ['test/worker/migrate.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
          globalSetup: ['test/e2e/build.ts'],
        },
      },
    ],
  },
});
