// `npm run site`: shows what the reader finds on a page by a description, field by field, and gives a description as JSON to mend it.
// Ends with 1 where nothing is found or the description is no good.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileOf, jsonOf, newerDescription, ownDescription } from './site-description.ts';
import { trySite } from './try-site.ts';

const HOW = `npm run site -- try <site> <page-or-url> [options]
npm run site -- try --description <file> <page-or-url> [options]
npm run site -- json <site> [file]

  try              what the reader finds on a page
  json             the site's description as JSON with the next version, to be mended; printed where no file is named
  <site>           an id of extension/sites, "redmine" for instance
  <page-or-url>    a stored page (no request of it leaves this machine) or an address
  --description <file>   reads by a description that nobody has published yet, as an administrator would paste it
  --at <address>   the address that a stored page is read under, where the file does not say
  --as <address>   who of the demo company reads; an@acme.test where left out
  --listed <kind:id=team>   lists an account, queue or name with a team's number, as a company would; may be repeated
  --window         opens a window to sign in first, and reads when you press Enter`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    description: { type: 'string' },
    at: { type: 'string' },
    as: { type: 'string' },
    listed: { type: 'string', multiple: true },
    window: { type: 'boolean' },
  },
});

try {
  process.exitCode = await run(positionals);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run([command, ...words]: string[]): Promise<number> {
  const [site, file] = words;
  if (command === 'json' && site) {
    const json = jsonOf(site);
    if (file === undefined) console.log(json);
    else writeFileSync(fileOf(file), `${json}\n`);
    return 0;
  }
  const page = values.description === undefined ? file : site;
  if (command !== 'try' || !site || !page) {
    console.error(HOW);
    return 2;
  }
  return (await tryOn(page, site)) ? 0 : 1;
}

async function tryOn(page: string, site: string): Promise<boolean> {
  const described =
    values.description === undefined
      ? ownDescription(site)
      : newerDescription(readFileSync(fileOf(values.description), 'utf8'));
  const listed = Object.fromEntries(
    (values.listed ?? []).map((text) => {
      const at = text.lastIndexOf('=');
      return [text.slice(0, at), Number(text.slice(at + 1))];
    }),
  );
  const trial = {
    ...described,
    page,
    listed,
    ...(values.at ? { at: values.at } : {}),
    ...(values.as ? { as: values.as } : {}),
    ...(values.window ? { window: true } : {}),
  };
  return trySite(trial, console.log);
}
