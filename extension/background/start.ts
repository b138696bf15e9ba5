// Listens for everything that may wake the background. All listeners stand in the first turn, or the waking event would be missed.

import { register } from '../sites/registered.ts';
import { answer } from './answer.ts';
import { HANDLERS } from './handlers.ts';
import { tellOwn } from './notices.ts';
import { forgetTab } from './seen.ts';
import {
  begin,
  CLICKED,
  LOOK,
  lookAgain,
  NEWS,
  REFRESH,
  refreshDirectory,
  refreshSites,
  SEND,
  sendWaiting,
} from './wake.ts';

export function start(): void {
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    // Whatever goes wrong, the asker hears something: a row must not wait for ever.
    answer(message, sender).then(respond, (error: unknown) => {
      console.error(error);
      respond(null);
    });
    return true;
  });
  chrome.runtime.onInstalled.addListener(() => void begin());
  chrome.runtime.onStartup.addListener(() => void begin());
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === SEND || name === CLICKED) void sendWaiting();
    if (name === LOOK) void lookAgain();
    if (name === NEWS) void refreshSites();
    if (name === REFRESH) void refreshDirectory().then(sendWaiting);
  });
  chrome.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
  chrome.permissions.onAdded.addListener(() => void register().then(tellOwn));
  chrome.permissions.onRemoved.addListener(() => void register().then(tellOwn));
  chrome.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void begin();
  });
  addEventListener('online', () => void HANDLERS.sendNow({}, { kind: 'own' }));
  // Stopped between a click and its sending: whatever woke us, what waits goes out now.
  void sendWaiting();
}
