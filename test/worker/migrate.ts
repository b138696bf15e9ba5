// Gives each test file a D1 with the worker's own migrations.
import { applyD1Migrations, env } from 'cloudflare:test';

await applyD1Migrations(env.DB, env.MIGRATIONS);
