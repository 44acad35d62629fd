import { type Answer, Requests } from './requests';
import type { ErrorDetail } from './types';

/** Time for a frame that is in sight to say that it is there, ms. */
const READY_MS = 20_000;
const LOWEST = 40;
const HIGHEST = 20_000;

/** A message of the frame, its envelope checked and taken off. */
export interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Listener {
  ready(): void;
  height(px: number): void;
  heard(message: Heard): void;
  /** It said nothing in time; it may still do so. */
  silent(error: ErrorDetail): void;
}

/** One iframe from its making to its end: what it says, and what it is asked. */
export class FrameSession {
  readonly frame: HTMLIFrameElement;
  ready = false;
  readonly #listener: Listener;
  readonly #origin: string;
  readonly #requests: Requests;
  readonly #sight: IntersectionObserver;
  readonly #onMessage = (event: MessageEvent) => this.#hear(event);
  #waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string, title: string, listener: Listener) {
    this.#listener = listener;
    this.#origin = new URL(address).origin;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    frame.setAttribute('allow', '');
    frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.title = title;
    frame.src = address;
    this.frame = frame;
    // no target could be named: a sandboxed frame has no origin
    this.#requests = new Requests((message) => frame.contentWindow?.postMessage(message, '*'));
    // a lazy frame out of sight loads nothing, so it can't be late
    this.#sight = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#expect());
    this.#sight.observe(frame);
    addEventListener('message', this.#onMessage);
  }

  tell(type: string, content: object): void {
    this.#requests.tell(type, content);
  }

  /** Waits for the frame, loading it if it was out of sight, then for its answer. */
  async ask(type: string, content: object = {}): Promise<Answer> {
    if (!this.ready) {
      this.frame.loading = 'eager';
      this.#expect();
      await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    return this.#requests.ask(type, content);
  }

  dispose(reason: string): void {
    removeEventListener('message', this.#onMessage);
    this.#sight.disconnect();
    clearTimeout(this.#timer);
    this.#giveUp(reason);
    this.#requests.dispose(reason);
    this.frame.remove();
  }

  #expect(): void {
    this.#sight.disconnect();
    if (this.ready) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const message = `The frame said nothing in ${READY_MS / 1000} s: ${this.frame.src.replace(/\?.*/, '')}`;
      this.#giveUp(message);
      this.#listener.silent({ code: 'silent', message, recoverable: false });
    }, READY_MS);
  }

  #giveUp(reason: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(reason));
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.frame.contentWindow || (origin !== 'null' && origin !== this.#origin)) return;
    if (typeof data !== 'object' || data === null || data.ns !== 'mad-lab' || data.v !== 1 || typeof data.type !== 'string') return;
    const { ns, v, id, type, ...detail } = data;
    if (type === 'ready') this.#arrive();
    else if (type === 'height') {
      if (typeof detail.px === 'number' && detail.px >= LOWEST && detail.px <= HIGHEST) this.#listener.height(detail.px);
    } else if (type === 'answer') this.#requests.answer(detail);
    else if (type === 'error' && this.#requests.fail(detail.requestId, Object.assign(new Error(String(detail.message)), { code: detail.code })))
      return;
    else this.#listener.heard({ type, detail });
  }

  #arrive(): void {
    if (this.ready) return;
    this.ready = true;
    clearTimeout(this.#timer);
    this.#sight.disconnect();
    this.#listener.ready();
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }
}
