import { createAllowance } from './allowance';
import { type Answer, type Command, NAMESPACE, type RequestId, readCommand, type Told, VERSION } from './protocol';
import { tooHeavy } from './weight';

/** Commands a second that a host may go on with, and how many at once. */
const COMMANDS_PER_SECOND = 30;
/** Messages that are looked at in a second: scripts of the host may talk to all frames, not meaning us. */
const MESSAGES_PER_SECOND = 300;
/** Time of every second that unpacking and checking may take, and at most at once: a flood of huge messages must not hold up the page. */
const READING_MS = 100;
/** What a light message may cost, ms: where it took longer, the machine stood still, and the host is not to blame. */
const LIGHT_MS = 2;
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
  readonly later?: (work: () => void, ms: number) => void;
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

/** Tells the host. Without `parentOrigin` any host may know: nothing that is told is a secret of the reader's. */
function createVoice({ window, parentOrigin, now = () => performance.now() }: Pick<DoorOptions, 'window' | 'parentOrigin' | 'now'>) {
  const { parent } = window;
  let sent = 0;
  const complainedAt = new Map<string, number>();

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

  return { send, complain };
}

/**
 * The frame's one door to the page around it. Nothing of a message is touched before it is known to come from the parent window and from
 * exactly the origin that the embed's own address names; then it has to be small and fit the schema, and not one of too many.
 */
export function createHostDoor({ window, parentOrigin, handle: first, now = () => performance.now(), later = setTimeout }: DoorOptions) {
  const { parent } = window;
  const { send, complain } = createVoice({ window, parentOrigin, now });
  let handle = first;
  const messages = createAllowance(MESSAGES_PER_SECOND, now);
  const commands = createAllowance(COMMANDS_PER_SECOND, now);
  const reading = createAllowance(READING_MS, now);

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
    if (event.source !== (parent as unknown)) return;
    // of whatever origin: a window has one, so nobody else's messages are lost
    messages.spend(1);
    if (!messages.isLeft()) restEars();
    if (event.origin !== parentOrigin) return;
    if (!messages.isLeft() || !reading.isLeft()) return complain('too-many', 'Too many or too heavy messages: some were not read.');
    const start = now();
    const { data } = event;
    const excess = tooHeavy(data);
    const spent = now() - start;
    reading.spend(excess === null ? Math.min(spent, LIGHT_MS) : spent);
    const command = read(data, excess);
    if (!command) return;
    if (!commands.isLeft()) return complain('too-many', `More than ${COMMANDS_PER_SECOND} commands a second: some were ignored.`);
    commands.spend(1);
    void answer(command);
  }

  /** Null for what is no command of ours: only what calls itself ours is refused aloud. */
  function read(data: unknown, excess: string | null): Command | null {
    if (typeof data !== 'object' || data === null || (data as { ns?: unknown }).ns !== NAMESPACE) return null;
    const command = excess ?? readCommand(data);
    if (typeof command !== 'string') return command;
    complain('bad-message', command);
    return null;
  }

  /** Even a message that is thrown away costs its delivery: in a flood nobody listens for a while. */
  function restEars(): void {
    window.removeEventListener('message', receive);
    later(() => {
      if (isOpen) window.addEventListener('message', receive);
    }, COMPLAIN_MS);
  }

  let isOpen = parentOrigin !== null && parent !== (window as unknown);
  if (isOpen) window.addEventListener('message', receive);
  return {
    send,
    /** Whoever takes the commands from now on. */
    setHandler(next: Handler): void {
      handle = next;
    },
    close(): void {
      isOpen = false;
      window.removeEventListener('message', receive);
    },
  };
}

export type HostDoor = ReturnType<typeof createHostDoor>;
