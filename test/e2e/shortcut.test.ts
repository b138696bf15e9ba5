// The key that opens the popup on any page. No driver presses a key of the browser's own window, so the two ends of it are tried: which
// key the installed extension has, and that the popup opens where the browser is told to open it.
import { beforeAll, expect, it } from 'vitest';
import { type Driven, until } from '../stack/harness.ts';
import { stage } from './stage.ts';
import { background } from './toolbar.ts';

const play = stage();
let driven: Driven;
beforeAll(async () => {
  driven = await play.browser({ build: 'chrome-mv3' });
});

it('is Alt+Shift+H, and stands for the button in the toolbar', async () => {
  const keys = await (await background(driven)).evaluate(() => chrome.commands.getAll());
  expect(keys.map(({ name, shortcut }) => [name, shortcut])).toEqual([['_execute_action', 'Alt+Shift+H']]);
});

it('what it opens is the popup, on a page that nobody reads as well', async () => {
  const page = await driven.context.newPage();
  await page.goto('data:text/html,<title>Ticket</title>');
  await page.bringToFront();
  const popups = async () =>
    (await background(driven)).evaluate(async () =>
      (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).map(({ documentUrl }) => documentUrl),
    );
  expect(await popups()).toEqual([]);
  await (await background(driven)).evaluate(() => chrome.action.openPopup());
  await until('the popup', async () => String(await popups()).endsWith('/popup.html'));
});
