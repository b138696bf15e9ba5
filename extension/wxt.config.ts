// How the extension is built: both browsers, a production and a development build, and the manifest of each.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import project from '../package.json' with { type: 'json' };
import { CHROME_KEY, GECKO_ID } from './identity.ts';
import { NAMED_HOSTS, ownHosts } from './sites/hosts.ts';

const HOSTED = NAMED_HOSTS.map((host) => `https://${host}/*`);
const LOCAL = ['http://localhost/*', 'http://127.0.0.1/*'];
/** For a build of the company's own, which its policy installs: nobody needs to allow these. */
const OWN = ownHosts(process.env.HEARBACK_HOSTS ?? '');

/** Every byte of what runs in pages goes to every page: of WXT's entries only the call, of the row's sheet no white space. */
const lean = {
  name: 'lean',
  transform(code: string, id: string) {
    const [definition = ''] = code.split('\n', 1);
    if (id.includes('wxt-unlisted-script-entrypoint')) return `${definition}\nexport default definition.main();`;
    if (id.includes('wxt-content-script-isolated-world-entrypoint')) {
      const context = "import { ContentScriptContext } from 'wxt/utils/content-script-context';";
      const call = 'definition.main(new ContentScriptContext())';
      return `${definition}\n${context}\nexport default ${call};`;
    }
    if (!id.endsWith('/row/style.ts')) return null;
    return code.replace(/(?<=ROW_STYLE = )`[^`]+`/, (css) =>
      css
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>`]) ?/g, '$1')
        .replaceAll(';}', '}')
        .replace(/(: | (?=!important))/g, (gap) => gap.trim()),
    );
  },
};

export default defineConfig({
  imports: false,
  outDir: '../dist',
  vite: ({ mode }) => ({
    resolve: {
      // Of WXT's own the content script needs only the end of an older one, and every byte of it goes to every page.
      alias: { 'wxt/utils/content-script-context': fileURLToPath(new URL('page/context.ts', import.meta.url)) },
    },
    plugins: [lean, preact({ devToolsEnabled: false, prefreshEnabled: false, reactAliasesEnabled: false })],
    // Terser makes what goes into pages 3 % smaller than Vite's own does. No getter here does anything but get, and no built-in is
    // another than the language's: a page cannot reach into our world (`unsafe`).
    build: {
      modulePreload: false,
      target: ['chrome123', 'firefox128'],
      ...(mode === 'production'
        ? {
            minify: 'terser',
            terserOptions: {
              safari10: false,
              compress: { passes: 6, pure_getters: true, unsafe: true },
              toplevel: true,
            },
          }
        : {}),
    },
    define: {
      'import.meta.env.HEARBACK_SERVER': JSON.stringify(
        process.env.HEARBACK_SERVER ?? (mode === 'development' ? 'http://localhost:8787' : ''),
      ),
    },
  }),
  hooks: {
    // Not in the content script itself, which would carry the list to every page.
    'entrypoints:resolved': ({ config }, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type !== 'content-script') continue;
        entrypoint.options.matches = config.mode === 'development' ? [...HOSTED, ...LOCAL] : HOSTED;
      }
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    short_name: 'Hearback',
    description: '__MSG_description__',
    default_locale: 'en',
    version: project.version,
    permissions: ['activeTab', 'alarms', 'identity', 'scripting', 'storage'],
    // The script of a visit is put in by `scripting`, for which the hosts of the content script are not enough. Both browsers word
    // their question the same with and without them.
    host_permissions: [...HOSTED, ...(mode === 'development' ? LOCAL : []), ...OWN],
    // The company's own servers: asked for one by one, when its configuration names them.
    optional_host_permissions: ['https://*/*'],
    action: { default_title: 'Hearback' },
    // Opens the popup, also on pages that no description knows; people may choose another key.
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+H' } } },
    content_security_policy: {
      // The server's address is the company's own, hence `https:`; loopback is the local stack. The API answers any origin.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '128.0',
              // What goes to the company's own server: the sign-in, ratings, and for the rater's asking the name of a host.
              data_collection_permissions: { required: ['authenticationInfo', 'browsingActivity', 'websiteActivity'] },
            },
          },
        }
      : { key: CHROME_KEY, minimum_chrome_version: '123', storage: { managed_schema: 'managed.json' } }),
  }),
});
