// `npm run bench`: the budgets, each figure beside its floor or peer of the same run.
// --json prints JSON; --gate ends with 1 where a size, a count or a ratio is over its budget, --gate=counts looks at no ratio of times;
// --only=a,b runs some sections.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { directory } from './directory.ts';
import { felt } from './felt.ts';
import { keeps, ratio, type Section, table } from './figure.ts';
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

// The heap can only be told after a garbage collection, which Node hides behind a flag.
setFlagsFromString('--expose-gc');
globalThis.gc ??= runInNewContext('gc');

const sections: Section[] = [];
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (only && !only.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  sections.push(await measure());
}

if (wants('--json')) {
  const plain = sections.map(({ title, figures }) => ({
    title,
    figures: figures.map((figure) => ({ ...figure, ratio: ratio(figure), keeps: keeps(figure) })),
  }));
  console.log(JSON.stringify(plain, null, 2));
} else console.log(`\n${table(sections)}`);

const over = sections
  .flatMap(({ figures }) => figures)
  .filter((figure) => figure.gate && keeps(figure) === false && !(wants('--gate=counts') && figure.unit === 'ms'));
if (wants('--gate') || wants('--gate=counts')) {
  console.log(over.length === 0 ? 'every gate is kept' : `over budget: ${over.map(({ what }) => what).join('; ')}`);
  if (over.length > 0) process.exitCode = 1;
}
