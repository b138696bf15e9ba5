// What the extension keeps on disk, table by table.
import type { Driven } from '../stack/harness.ts';

export async function onDisk(driven: Driven): Promise<Record<string, unknown[]>> {
  const options = await driven.open('options.html');
  const tables = await options.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('hearback');
      request.onsuccess = () => resolve(request.result);
    });
    const tables = [...db.objectStoreNames].map(
      (name) =>
        new Promise<[string, unknown[]]>((resolve) => {
          const request = db.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve([name, request.result]);
        }),
    );
    const all = Object.fromEntries(await Promise.all(tables));
    db.close();
    return all;
  });
  await options.close();
  return tables;
}
