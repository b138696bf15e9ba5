// What a company sets for its browsers by policy: the server, which nobody needs to type and nobody can change, and the first language.
import { expect, it } from 'vitest';
import { CHROME_ID, GECKO_ID } from '../../extension/identity.ts';
import { driveFirefox } from '../stack/firefox.ts';
import { driveBrowser, until } from '../stack/harness.ts';
import { policedChromium, policedFirefox } from '../stack/policy.ts';
import { stage } from './stage.ts';

const play = stage();

it('knows the company’s server and language by policy, and lets people change the language only', async (context) => {
  const forUs = { server: `${play.stack.origin}/`, language: 'vi' };
  const policed = policedChromium({ '3rdparty': { extensions: { [CHROME_ID]: forUs } } });
  if ('why' in policed) {
    console.log(`not tried: ${policed.why}`);
    return context.skip(policed.why);
  }
  const driven = await driveBrowser({ build: 'chrome-mv3', chromium: policed.path });
  try {
    const popup = await driven.open('popup.html');
    await popup.getByText(new URL(play.stack.origin).host).waitFor();
    expect(await popup.locator('html').getAttribute('lang')).toBe('vi');

    const options = await driven.open('options.html');
    await options.getByText(play.stack.origin).waitFor();
    expect(await options.getByRole('textbox').count()).toBe(0);
    const refused = await options.evaluate(() =>
      chrome.runtime.sendMessage({ kind: 'setServer', server: 'https://elsewhere.example' }),
    );
    expect(refused).toEqual({ ok: false, why: 'managed' });

    await options.getByRole('radio', { name: 'English' }).check();
    await popup.reload();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  } finally {
    await driven.close();
    policed.remove();
  }
});

it('knows them in Firefox too, from its own policies', async (context) => {
  const forUs = { server: `${play.stack.origin}/`, language: 'vi' };
  const policed = policedFirefox({ '3rdparty': { Extensions: { [GECKO_ID]: forUs } } });
  if ('why' in policed) {
    console.log(`not tried: ${policed.why}`);
    return context.skip(policed.why);
  }
  const driven = await driveFirefox({}, policed.path);
  try {
    const options = await driven.open('options.html');
    await until('the server that was set', () =>
      options.evaluate((origin) => document.body.textContent?.includes(origin), play.stack.origin),
    );
    expect(await options.evaluate(() => document.documentElement.lang)).toBe('vi');
    expect(await options.$('input#server')).toBeNull();
  } finally {
    await driven.close();
    policed.remove();
  }
});
