import { keptFrameAt } from '../../store/selectors';
import type { Kept } from '../../store/state';
import { captionOf, captionText } from '../text/captions';

/** What the picture of the kept run shows of a loop, beside generation `shown` of this one. */
export function keptWords(kept: Kept, loop: string, shown: number): string {
  const { experiment, preview, problem } = kept;
  const frame = keptFrameAt(kept, shown);
  if (frame) {
    const ended = frame.generation < shown ? `, its last generation, ${frame.generation}` : '';
    return `kept run${ended}: ${captionText(captionOf(frame, loop, experiment, preview, { brief: true }))}`;
  }
  if (shown === 0) return preview ? 'kept run: the real data' : 'kept run: the real data, not drawn yet';
  const lacking = `generation ${Math.min(shown, experiment.generations)} is not computed${problem === null ? ' yet' : ''}`;
  return `kept run: ${preview ? `${lacking}; these are the real data` : lacking}`;
}
