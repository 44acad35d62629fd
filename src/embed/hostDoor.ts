import { type Answer, type Command, NAMESPACE, type RequestId, readCommand, type Told, VERSION } from './protocol';
import { tooHeavy } from './weight';

/** Commands a second that a host may go on with, and how many at once. */
const COMMANDS_PER_SECOND = 30;
/** A complaint of each kind is said at most this often. */
const COMPLAIN_MS = 1000;

export type Handler = (command: Command) => Answer | Promise<Answer>;

/** The frame's window, as far as the door needs it. */
export interface FrameWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string, transfer?: Transferable[]): void };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface DoorOptions {
  readonly window: FrameWindow;
  /** the one origin whose commands count; null = nobody's */
  readonly parentOrigin: string | null;
  readonly handle: Handler;
  /** ms */
  readonly now?: () => number;
}

/** Whoever wrote the link: an origin as browsers write it, or nothing. The opaque origin of sandboxed pages is everybody's, so it is nobody's here. */
export function readOrigin(text: string | null | undefined): string | null {
  try {
    const { origin } = new URL(text ?? '');
    return origin === 'null' ? null : origin;
  } catch {
    return null;
  }
}

/**
 * The frame's one door to the page around it. Nothing of a message is touched before it is known to come from the parent window and from
 * exactly the origin that the embed's own address names; then it has to be small and fit the schema, and not one of too many.
 */
export function createHostDoor({ window, parentOrigin, handle: first, now = () => performance.now() }: DoorOptions) {
  const { parent } = window;
  let handle = first;
  let sent = 0;
  let tokens = COMMANDS_PER_SECOND;
  let filledAt = now();
  const complainedAt = new Map<string, number>();

  /** Tells the host. Without `parentOrigin` any host may know: nothing that is told is a secret of the reader's. */
  function send(message: Told, transfer: Transferable[] = []): void {
    if (parent === (window as unknown)) return;
    parent.postMessage({ ns: NAMESPACE, v: VERSION, id: ++sent, ...message }, parentOrigin ?? '*', transfer);
  }

  function complain(code: string, message: string): void {
    const last = complainedAt.get(code);
    if (last !== undefined && now() - last < COMPLAIN_MS) return;
    complainedAt.set(code, now());
    send({ type: 'error', code, message, recoverable: true });
  }

  /** Whether one more command is within the measure. */
  function mayPass(): boolean {
    const time = now();
    tokens = Math.min(COMMANDS_PER_SECOND, tokens + ((time - filledAt) / 1000) * COMMANDS_PER_SECOND);
    filledAt = time;
    if (tokens < 1) return false;
    tokens--;
    return true;
  }

  async function answer(command: Command): Promise<void> {
    const requestId: RequestId | undefined = command.requestId ?? command.id;
    try {
      const reply = await handle(command);
      if (requestId === undefined) return;
      const bytes = reply.file?.bytes;
      send({ type: 'answer', requestId, ...reply }, bytes ? [bytes] : []);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send({ type: 'error', code: 'failed', message, recoverable: true, ...(requestId !== undefined && { requestId }) });
    }
  }

  function receive(event: MessageEvent): void {
    if (parentOrigin === null || parent === (window as unknown)) return;
    if (event.source !== (parent as unknown) || event.origin !== parentOrigin) return;
    if (!mayPass()) return complain('too-many', `More than ${COMMANDS_PER_SECOND} messages a second: some were ignored.`);
    const { data } = event;
    // others talk through the same channel; only what calls itself ours is refused aloud
    if (typeof data !== 'object' || data === null || data.ns !== NAMESPACE) return;
    const command = tooHeavy(data) ?? readCommand(data);
    if (typeof command === 'string') return complain('bad-message', command);
    void answer(command);
  }

  window.addEventListener('message', receive);
  return {
    send,
    /** Whoever takes the commands from now on. */
    setHandler(next: Handler): void {
      handle = next;
    },
    close(): void {
      window.removeEventListener('message', receive);
    },
  };
}

export type HostDoor = ReturnType<typeof createHostDoor>;
