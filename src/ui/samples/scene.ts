import type { Preview, ShownSamples } from '../../protocol/messages';
import { frameShown, keptFrameShown } from '../../store/selectors';
import type { LabState } from '../../store/state';

/** What one pane shows: the samples of its loop, or before generation 1 the real data. */
export interface Scene {
  readonly preview: Preview | null;
  readonly shown: ShownSamples | null;
  /** indices of the modes that the reader follows */
  readonly watched: readonly number[];
}

/** Whose samples: the present run's, or those of the run that is kept beside it. */
export type Source = 'run' | 'kept';

export function sceneOf(state: LabState, loop: string, source: Source, watched: readonly number[]): Scene {
  const present = state.preview.status === 'ready' ? state.preview.preview : null;
  const preview = source === 'kept' ? (state.kept?.preview ?? null) : present;
  const frame = source === 'kept' ? keptFrameShown(state) : frameShown(state);
  const lane = frame?.lanes.find((entry) => entry.loop === loop && entry.replicate === 1);
  return { preview, shown: lane?.shown ?? null, watched };
}
