import type { KeyAttributes } from './keyAttributes';

/** Experiment keys with their values, as links and files hold them. */
export type Experiment = Readonly<Record<string, string | number | boolean>>;

export type Status = 'waiting' | 'idle' | 'running' | 'paused' | 'ended' | 'failed';

/** A small description of a run, from which the frame computes the same numbers anew. */
export interface FrameState {
  readonly v: 1;
  readonly experiment: Experiment;
  readonly status: Status;
  readonly generation: number;
}

/** A loop's scores at the generation that is shown; null where a score has no meaning. */
export interface GenerationDetail {
  readonly generation: number;
  readonly loop: string;
  readonly scores: Readonly<Record<string, number | null>>;
}

export interface CompleteDetail {
  /** the last generation */
  readonly generations: number;
}

export interface ErrorDetail {
  readonly code: string;
  /** in words for people */
  readonly message: string;
  /** whether it can go on */
  readonly recoverable: boolean;
}

export interface MadLoopEventMap {
  'mad-generation': CustomEvent<GenerationDetail>;
  'mad-complete': CustomEvent<CompleteDetail>;
  'mad-error': CustomEvent<ErrorDetail>;
}

export type ExportType = 'image/svg+xml' | 'image/png' | 'text/csv' | 'application/json';

/** The element's own attributes; every experiment key is one, too. Names in any case, with hyphens or without. */
export interface MadLoopAttributes extends KeyAttributes {
  /** address of embed.html; without it the one beside the script */
  src?: string;
  /** height in pixels that is kept free until the frame says its own */
  height?: string | number;
  theme?: 'light' | 'dark' | 'auto' | 'projector';
  hide?: string;
  lock?: string;
  run?: 'auto' | 'click' | 'visible';
  view?: 'samples' | 'scores' | 'both';
  /** `transparent`, or a colour */
  background?: string;
  /** curves of a run, as Share writes them */
  poster?: string;
  locale?: string;
}
