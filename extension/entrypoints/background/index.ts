// The only part that talks to the worker: it owns sign-in, the directory, the outbox and every request.
import { defineBackground } from 'wxt/utils/define-background';
import { start } from '../../background/start.ts';

export default defineBackground(start);
