import type { Command, Told } from './protocol';

/** What the reference says of a message: its own fields and what it means. */
export interface MessageWords {
  readonly fields: string;
  readonly does: string;
}

/** From the host to the frame. */
export const COMMANDS: Readonly<Record<Command['type'], MessageWords>> = {
  run: { fields: '', does: 'Run or Resume; loads the figure first if nobody has asked for it yet.' },
  pause: { fields: '', does: 'Pause.' },
  step: { fields: '', does: 'Show one more generation.' },
  reset: { fields: '', does: 'Back to the real data.' },
  set: {
    fields: '`experiment`: object of experiment keys',
    does: 'Sets keys over the present ones. Live keys and `generations` act on the running loop at once, any other key resets it. Wrong values are repaired as in a link, and the figure says so.',
  },
  getState: { fields: '', does: 'Answered by `state`.' },
  setState: {
    fields: '`state`: as `getState` gave it',
    does: 'Computes anew up to the generation of the state, to the same numbers, and answers when it is there.',
  },
  export: {
    fields: '`format`: `svg`, `png`, `csv` or `json`',
    does: 'Answered by `file`: the samples on the screen as a figure, or all numbers so far.',
  },
};

/** From the frame to the host. */
export const TOLD: Readonly<Record<Told['type'], MessageWords>> = {
  ready: { fields: '', does: 'The frame is there and hears commands; nothing is loaded yet.' },
  height: {
    fields: '`px`',
    does: 'The height that the frame needs. The Embedly form follows: the text `{"src":…,"context":"iframe.resize","height":px}`.',
  },
  experiment: { fields: '`experiment`: every key with its value', does: 'At the start of a run, and at every change of it.' },
  generation: {
    fields: '`generation`, `loop`, `scores`: object of numbers or null',
    does: 'A generation of one loop (of replicate 1) is on the screen for the first time.',
  },
  complete: { fields: '`generations`', does: 'The last generation is on the screen.' },
  error: {
    fields: '`code`, `message`, `recoverable`, perhaps `requestId`',
    does: 'A run that stopped, a command that failed or was refused (`bad-message`, `too-many`).',
  },
  answer: { fields: '`requestId`, and `state` or `file`: `{name, mime, text or bytes}`', does: 'The answer to the command with that `requestId`.' },
};
