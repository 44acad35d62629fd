import { safeParse } from 'valibot';
import { isOrigin } from '../ui/view/origin';
import { createAllowance } from './allowance';
import { problemOfSize } from './messageSize';
import { type Answer, COMMAND, type Command, NAMESPACE, type Outgoing, requestIdOf, VERSION } from './protocol';

/** Carries out a command; what it returns becomes the answer, what it throws an error to the host. */
// biome-ignore lint/suspicious/noConfusingVoidType: handlers of commands without an answer return nothing
export type Handle = (command: Command) => Answer | void | Promise<Answer | void>;

export interface HostDoor {
  send(message: Outgoing): void;
  /** From now on `handle` gets the commands: the app takes over from the facade. */
  setHandler(handle: Handle): void;
  close(): void;
}

interface DoorOptions {
  readonly window: Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;
  /** who may command; null: nobody */
  readonly parentOrigin: string | null;
  readonly handle: Handle;
  /** milliseconds */
  readonly now?: () => number;
}

/** A command that can't be carried out, with a code for programs. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly recoverable = true,
  ) {
    super(message);
  }
}

const COMMANDS_PER_SECOND = 30;
/** The time that reading may take of every second, so that a flood of huge messages never holds up the page. */
const READING_MS_PER_SECOND = 100;
const MESSAGES_PER_SECOND = 300;

/** The one way in and out of the frame: one listener for its whole life. Only `parentOrigin` gets in, and only from the window above. */
export function createHostDoor({ window, parentOrigin, handle: first, now = () => performance.now() }: DoorOptions): HostDoor {
  const { parent } = window;
  const embedded = (parent as unknown) !== window;
  const origin = parentOrigin !== null && isOrigin(parentOrigin) ? parentOrigin : null;
  const commands = createAllowance(COMMANDS_PER_SECOND, COMMANDS_PER_SECOND, now);
  const messages = createAllowance(MESSAGES_PER_SECOND, MESSAGES_PER_SECOND, now);
  const complaints = { 'bad-message': createAllowance(1, 1, now), 'too-many': createAllowance(1, 1, now) };
  let readableFrom = Number.NEGATIVE_INFINITY;
  let handle = first;
  let lastId = 0;

  function send(message: Outgoing): void {
    if (!embedded) return;
    lastId += 1;
    parent.postMessage({ ns: NAMESPACE, v: VERSION, id: lastId, ...message }, origin ?? '*');
  }

  function complain(code: keyof typeof complaints, message: string, about: unknown = {}): void {
    if (!complaints[code].take()) return;
    const requestId = requestIdOf(about as object);
    send({ type: 'error', code, message, recoverable: true, ...(requestId !== undefined && { requestId }) });
  }

  /** The command that `data` is; null where it is none, or none that is allowed. */
  function read(data: unknown): Command | null {
    // other scripts of the host may talk to all its frames: what is not addressed to us is no mistake
    if (typeof data !== 'object' || data === null || (data as { ns?: unknown }).ns !== NAMESPACE) return null;
    const problem = problemOfSize(data);
    if (problem !== null) {
      complain('bad-message', problem, data);
      return null;
    }
    const { success, output, issues } = safeParse(COMMAND, data, { abortEarly: true });
    if (success) return output;
    const at = issues[0].path?.map(({ key }) => String(key).slice(0, 64)).join('.') ?? '';
    complain('bad-message', `${at === '' ? 'The message' : `“${at}”`} is not as the protocol has it: ${issues[0].message.slice(0, 200)}.`, data);
    return null;
  }

  async function obey(command: Command): Promise<void> {
    const requestId = requestIdOf(command);
    try {
      const answer = await handle(command);
      if (requestId !== undefined) send({ type: 'answer', requestId, ...answer });
    } catch (error) {
      const { code, recoverable } = error instanceof CommandError ? error : { code: 'failed', recoverable: true };
      const message = error instanceof Error ? error.message : String(error);
      send({ type: 'error', code, message, recoverable, ...(requestId !== undefined && { requestId }) });
    }
  }

  function listen(event: MessageEvent): void {
    if (event.source !== parent || origin === null || event.origin !== origin) return;
    const start = now();
    // the data of a message are not even unpacked before these
    if (start < readableFrom) return;
    if (!messages.take()) return complain('too-many', `More than ${MESSAGES_PER_SECOND} messages a second are not read.`);
    const command = read(event.data);
    readableFrom = Math.max(readableFrom, start) + (now() - start) * (1000 / READING_MS_PER_SECOND - 1);
    if (command === null) return;
    if (!commands.take()) return complain('too-many', `More than ${COMMANDS_PER_SECOND} commands a second are ignored.`, command);
    void obey(command);
  }

  if (embedded) window.addEventListener('message', listen);
  return {
    send,
    setHandler(next) {
      handle = next;
    },
    close: () => window.removeEventListener('message', listen),
  };
}
