// Opens the popup on the tab it was called for, and keeps it up to date while it is open.
import { render } from 'preact';
import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import { ask, whenChanged } from '../../ask.ts';
import { Popup } from '../../popup/Popup.tsx';
import '../../popup/base.css';
import '../../popup/popup.css';

const place = document.getElementById('app');

async function show(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const status = await ask('status', { tab: tab?.id ?? null });
  if (!status || !place) return;
  document.documentElement.lang = status.language;
  render(<Popup status={status} onChange={show} />, place);
}

whenChanged(show);
void show();
