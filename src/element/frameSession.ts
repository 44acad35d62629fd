import { type Answer, Requests } from './requests';
import type { ErrorDetail } from './types';

/** Time for a frame that is in sight to say that it is there, ms. */
const READY_MS = 20_000;
/** Time for one that has loaded: it says so while it loads. */
const LOADED_MS = 2000;
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
  readonly #onViolation = (event: SecurityPolicyViolationEvent) => this.#suspect(event);
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
    document.addEventListener('securitypolicyviolation', this.#onViolation);
    frame.addEventListener('load', () => this.#expect(LOADED_MS));
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
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
    this.#sight.disconnect();
    clearTimeout(this.#timer);
    this.#giveUp(reason);
    this.#requests.dispose(reason);
    this.frame.remove();
  }

  #expect(ms = READY_MS): void {
    this.#sight.disconnect();
    // who has loaded is not given longer again
    if (this.ready || (this.#timer !== undefined && ms === READY_MS)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#miss('silent', `The frame said nothing in ${ms / 1000} s: ${this.#page}`), ms);
  }

  /** The policy of the page around us may forbid the frame: then no word will come from it. Browsers name its address or its origin alone. */
  #suspect({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void {
    const isFrame = /^(frame|child|default)-src$/.test(effectiveDirective) && disposition === 'enforce';
    if (!isFrame || this.ready || !(blockedURI === this.#origin || blockedURI.replace(/[?#].*/, '') === this.#page)) return;
    this.#miss('forbidden', `The content security policy of this page forbids the frame: allow frame-src ${this.#page}`);
  }

  #miss(code: string, message: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sight.disconnect();
    this.#giveUp(message);
    this.#listener.silent({ code, message, recoverable: false });
  }

  get #page(): string {
    return this.frame.src.replace(/[?#].*/, '');
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
