import type { Preview, ShownSamples } from '../../protocol/messages';
import { frameShown } from '../../store/selectors';
import type { LabState } from '../../store/state';

/** What one pane shows: the samples of its loop, or before generation 1 the real data. */
export interface Scene {
  readonly preview: Preview | null;
  readonly shown: ShownSamples | null;
  /** indices of the modes that the reader follows */
  readonly watched: readonly number[];
}

export function sceneOf(state: LabState, loop: string, watched: readonly number[]): Scene {
  const preview = state.preview.status === 'ready' ? state.preview.preview : null;
  const lane = frameShown(state)?.lanes.find((entry) => entry.loop === loop && entry.replicate === 1);
  return { preview, shown: lane?.shown ?? null, watched };
}
