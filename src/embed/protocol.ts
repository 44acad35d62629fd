import {
  boolean,
  finite,
  type InferOutput,
  instance,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  string,
  union,
  variant,
} from 'valibot';

/**
 * What an embed and the page around it say to each other: the schema of every message, from which types, checks and the tables of
 * docs/embedding.md follow. Part of the inline script of embed.html, so it imports no table of experiment keys: those are read, and
 * repaired with notes, where links are.
 */
export const NAMESPACE = 'mad-lab';
export const VERSION = 1;

/** A sender's number of a message, or a host's own name for it. */
const ID = union([pipe(number(), integer()), pipe(string(), maxLength(64))]);
const COUNT = pipe(number(), integer(), minValue(0));

/** Experiment keys with their values, as in links and files. */
const EXPERIMENT = record(pipe(string(), maxLength(64)), union([string(), pipe(number(), finite()), boolean()]));

const STATE = object({
  v: literal(1),
  experiment: EXPERIMENT,
  status: picklist(['waiting', 'idle', 'running', 'paused', 'ended', 'failed']),
  generation: pipe(number(), integer(), minValue(0), maxValue(2000)),
});

const FILE = object({ name: string(), mime: string(), text: optional(string()), bytes: optional(instance(ArrayBuffer)) });

const ENVELOPE = { ns: literal(NAMESPACE), v: literal(VERSION) };
const FROM_HOST = { ...ENVELOPE, id: optional(ID), requestId: optional(ID) };
const FROM_FRAME = { ...ENVELOPE, id: ID };

/** Host to frame. Whatever is not in the schema is dropped. */
export const COMMANDS = [
  object({ ...FROM_HOST, type: literal('run') }),
  object({ ...FROM_HOST, type: literal('pause') }),
  object({ ...FROM_HOST, type: literal('step') }),
  object({ ...FROM_HOST, type: literal('reset') }),
  object({ ...FROM_HOST, type: literal('set'), experiment: EXPERIMENT }),
  object({ ...FROM_HOST, type: literal('getState') }),
  object({ ...FROM_HOST, type: literal('setState'), state: STATE }),
  object({ ...FROM_HOST, type: literal('export'), format: picklist(['svg', 'png', 'csv', 'json']) }),
] as const;

/** Frame to host. */
export const MESSAGES = [
  object({ ...FROM_FRAME, type: literal('ready') }),
  object({ ...FROM_FRAME, type: literal('height'), px: COUNT }),
  object({ ...FROM_FRAME, type: literal('experiment'), experiment: EXPERIMENT }),
  object({ ...FROM_FRAME, type: literal('generation'), generation: COUNT, loop: string(), scores: record(string(), nullable(number())) }),
  object({ ...FROM_FRAME, type: literal('complete'), generations: COUNT }),
  object({ ...FROM_FRAME, type: literal('error'), code: string(), message: string(), recoverable: boolean(), requestId: optional(ID) }),
  object({ ...FROM_FRAME, type: literal('answer'), requestId: ID, state: optional(STATE), file: optional(FILE) }),
] as const;

export const COMMAND = variant('type', COMMANDS);
/** Of use to a host that checks what it hears, and to tests. */
export const MESSAGE = variant('type', MESSAGES);

export type Command = InferOutput<typeof COMMAND>;
export type Message = InferOutput<typeof MESSAGE>;
export type EmbedState = InferOutput<typeof STATE>;
export type ExportedFile = InferOutput<typeof FILE>;
export type RequestId = InferOutput<typeof ID>;

type Letter<T> = T extends unknown ? Omit<T, 'ns' | 'v' | 'id'> : never;

/** A message as its sender writes it: the door adds namespace, version and number. */
export type Outgoing = Letter<Message>;

/** What a command gives back beside the question's number. */
export type Answer = Pick<Extract<Message, { type: 'answer' }>, 'state' | 'file'>;

/** The number of a question as far as one can be read; undefined: nobody waits for an answer. */
export function requestIdOf({ requestId, id }: { requestId?: unknown; id?: unknown }): RequestId | undefined {
  const isId = (value: unknown): value is RequestId => Number.isInteger(value) || (typeof value === 'string' && value.length <= 64);
  return isId(requestId) ? requestId : isId(id) ? id : undefined;
}
