// `npm run bench`: the budgets, each figure beside its floor or peer of the same run.
// --json prints JSON; --gate ends with 1 where a size, a count or a ratio is over its budget; --only=a,b runs some sections.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { directory } from './directory.ts';
import { felt } from './felt.ts';
import { type Figure, keeps, ratio, type Section, table } from './figure.ts';
import { idle } from './idle.ts';
import { longPages } from './long-page.ts';
import { scriptTimes } from './script-time.ts';
import { sizes } from './sizes.ts';
import { worker } from './worker.ts';

const SECTIONS = { sizes, page: scriptTimes, long: longPages, idle, felt, worker, directory } satisfies Record<
  string,
  () => Promise<Section>
>;

const wants = (flag: string) => process.argv.includes(flag);
const only = process.argv
  .find((word) => word.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

/** What else the machine does can spoil one measurement of times, hardly three of them. */
const GOES = 3;
const isOver = (figure: Figure) => figure.gate && keeps(figure) === false;
const isSpoilt = (figure: Figure) => isOver(figure) && figure.unit === 'ms';

// The heap can only be told after a garbage collection, which Node hides behind a flag.
setFlagsFromString('--expose-gc');
globalThis.gc ??= runInNewContext('gc');

const sections: Section[] = [];
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (only && !only.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  let section = await measure();
  for (let goes = 1; goes < GOES && wants('--gate') && section.figures.some(isSpoilt); goes += 1) {
    process.stderr.write(`${name} once more, for ${section.figures.filter(isSpoilt).map(({ what }) => what)} ...\n`);
    section = await measure();
  }
  sections.push(section);
}

if (wants('--json')) {
  const plain = sections.map(({ title, figures }) => ({
    title,
    figures: figures.map((figure) => ({ ...figure, ratio: ratio(figure), keeps: keeps(figure) })),
  }));
  console.log(JSON.stringify(plain, null, 2));
} else console.log(`\n${table(sections)}`);

if (wants('--gate')) {
  const over = sections.flatMap(({ figures }) => figures).filter(isOver);
  console.log(over.length === 0 ? 'every gate is kept' : `over budget: ${over.map(({ what }) => what).join('; ')}`);
  if (over.length > 0) process.exitCode = 1;
}
