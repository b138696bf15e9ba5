// `npm run site -- try <site> <page-or-url>`: shows what the reader finds on a page, field by field. Ends with 1 where it finds nothing.
import { parseArgs } from 'node:util';
import { trySite } from './try-site.ts';

const HOW = `npm run site -- try <site> <page-or-url> [options]

  <site>           an id of extension/sites, "redmine" for instance
  <page-or-url>    a stored page (no request of it leaves this machine) or an address
  --at <address>   the address that a stored page is read under, where the file does not say
  --as <address>   who of the demo company reads; an@acme.test where left out
  --listed <kind:id=team>   lists an account, queue or name with a team's number, as a company would; may be repeated
  --window         opens a window to sign in first, and reads when you press Enter`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string' },
    as: { type: 'string' },
    listed: { type: 'string', multiple: true },
    window: { type: 'boolean' },
  },
});
const [command, site, page] = positionals;
if (command !== 'try' || !site || !page) {
  console.error(HOW);
  process.exit(2);
}
const listed = Object.fromEntries(
  (values.listed ?? []).map((text) => {
    const at = text.lastIndexOf('=');
    return [text.slice(0, at), Number(text.slice(at + 1))];
  }),
);
const trial = {
  site,
  page,
  listed,
  ...(values.at ? { at: values.at } : {}),
  ...(values.as ? { as: values.as } : {}),
  ...(values.window ? { window: true } : {}),
};
try {
  process.exitCode = (await trySite(trial, console.log)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
