// Databases that fail on purpose, and one that counts: each hands everything on to the real D1.

/** Fails at the n-th batch (from 0): `before` it reached the database, or `after`, when only the answer is lost. */
export function failingAt(db: D1Database, nth: number, when: 'before' | 'after'): D1Database {
  let count = 0;
  return batching(db, async (statements) => {
    const here = count++ === nth;
    if (here && when === 'before') throw new Error('the worker died');
    const results = await db.batch(statements);
    if (here) throw new Error('the worker died');
    return results;
  });
}

/** A database whose batches are counted in D1's own figures. */
export function counting(db: D1Database): { db: D1Database; batches(): number; written(): number } {
  let batches = 0;
  let written = 0;
  const counted = batching(db, async (statements) => {
    const results = await db.batch(statements);
    batches++;
    for (const result of results) written += result.meta.rows_written;
    return results;
  });
  return { db: counted, batches: () => batches, written: () => written };
}

type Batch = (statements: D1PreparedStatement[]) => Promise<D1Result[]>;

function batching(db: D1Database, batch: Batch): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'batch') return batch;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
