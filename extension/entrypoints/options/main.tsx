// Opens the options page and keeps it up to date.
import { render } from 'preact';
import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import { ask, whenChanged } from '../../ask.ts';
import { Options } from '../../options/Options.tsx';
import '../../popup/base.css';
import '../../options/options.css';

const place = document.getElementById('app');

async function show(): Promise<void> {
  const status = await ask('status', { tab: null, all: false });
  if (!status || !place) return;
  document.documentElement.lang = status.language;
  render(<Options status={status} onChange={show} />, place);
}

whenChanged(show);
void show();
