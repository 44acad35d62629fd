/// <reference lib="webworker" />
import { createBackend } from '../backend/browser';
import { messageOf } from '../engine/errors';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { createSession } from './session';

declare const self: DedicatedWorkerGlobalScope;

const post = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, transfer);

const receive = createSession({ backend: createBackend(), home: self.location.href, budget: keptBudget(), post });
self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data);

// an uncaught exception reaches the page by itself
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  post({ type: 'crashed', message: messageOf(event.reason) });
});

/** Bytes of models kept for going back, less on a small computer. (Where the browser does not say, it is taken for one of 8 GB.) */
function keptBudget(): number {
  const { deviceMemory = 8 } = navigator as { readonly deviceMemory?: number };
  return deviceMemory <= 2 ? 64e6 : deviceMemory <= 4 ? 128e6 : 256e6;
}
