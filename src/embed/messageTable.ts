import { COMMANDS, type Command, MESSAGES, type Message } from './protocol';

export interface MessageRow {
  readonly direction: 'frame to host' | 'host to frame';
  readonly type: string;
  /** fields beside namespace, version and numbers; optional ones end in `?` */
  readonly fields: readonly string[];
  readonly words: string;
}

const COMMAND_WORDS: Record<Command['type'], string> = {
  run: 'Starts the run, or resumes it; before the reader’s first click it loads what a click would.',
  pause: 'Pauses the run.',
  step: 'Shows one generation more.',
  reset: 'Goes back to the real data, with the settings as they stand.',
  set: 'Sets experiment keys, the others stay; unknown or bad values are repaired with notes, as in links.',
  getState: 'Asks for the experiment, the status and the generation shown.',
  setState: 'Takes up a state that `getState` gave: computes anew to its generation, to the same numbers.',
  export: 'Asks for a file of the run: `svg`, `png`, `csv` or `json`.',
};

const MESSAGE_WORDS: Record<Message['type'], string> = {
  ready: 'The frame listens: commands can be sent.',
  height: 'The height of the content in CSS pixels, at every change.',
  experiment: 'All experiment keys with their values, at the start of a run and at each change.',
  generation: 'A generation is on the screen: one message per loop, of the first replicate, with its scores (`null`: undefined there).',
  complete: 'The last generation is on the screen.',
  error: 'Something went wrong; `code` is for programs, `message` for people, and `requestId` names the command, if one caused it.',
  answer: 'A command was carried out; `getState` gives `state`, `export` gives `file` with `text` or `bytes`.',
};

const ENVELOPE = ['ns', 'v', 'id', 'type'];

function fieldsOf(entries: Readonly<Record<string, { readonly type: string }>>, left: readonly string[]): string[] {
  return Object.entries(entries)
    .filter(([name]) => !left.includes(name))
    .map(([name, { type }]) => (type === 'optional' ? `${name}?` : name));
}

/** Every message, in the order of the schemas. */
export const MESSAGE_ROWS: readonly MessageRow[] = [
  ...MESSAGES.map(({ entries }): MessageRow => {
    const type = entries.type.literal;
    return { direction: 'frame to host', type, fields: fieldsOf(entries, ENVELOPE), words: MESSAGE_WORDS[type] };
  }),
  ...COMMANDS.map(({ entries }): MessageRow => {
    const type = entries.type.literal;
    return { direction: 'host to frame', type, fields: fieldsOf(entries, [...ENVELOPE, 'requestId']), words: COMMAND_WORDS[type] };
  }),
];
