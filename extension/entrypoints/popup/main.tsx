// Opens the popup on the tab it was called for, and keeps it up to date while it is open.
import { render } from 'preact';
import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import { ask, whenChanged } from '../../ask.ts';
import { Popup } from '../../popup/Popup.tsx';
import '../../popup/base.css';
import '../../popup/popup.css';

const place = document.getElementById('app');
/** All ratings that can still be changed are shown. */
let all = false;

/** Answers come in any order: one that was overtaken is not shown. */
let asked = 0;

async function show(): Promise<void> {
  const turn = ++asked;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const status = await ask('status', { tab: tab?.id ?? null, all });
  if (!status || !place || turn !== asked) return;
  document.documentElement.lang = status.language;
  render(<Popup status={status} onChange={show} onAll={showAll} />, place);
}

function showAll(wanted: boolean): void {
  all = wanted;
  void show();
}

whenChanged(show);
void show();
