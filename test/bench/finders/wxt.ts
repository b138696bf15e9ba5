// The peer: what WXT offers, an integrated UI that mounts itself beside its anchor.
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createIntegratedUi } from 'wxt/utils/content-script-ui/integrated';

createIntegratedUi(new ContentScriptContext('bench'), {
  anchor: '[data-message-id]:nth-child(3) .ii.gt',
  position: 'inline',
  append: 'after',
  onMount: () => {},
}).autoMount();
