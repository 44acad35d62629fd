import { createBackend } from '../../backend/browser';
import type { ToWorker } from '../../protocol/messages';
import { createSession } from '../session';

/** A worker without a thread: a session that really computes, and what a browser would let through to it and back. */
export class InProcessWorker extends EventTarget {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  isAlive = true;
  readonly got: ToWorker[] = [];
  /** messages that the page has heard of it */
  said = 0;
  /** bytes that were handed over, not copied */
  transferred = 0;

  private readonly receive = createSession({
    backend: createBackend(),
    home: 'http://here/',
    budget: 64e6,
    post: (message, transfer = []) => {
      for (const buffer of transfer) this.transferred += (buffer as ArrayBuffer).byteLength;
      const data: unknown = structuredClone(message, { transfer });
      queueMicrotask(() => {
        if (!this.isAlive) return;
        this.onmessage?.({ data });
        this.said++;
      });
    },
  });

  postMessage(message: ToWorker): void {
    if (!this.isAlive) return;
    this.got.push(message);
    queueMicrotask(() => this.receive(structuredClone(message)));
  }

  terminate(): void {
    this.isAlive = false;
    for (const message of this.got) if (message.type === 'run') this.receive({ type: 'cancel', runId: message.runId });
  }

  breakDown(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}
