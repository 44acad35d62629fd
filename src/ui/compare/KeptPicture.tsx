import { useRef } from 'react';
import type { Loop } from '../../engine/descriptions';
import { keptFrameShown } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { shownOf } from '../runs';
import { useDrawing } from '../samples/useDrawing';
import { captionOf, captionText } from '../text/captions';
import styles from './Compare.module.css';

function keptWords(state: LabState, loop: string): string {
  const frame = keptFrameShown(state);
  if (!state.kept || !frame) return 'kept run: the real data';
  const caption = captionOf(frame, loop, state.kept.experiment, state.kept.preview, true);
  const ended = frame.generation < shownOf(state) ? `, its last generation, ${frame.generation}` : '';
  return `kept run${ended}: ${captionText(caption)}`;
}

/** The samples of the kept run beside those of this one, at the same generation. */
export default function KeptPicture({ loop }: { loop: Loop }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(canvas, loop.id, 'kept');
  const words = useLab((state) => keptWords(state, loop.id));
  return (
    <div className={styles.picture}>
      <canvas ref={canvas} role="img" aria-label={`${loop.name}, ${words}`} data-loop={loop.id} data-kept />
    </div>
  );
}

/** What is seen in it, beside the caption of this run's picture. */
export function KeptCaption({ loop, isNamed }: { loop: Loop; isNamed: boolean }) {
  const words = useLab((state) => keptWords(state, loop.id));
  return <p className={styles.caption}>{isNamed ? `${loop.name}, ${words}` : words}</p>;
}
