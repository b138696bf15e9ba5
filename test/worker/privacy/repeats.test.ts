import fc from 'fast-check';
import { expect, it } from 'vitest';
import { INTAKE, type Intake } from '../../../worker/store/ratings.ts';
import { Company, DAY, HOUR, numbers } from './company.ts';
import { counting } from './faults.ts';

/** Clicks of one person on one conversation, by clocks that are right, late, or ahead by minutes up to a year. */
const clicks = fc.array(
  fc.record({
    score: fc.option(fc.constantFrom(1 as const, 3 as const, 5 as const), { freq: 5 }),
    skew: fc.constantFrom(0, 0, -2 * DAY, 4 * 60_000, 6 * 60_000, DAY, 400 * DAY),
  }),
  { minLength: 1, maxLength: 5 },
);

/** What happens then, in any order: a click arrives (again), hours pass, or a tick releases what waits. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('arrives' as const), which: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('hours' as const), hours: fc.nat(30) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('tick' as const) }) },
  ),
  { minLength: 4, maxLength: 14 },
);

it('a click that arrives again, in any order, whatever its clock said, before or after a release, writes nothing', async () => {
  expect((await repeat(INTAKE, 25)).failed).toBe(false);
}, 600_000);

it('and this test notices when clicks whose clock ran ahead are not remembered', async () => {
  const forgetful = { ...INTAKE, remember: INTAKE.remember.replace('ahead = 1', 'ahead = 2') };
  expect((await repeat(forgetful, 60)).failed).toBe(true);
}, 600_000);

function repeat(intake: Intake, numRuns: number) {
  const property = fc.asyncProperty(clicks, steps, async (said, happens) => {
    const company = await Company.found({ K: '3' });
    company.sql = { intake };
    const an = company.person(1);
    const events = said.map(({ score, skew }, i) => company.event({ score, rev: company.now + skew + i }));
    const known = new Set<string>();
    const arrive = async (which: number) => {
      const event = events[which % events.length];
      if (!event) return;
      const { db, written } = counting(company.env.DB);
      await company.send(an, [event], company.with({ DB: db }));
      if (known.has(event.id)) expect(written()).toBe(0);
      known.add(event.id);
      company.wait(1000);
    };
    for (const [at, step] of happens.entries()) {
      if (step.kind === 'arrives') await arrive(step.which);
      if (step.kind === 'hours') company.wait(step.hours * HOUR);
      if (step.kind === 'tick' && company.now < Date.parse('2026-07-25T00:00:00Z')) {
        await company.everyone(numbers(2, 4), { conversation: `others ${at}` });
        await company.tick();
      }
    }
    for (const which of events.keys()) await arrive(which);
    for (const which of events.keys()) await arrive(events.length - 1 - which);
  });
  return fc.check(property, { numRuns, seed: 20261121, endOnFailure: true });
}
