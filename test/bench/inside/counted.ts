// A D1 database that counts the rows that its statements read and write, as D1 itself bills them.

export interface Rows {
  read: number;
  written: number;
}

/** The same database, and the count of everything that is asked through it from now on. */
export function counted(db: D1Database): { db: D1Database; rows: Rows } {
  const rows = { read: 0, written: 0 };
  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const count = <Result extends D1Result<unknown>>(result: Result): Result => {
    rows.read += result.meta.rows_read;
    rows.written += result.meta.rows_written;
    return result;
  };

  const statement = (original: D1PreparedStatement): D1PreparedStatement => {
    const wrapped: D1PreparedStatement = new Proxy(original, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values));
        if (name === 'all' || name === 'run') return async () => count(await target.all());
        if (name === 'first') {
          return async (column?: string) => {
            const [row] = count(await target.all<Record<string, unknown>>()).results;
            return row === undefined ? null : column === undefined ? row : row[column];
          };
        }
        if (name === 'raw') throw new Error('raw() tells no rows: count it another way');
        return Reflect.get(target, name);
      },
    });
    originals.set(wrapped, original);
    return wrapped;
  };

  const proxy = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql));
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) =>
          (await target.batch(statements.map((one) => originals.get(one) ?? one))).map(count);
      }
      if (name === 'exec' || name === 'withSession') throw new Error(`${name}() tells no rows: count it another way`);
      return Reflect.get(target, name);
    },
  });
  return { db: proxy, rows };
}
