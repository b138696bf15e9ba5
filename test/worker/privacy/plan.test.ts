// A statement that read every rating would pass all other tests and stand still in a company that uses this for a year.
import { expect, it } from 'vitest';
import { MOVE } from '../../../worker/store/pools.ts';
import { INTAKE } from '../../../worker/store/ratings.ts';
import { RELEASE } from '../../../worker/store/releases.ts';
import { Company } from './company.ts';

for (const [kind, statements] of Object.entries({ INTAKE, RELEASE, MOVE })) {
  for (const [name, sql] of Object.entries(statements)) {
    it(`${kind}.${name} reads ratings and releases through an index, however many there are`, async () => {
      const company = await Company.found();
      const count = Math.max(0, ...[...sql.matchAll(/\?(\d)/g)].map(([, n]) => Number(n)));
      const values = Array.from({ length: count }, (_, i) => (i === 0 && kind === 'INTAKE' ? '[]' : i));
      const plan = await company.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
      const steps = plan.map(({ detail }) => detail);
      const slow = /^SCAN (r|rating|x|release)\b|^SEARCH (r|rating) USING INDEX rating_pool \(pool=\?\)$/;
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.filter((step) => slow.test(step))).toEqual([]);
    });
  }
}
