// The tests in Node know the database as the local stack gives it; the worker's own sources, which some of them import, call it this.
type D1Database = import('./worker.ts').Database;
