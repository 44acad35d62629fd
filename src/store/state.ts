import type { Experiment, Note, Settings } from '../engine/experiment';
import type { Badge, FailureCode, NoiseFloor, Preview, ShownSamples, WorkPhase } from '../protocol/messages';
import type { Frame } from '../results/frame';
import type { Desk } from './desk';

/** A network on its way: what it draws by now, and how its loss fell. */
export interface Training {
  readonly shown: ShownSamples;
  /** nats a sample, in equal times since it began */
  readonly losses: readonly number[];
}

export interface RunProgress {
  readonly generation: number;
  readonly phase: WorkPhase;
  readonly done: number;
  readonly total: number;
  /** by loop: those of this generation that have been seen training */
  readonly training: Readonly<Record<string, Training>>;
}

/** What every state with a run holds. `frames[i]` is generation i + 1; the last one is how far it is computed. */
export interface Run {
  readonly runId: number;
  /** as it runs, interventions in `changes` */
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  /** null until it is measured */
  readonly noise: NoiseFloor | null;
  /** the generation on the screen, 0 = the real data */
  readonly shown: number;
  /** the generation that is to be shown, while those up to it are being computed; 0 = none */
  readonly stepTo: number;
  /** how many generations were scored later, as far as they had not been */
  readonly scoredLater: number;
  /** Who computed the frames. What the engine has kept belongs to another run where it was not this page's: a file, or who computes ahead. */
  readonly origin: 'engine' | 'file' | 'ahead';
  readonly progress: RunProgress | null;
}

/** The reader pressed Pause; the tab was hidden (it resumes by itself); What if waits for a setting (and resumes with it). */
export type WhyPaused = 'reader' | 'hidden' | 'what-if';

export type RunState =
  /** `runId`: the last run's; the next one has another, so that late words of the engine are known as such */
  | { readonly status: 'idle'; readonly runId: number }
  | ({ readonly status: 'running' } & Run)
  | ({ readonly status: 'paused'; readonly why: WhyPaused } & Run)
  | ({ readonly status: 'ended' } & Run)
  | ({ readonly status: 'failed'; readonly code: FailureCode; readonly message: string } & Run);

/** A future that was computed and then discarded: by a change on the running loop, by `What if`, by a change taken back. */
export interface Ghost {
  readonly id: number;
  /** as it would have gone on */
  readonly experiment: Experiment;
  /** the generation at which the ways part: the last one that both have (0 = none) */
  readonly from: number;
  /** generations `from` (1 when 0) and later, without samples for the screen */
  readonly frames: readonly Frame[];
}

/** One change that holds what was about to be lost, and the way back to where it acts. */
export interface Rescue {
  /** the generation gone back to: the last one before the first loss */
  readonly from: number;
  /** those that had lost modes */
  readonly loops: readonly string[];
  /** in force from the generation after it */
  readonly settings: Partial<Settings>;
  /** the ghost of what it was saved from */
  readonly future: number;
}

/** A run that was kept to be compared with: another experiment, on the same time axis. */
export interface Kept {
  readonly experiment: Experiment;
  /** as far as it is computed, samples included */
  readonly frames: readonly Frame[];
  /** its real data; null until they are drawn */
  readonly preview: Preview | null;
  /** why it could not be computed; null while all is well */
  readonly problem: string | null;
}

/** A link had the run computed up to where it stood. */
export interface Comeback {
  readonly runId: number;
  readonly to: number;
  /** it was seen in this tab: before a reload, or before the reader went elsewhere */
  readonly wasSeen: boolean;
}

export interface LabState {
  /** the desk in a class that the address names, or asks for; null without one */
  readonly desk: Desk;
  /** what the controls show; keys that are not live reach the run on Reset */
  readonly draft: Experiment;
  readonly run: RunState;
  readonly preview:
    | { readonly status: 'loading' }
    | { readonly status: 'ready'; readonly preview: Preview }
    | { readonly status: 'failed'; readonly message: string };
  readonly badge: Badge | null;
  /** scores that parts of the page show, or want for a file or a host: ids, an entry for each part */
  readonly looks: readonly (readonly string[])[];
  /** the engine has not answered for 3 s; one that does not answer for 10 s is ended */
  readonly isEngineSlow: boolean;
  /** generations a second; Infinity = as fast as it computes */
  readonly speed: number;
  /** what it was, and will be, while something goes at a speed of its own; null where it is the reader's */
  readonly readersSpeed: number | null;
  /** repairs of the link, and other things worth a line */
  readonly notes: readonly Note[];
  /** futures that changes on the running loop discarded, oldest first */
  readonly ghosts: readonly Ghost[];
  /** what was last done to save a run, whether or not it still stands */
  readonly rescue: Rescue | null;
  readonly kept: Kept | null;
  /** of the run that the address asked for last */
  readonly comeback: Comeback | null;
  /** can still be brought back */
  readonly putAway: PutAway | null;
}

/** What Reset or another experiment took from the screen. */
export type PutAway = Pick<LabState, 'draft' | 'run' | 'preview' | 'speed' | 'notes' | 'ghosts' | 'rescue' | 'kept'>;

/** Where all that happens on the page reads and writes. */
export interface LabHome {
  getState(): LabState;
  setState(change: Partial<LabState> | ((state: LabState) => Partial<LabState>)): void;
}

export interface LabActions {
  /** Run, Resume; after the last generation: show it again from the first */
  start(): void;
  pause(): void;
  /** show one more generation, computing it if need be */
  step(): void;
  /** Show a generation, computing up to it if need be, and stand there. */
  goTo(generation: number): void;
  reset(): void;
  /** Bring back the run that Reset or another experiment put away just now. */
  undo(): void;
  /** Scrub to a generation, 0..computed; pauses a running run. */
  show(generation: number): void;
  /** Change keys. Idle: the draft. With a run: live keys become a change at the generation after the one shown, `generations` acts at once, others wait in the draft for Reset. */
  change(keys: Partial<Experiment>): void;
  /** Remove the changes at these generations (and recompute from the first of them). */
  removeChanges(generations: readonly number[]): void;
  /**
   * What if: discard the future of the generation shown, or where none is left that of the last one before the first loss, keep it as a
   * ghost, and wait there, paused, for the next change, which resumes.
   */
  branchHere(): void;
  /** Back to the last generation before the first loss, with the one change that holds it, and on at once. */
  goBackAndSave(way?: number): void;
  clearGhosts(): void;
  /** Keep the present run, or the draft before any, beside those to come. */
  keep(): void;
  /** Stop comparing. */
  dropKept(): void;
  /** Replace the whole experiment (files, Points, Digits or Text) and reset; the back button leads back. */
  open(experiment: Experiment, notes?: readonly Note[]): void;
  /** The same without an entry in the history, and with no way back: the steps of a lesson. */
  put(experiment: Experiment): void;
  /** The same with what the query of a link says: also how it is watched, and what it is compared with. */
  openLink(query: string): void;
  /** Show results that were computed elsewhere, `frames[i]` = generation i + 1, as an ended run; none: the experiment alone. Run computes all anew. */
  restore(experiment: Experiment, frames: readonly Frame[], noise: NoiseFloor | null): void;
  setSpeed(speed: number): void;
  /** For a while a speed that no link tells; null gives back the reader's, unless that has been set since. */
  borrowSpeed(speed: number | null): void;
  dismissNotes(): void;
  /** Somebody looks at these scores: they are computed, of generations that are there already, too. Returns what ends that. */
  look(scores: readonly string[]): () => void;
}
