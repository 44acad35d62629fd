import { plainName } from '../engine/names';
import { heightOf, posterHeightOf, type Shown } from '../frame/heights';
import { textOf } from '../frame/textOf';
import { addressOf, attributeFor, isKey, isViewKey, keysOf } from './attributes';
import { FrameSession, type Heard } from './frameSession';
import { holdsArticle } from './swallowed';
import type { ErrorDetail, Experiment, ExportType, FrameState, MadLoopAttributes, MadLoopEventMap, Status } from './types';

export type * from './types';

/** Where embed.html is, seen from this script; the build knows. */
declare const __FRAME__: string;

/** As a classic script, which other sites may load from a host that sends no CORS header, or as the package's module. */
const script = globalThis.document?.currentScript as HTMLScriptElement | null | undefined;
const scriptAddress = script ? script.src : import.meta.url;
const TITLE = 'MAD Lab: a model trained on what models made';
/** Between a generation and the question how the run stands, ms: a frame takes 30 commands a second. */
const STATUS_MS = 250;
const FORMATS: Readonly<Record<ExportType, string>> = { 'image/svg+xml': 'svg', 'image/png': 'png', 'text/csv': 'csv', 'application/json': 'json' };
const STYLE = ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}iframe[hidden]{display:none}';

const SWALLOWED =
  '<mad-loop> holds more than a link and a picture: without an end tag, as in <mad-loop … />, it holds all that follows. That is shown below the figure. Write </mad-loop> behind it.';

const schemeOf = (theme: string | null) => (/^(auto)?$/i.test(theme ?? '') ? 'light dark' : theme === 'dark' ? 'dark' : 'light');

let hasWarned = false;
let sheet: CSSStyleSheet | undefined;

function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

// without a document there is nothing to extend, and importing must not throw there
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<mad-loop>`: an experiment of MAD Lab in an article. Attributes are the keys of the experiment and of the view; what stands inside is
 * shown where this script did not run, or the frame can't be reached.
 */
export class MadLoop extends Base {
  #session: FrameSession | null = null;
  #observer: MutationObserver | null = null;
  /** keys that changed before the frame was there to be told */
  #changed: Record<string, string> = {};
  #told: Experiment | null = null;
  #status: Status = 'waiting';
  #generation = 0;
  /** what it holds is no fallback, and is shown below the figure */
  #isArticle = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    // no style element: the page's content security policy may forbid those
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sharedSheet()];
  }

  /** The experiment that the frame shows; as long as it has said nothing, what the attributes say. Keys that are set become attributes. */
  get experiment(): Experiment {
    return this.#told ?? keysOf(this, (name) => !isViewKey(name));
  }

  set experiment(experiment: Experiment) {
    for (const [key, value] of Object.entries(experiment)) this.setAttribute(attributeFor(this, key), String(value));
  }

  /** The generation that is shown, 0 before the first one. */
  get generation(): number {
    return this.#generation;
  }

  /** As the frame last said. */
  get status(): Status {
    return this.#status;
  }

  /** Whether the frame is there and takes commands. */
  get ready(): boolean {
    return this.#session?.ready ?? false;
  }

  /** A method, and yet the attribute `run` can be set through it: React and Vue set a property where there is one of an attribute's name. */
  get run(): () => Promise<void> {
    return () => this.#command('run');
  }

  set run(value: NonNullable<MadLoopAttributes['run']>) {
    this.setAttribute('run', value);
  }

  pause(): Promise<void> {
    return this.#command('pause');
  }

  step(): Promise<void> {
    return this.#command('step');
  }

  reset(): Promise<void> {
    return this.#command('reset');
  }

  /** The state of the frame, to be kept and set again. */
  async getState(): Promise<FrameState> {
    const { state } = await this.#ask('getState');
    this.#note(state as FrameState);
    return state as FrameState;
  }

  async setState(state: FrameState): Promise<void> {
    await this.#ask('setState', { state });
    await this.getState();
  }

  /** What is shown as a picture, or the numbers as a file. */
  async toBlob(type: ExportType = 'image/svg+xml'): Promise<Blob> {
    if (!(type in FORMATS)) throw new TypeError(`toBlob knows ${Object.keys(FORMATS).join(', ')}, not ${type}.`);
    const { file } = await this.#ask('export', { format: FORMATS[type] });
    const content = file?.bytes ?? file?.text;
    if (content === undefined) throw new Error('The frame answered without a file.');
    return new Blob([content], { type });
  }

  connectedCallback(): void {
    this.#adopt('experiment');
    this.#adopt('run');
    this.#mount();
    // what stands inside is only known when all of the page is there
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#giveBack(), { once: true });
    else this.#giveBack();
    this.#observer = new MutationObserver((records) => this.#attributesChanged(new Set(records.map(({ attributeName }) => attributeName ?? ''))));
    this.#observer.observe(this, { attributes: true });
  }

  /** `moveBefore` keeps the frame as it is; other moves end it and start another. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#unmount('the element was taken off the page.');
  }

  /** A property that was set before this class was known hides ours. */
  #adopt(name: 'experiment' | 'run'): void {
    if (!Object.hasOwn(this, name)) return;
    const value = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  #mount(): void {
    const address = this.#address();
    if (address === null) return;
    const session = new FrameSession(address, this.title || TITLE, {
      ready: () => {
        this.#show(session.frame);
        this.#tellChanges();
      },
      height: (px) => {
        session.frame.style.height = `${px}px`;
      },
      heard: (message) => this.#heard(message),
      silent: (error) => {
        this.#showFallback(session.frame);
        this.#fire('mad-error', error);
      },
    });
    session.frame.style.height = `${this.#reserved()}px`;
    // browsers lay a ground of their own between a page and a frame of another kind
    if (this.hasAttribute('background')) session.frame.style.colorScheme = schemeOf(this.getAttribute('theme'));
    this.#session = session;
    this.#show(session.frame);
  }

  /** Shows an article that the element holds for want of an end tag. */
  #giveBack(): void {
    if (!holdsArticle(this)) return;
    this.#isArticle = true;
    if (this.#session?.frame.isConnected) this.#show(this.#session.frame);
    // biome-ignore lint/suspicious/noConsole: for the author of the page
    if (!hasWarned) console.warn(SWALLOWED);
    hasWarned = true;
  }

  #unmount(reason: string): void {
    this.#session?.dispose(reason);
    this.#session = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed = {};
    this.#told = null;
    this.#status = 'waiting';
    this.#generation = 0;
    this.shadowRoot?.replaceChildren();
  }

  /** The room of the poster, px, or of the figure where that comes unasked: the article below it does not move. */
  #reserved(): number {
    const wanted = Number(this.getAttribute('height'));
    const view = this.getAttribute('view');
    const shown: Shown = view === 'samples' || view === 'scores' ? view : 'both';
    const comes = /^(auto|visible)$/i.test(this.getAttribute('run') ?? '');
    if (wanted > 0) return wanted;
    const known = new Map(Object.entries(keysOf(this)).map(([key, value]) => [plainName(key), value]));
    return comes ? heightOf(this.clientWidth, shown, textOf(known) !== null) : posterHeightOf(this.clientWidth, shown);
  }

  #address(): string | null {
    const src = this.getAttribute('src') ?? new URL(__FRAME__, scriptAddress).href;
    try {
      return addressOf(src, keysOf(this), self.origin);
    } catch (error) {
      this.shadowRoot?.replaceChildren(document.createElement('slot'));
      this.#fire('mad-error', { code: 'bad-src', message: String(error), recoverable: false });
      return null;
    }
  }

  #show(frame: HTMLIFrameElement): void {
    frame.hidden = false;
    for (const other of [...(this.shadowRoot?.children ?? [])]) if (other !== frame) other.remove();
    if (!frame.isConnected) this.shadowRoot?.append(frame);
    if (this.#isArticle) this.shadowRoot?.append(document.createElement('slot'));
  }

  /** The frame stays, unseen: it may only be late. */
  #showFallback(frame: HTMLIFrameElement): void {
    frame.hidden = true;
    if (this.#isArticle) return;
    const [slot, link] = [document.createElement('slot'), document.createElement('a')];
    link.href = frame.src;
    link.textContent = 'Open this experiment in MAD Lab';
    slot.append(link);
    this.shadowRoot?.append(slot);
  }

  /** All changes of one task come together. */
  #attributesChanged(names: ReadonlySet<string>): void {
    const keys = [...names].filter(isKey);
    // which value an absent key has the frame's address says best
    if (names.has('src') || keys.some((name) => isViewKey(name) || !this.hasAttribute(name))) {
      this.#unmount('the frame was loaded anew.');
      this.#mount();
      return;
    }
    if (names.has('title') && this.#session) this.#session.frame.title = this.title || TITLE;
    Object.assign(
      this.#changed,
      keysOf(this, (name) => names.has(name)),
    );
    this.#tellChanges();
  }

  #tellChanges(): void {
    if (!this.#session?.ready || Object.keys(this.#changed).length === 0) return;
    this.#session.tell('set', { experiment: this.#changed });
    this.#changed = {};
  }

  #heard({ type, detail }: Heard): void {
    if (type === 'experiment') this.#told = detail.experiment as Experiment;
    else if (type === 'generation') {
      this.#generation = Number(detail.generation);
      if (this.#status !== 'paused') this.#status = 'running';
      this.#askSoon();
      this.#fire('mad-generation', detail);
    } else if (type === 'complete') {
      this.#status = 'ended';
      this.#fire('mad-complete', detail);
    } else if (type === 'error') {
      if (detail.recoverable === false) this.#status = 'failed';
      this.#fire('mad-error', detail);
    }
  }

  /** A generation may come of a run, or of a step while it is paused: only the frame knows. */
  #askSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#status !== 'ended') this.getState().catch(() => undefined);
    }, STATUS_MS);
  }

  async #command(type: string): Promise<void> {
    await this.#ask(type);
    await this.getState();
  }

  #note({ experiment, status, generation }: FrameState): void {
    this.#told = experiment;
    this.#status = status;
    this.#generation = generation;
  }

  async #ask(type: string, content?: object) {
    if (!this.#session) throw new Error(`“${type}” needs the element on a page.`);
    if (self.origin === 'null') throw new Error('A page without an origin, from a disk or in a sandbox, can’t send commands: serve it over HTTP.');
    return this.#session.ask(type, content);
  }

  #fire(name: keyof MadLoopEventMap, detail: ErrorDetail | Heard['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mad-loop': MadLoop;
  }
  interface GlobalEventHandlersEventMap extends MadLoopEventMap {}
}

// `dataset` is a key of the experiment, and of every element a property that can't be set: frameworks that try would throw
if (globalThis.HTMLElement) {
  const { get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'dataset') ?? {};
  Object.defineProperty(MadLoop.prototype, 'dataset', {
    configurable: true,
    enumerable: true,
    ...(get && { get }),
    set(this: MadLoop, value: unknown) {
      this.setAttribute('dataset', String(value));
    },
  });
}

if (globalThis.customElements && !customElements.get('mad-loop')) customElements.define('mad-loop', MadLoop);
