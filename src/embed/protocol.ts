/**
 * What an embed and the page around it say to each other (contract Sect. 4). Every message is `{ns, v, id, type, …}`. What comes from a
 * host is checked against these schemas before anything else looks at it; what goes to a host has the types below.
 */
import * as v from 'valibot';

export const NAMESPACE = 'mad-lab';
export const VERSION = 1;

const LONGEST_ID = 64;
const LONGEST_WORD = 200;

/** A question's own name, given back in its answer. */
const id = v.union([v.pipe(v.string(), v.maxLength(LONGEST_ID)), v.pipe(v.number(), v.safeInteger())]);

/** Experiment keys with their values, as in a link; what they mean and allow is the experiment schema's business. */
const keys = v.record(v.string(), v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]));

const head = { ns: v.literal(NAMESPACE), v: v.literal(VERSION), id: v.optional(id), requestId: v.optional(id) };

const command = <const Type extends string, Fields extends v.ObjectEntries>(type: Type, fields: Fields) =>
  v.object({ ...head, type: v.literal(type), ...fields });

const STATUSES = ['waiting', 'idle', 'running', 'paused', 'ended', 'failed'] as const;

/** Enough to come back to what a figure showed: the same experiment computes the same numbers anew. */
export const stateSchema = v.object({
  v: v.literal(1),
  experiment: keys,
  status: v.optional(v.picklist(STATUSES)),
  generation: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

const FORMATS = ['svg', 'png', 'csv', 'json'] as const;

export const commandSchema = v.variant('type', [
  command('run', {}),
  command('pause', {}),
  command('step', {}),
  command('reset', {}),
  command('set', { experiment: keys }),
  command('getState', {}),
  command('setState', { state: stateSchema }),
  command('export', { format: v.picklist(FORMATS) }),
]);

export type Command = v.InferOutput<typeof commandSchema>;
export type EmbedState = v.InferOutput<typeof stateSchema>;
export type RequestId = v.InferOutput<typeof id>;

/** A file that `export` asked for: text, or bytes for a PNG. */
export interface AnswerFile {
  readonly name: string;
  readonly mime: string;
  readonly text?: string;
  readonly bytes?: ArrayBuffer;
}

export interface Answer {
  readonly state?: EmbedState;
  readonly file?: AnswerFile;
}

/** From the frame to its host, without the head that the door adds. */
export type Told =
  | { readonly type: 'ready' }
  | { readonly type: 'height'; readonly px: number }
  | { readonly type: 'experiment'; readonly experiment: Readonly<Record<string, string | number>> }
  | { readonly type: 'generation'; readonly generation: number; readonly loop: string; readonly scores: Readonly<Record<string, number | null>> }
  | { readonly type: 'complete'; readonly generations: number }
  | { readonly type: 'error'; readonly code: string; readonly message: string; readonly recoverable: boolean; readonly requestId?: RequestId }
  | ({ readonly type: 'answer'; readonly requestId: RequestId } & Answer);

/** The first thing that is wrong with a message, in a sentence; null = it is a command. */
export function readCommand(data: unknown): Command | string {
  const result = v.safeParse(commandSchema, data, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  // both may quote the host's own text, up to the length of a message
  return `${v.getDotPath(issue)?.slice(0, LONGEST_ID) ?? 'the message'}: ${issue.message.slice(0, LONGEST_WORD)}.`;
}
