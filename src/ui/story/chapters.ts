import type { Loss } from '../../results/losses';
import type { RunState } from '../../store/state';

/** The parts of the story. In the first the real data stand still; in `running` and `saving` something is waited for. */
export type Chapter = 'real' | 'running' | 'lost' | 'curve' | 'save' | 'saving' | 'end' | 'unharmed';

export interface StoryState {
  readonly chapter: Chapter;
  /** what the loop that is told of lost first */
  readonly loss: Loss | null;
  /** the generation at which the story pauses the run; null where it has, or where that is the reader's business */
  readonly until: number | null;
}

/** What the story sees of the page. */
export interface Sight {
  readonly status: RunState['status'];
  readonly shown: number;
  readonly computed: number;
  readonly generations: number;
  /** the first loss of the loop that is told of, in all that is computed */
  readonly loss: Loss | null;
  /** where one sees that it is lost; null where that is not computed */
  readonly seenAt: number | null;
  /** the generation to which the rescue goes back; null where there is none */
  readonly rescueFrom: number | null;
  /** whether what is on the screen is anything that it can be told of */
  readonly fits: boolean;
}

/** What is done to the run. */
export type Command = { readonly do: 'start' | 'pause' | 'save' } | { readonly do: 'show'; readonly generation: number };

/** Where the story goes on, null at its end, and what it does to the run on the way. */
export interface Move {
  readonly state: StoryState | null;
  readonly command?: Command;
}

export const BEGINNING: StoryState = { chapter: 'real', loss: null, until: null };
const OVER: Move = { state: null };

/** So many generations have to agree that a kind is gone before it is called gone. */
const AGREE = 5;
/** The curve is told of where so much of it is there. */
const CURVE_TO = 20;
/** What is saved is watched for so long. */
const SAVED_FOR = 20;

const isCertain = (loss: Loss, { computed, generations }: Sight) => computed >= Math.min(generations, loss.generation + AGREE);

/** The run has come to a generation at which something was waited for. */
function afterRun(state: StoryState, sight: Sight): Move {
  const { chapter, until } = state;
  const { status, shown, loss, seenAt } = sight;
  const isThere = until !== null && shown >= until;
  switch (chapter) {
    case 'real':
      return { state: { ...state, chapter: 'running' } };
    case 'running':
      if (loss && seenAt !== null && shown >= seenAt && isCertain(loss, sight))
        return { state: { chapter: 'lost', loss, until: null }, command: { do: 'show', generation: seenAt } };
      return status === 'ended' && !loss ? { state: { ...state, chapter: 'unharmed' } } : { state };
    case 'curve':
      return isThere ? { state: { ...state, until: null }, command: { do: 'pause' } } : { state };
    case 'saving':
      return isThere ? { state: { ...state, chapter: 'end', until: null }, command: { do: 'pause' } } : { state };
    default:
      return { state };
  }
}

/** Something has happened on the page, whoever did it. */
export function seen(state: StoryState, sight: Sight): Move {
  if (!sight.fits) return OVER;
  if (sight.status !== 'idle') return afterRun(state, sight);
  // Reset: what is told already is over, all else begins anew
  if (state.chapter === 'end' || state.chapter === 'unharmed') return OVER;
  return { state: state.chapter === 'real' ? state : BEGINNING };
}

/** Whether the run has to stand still before it can be told what could save it. */
export const needsRest = ({ chapter }: StoryState): boolean => chapter === 'curve' || chapter === 'save';

/** The reader wants to go on. */
export function next(state: StoryState, { status, shown, generations, rescueFrom }: Sight): Move {
  const stands = status !== 'running';
  switch (state.chapter) {
    case 'real':
      return { state: { ...state, chapter: 'running' }, command: { do: 'start' } };
    case 'running':
    case 'saving':
      return { state, ...(stands && { command: { do: 'start' } as const }) };
    case 'lost': {
      const until = Math.min(generations, CURVE_TO);
      const isBefore = shown < until;
      return {
        state: { ...state, chapter: 'curve', until: isBefore ? until : null },
        ...(isBefore && stands && { command: { do: 'start' } as const }),
      };
    }
    case 'curve':
      return { state: { ...state, chapter: rescueFrom === null ? 'end' : 'save', until: null } };
    case 'save':
      if (rescueFrom === null) return { state: { ...state, chapter: 'end' } };
      return { state: { ...state, chapter: 'saving', until: Math.min(generations, rescueFrom + SAVED_FOR) }, command: { do: 'save' } };
    default:
      return OVER;
  }
}
