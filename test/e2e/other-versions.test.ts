// A company updates its server first: the extension that people have goes on.
import { expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import { clickFace, rowSays, signIn, theRow, until } from '../stack/harness.ts';
import { openThread, scoresIn, stage } from './stage.ts';
import { openPopup } from './toolbar.ts';

const play = stage();

it('rates where the server lists a kind of account that the extension does not know, and asks for those that it does', async () => {
  const an = await play.browser();
  await an.context.route('**/api/config', async (route) => {
    const response = await route.fetch();
    const config = await response.json();
    await route.fulfill({ response, json: { ...config, directoryKinds: ['freshdesk', ...config.directoryKinds] } });
  });
  const asked: string[] = [];
  an.context.on('request', (request) => {
    if (request.url().includes('/api/directory')) asked.push(new URL(request.url()).search);
  });
  await signIn(an, personAt('an@acme.test').subject);
  const mail = await openThread(an, play.stack, 't-vpn');
  await theRow(mail, 'IT');
  expect(asked).toEqual(['?kinds=mail']);

  // And what became of a click in words of its own.
  await an.context.route('**/api/ratings', async (route) => {
    const response = await route.fetch();
    const { results } = await response.json();
    const [{ id }] = results;
    await route.fulfill({ response, json: { results: [{ id, result: 'rejected', code: 'closed_team' }] } });
  });
  await clickFace(mail, 4);
  await rowSays(mail, 'saved');
  await an.context.unroute('**/api/ratings');
  const popup = await openPopup(an, mail);
  await popup.getByRole('combobox', { name: 'Another team' }).fill('leg');
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Space');
  // The one that was not understood holds nothing up.
  await until('both ratings', async () => (await scoresIn(play.stack)).toString() === '4,1');
});
