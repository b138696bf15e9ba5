// The popup's list of teams: what picks one (mouse, finger, screen reader, keyboard), what does not, and what a picked team outlives.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stage } from './stage.ts';
import { anywhere } from './toolbar.ts';

const play = stage();
const here = anywhere(play);
const { popupAt } = here;

const field = (popup: Page) => popup.getByRole('combobox');
const options = (popup: Page) => popup.getByRole('option');
const picked = (popup: Page) => popup.getByRole('radiogroup');

describe('a team is picked', () => {
  it('by a click that no pointer made, as screen readers and voice control make it', async () => {
    const popup = await popupAt('https://tickets.acme.test/voice');
    await field(popup).fill('Hum');
    await options(popup).dispatchEvent('click');
    await popup.getByRole('radiogroup', { name: 'How was Human Resources’s answer?' }).waitFor();
    expect(await field(popup).inputValue()).toBe('Human Resources');
    await popup.close();
  });

  it('by the first mouse button and no other; the list stays open under the others', async () => {
    const popup = await popupAt('https://tickets.acme.test/mouse');
    await field(popup).fill('Hum');
    for (const button of ['right', 'middle'] as const) await options(popup).click({ button });
    expect(await picked(popup).count()).toBe(0);
    expect(await field(popup).inputValue()).toBe('Hum');
    await options(popup).click();
    await picked(popup).waitFor();
    await popup.close();
  });

  it('by a tap, not by a finger that scrolls the list', async () => {
    const popup = await popupAt('https://tickets.acme.test/finger');
    const cdp = await popup.context().newCDPSession(popup);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await field(popup).click();
    const box = await popup.getByRole('listbox').boundingBox();
    if (!box) throw new Error('the list is not shown');
    const x = Math.round(box.x + 60);
    const y = Math.round(box.y + 120);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch('touchStart', y);
    for (let moved = 10; moved <= 80; moved += 10) await touch('touchMove', y - moved);
    await touch('touchEnd');
    await popup.waitForFunction(() => (document.querySelector('[role="listbox"]')?.scrollTop ?? 0) > 20);
    expect(await picked(popup).count()).toBe(0);
    expect(await options(popup).count()).toBeGreaterThan(5);
    await touch('touchStart', y);
    await touch('touchEnd');
    await picked(popup).waitFor();
    await cdp.detach();
    await popup.close();
  });
});

describe('a change of language', () => {
  it('leaves the team that was picked and its score, each in the new language', async () => {
    const popup = await popupAt('https://tickets.acme.test/language');
    await field(popup).fill('Hum');
    await field(popup).press('Enter');
    await picked(popup).waitFor();
    await popup.getByRole('button', { name: 'VI' }).click();
    await popup.getByRole('radiogroup', { name: 'Nhân sự trả lời thế nào?' }).waitFor();
    expect(await field(popup).inputValue()).toBe('Nhân sự');
    await popup.getByRole('radio', { name: 'Tốt', exact: true }).click();
    await popup.getByRole('radio', { name: 'Tốt', exact: true, checked: true }).waitFor();
    await popup.getByRole('button', { name: 'EN' }).click();
    await popup
      .getByRole('radiogroup', { name: 'How was Human Resources’s answer?' })
      .getByRole('radio', { name: 'Good', exact: true, checked: true })
      .waitFor();
    expect(
      await popup.getByRole('button', { name: 'EN' }).evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await popup.close();
  });

  it('leaves what was typed, and translates the team that is offered because it was rated here last', async () => {
    const popup = await popupAt('https://tickets.acme.test/language/next');
    expect(await field(popup).inputValue()).toBe('Human Resources');
    await popup.getByRole('button', { name: 'VI' }).click();
    await popup.getByRole('radiogroup', { name: 'Nhân sự trả lời thế nào?' }).waitFor();
    expect(await field(popup).inputValue()).toBe('Nhân sự');
    await field(popup).fill('fin');
    await popup.getByRole('button', { name: 'EN' }).click();
    await popup.getByRole('combobox', { name: 'Which team answered you?' }).waitFor();
    expect(await field(popup).inputValue()).toBe('fin');
    await field(popup).click();
    await popup.getByRole('option', { name: 'Finance' }).click();
    await popup.getByRole('radiogroup', { name: 'How was Finance’s answer?' }).waitFor();
    await popup.close();
  });
});
