import { useRef } from 'react';
import type { Loop } from '../../engine/descriptions';
import { keptFrameShown } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { shownOf } from '../runs';
import { useDrawing } from '../samples/useDrawing';
import { captionOf, captionText } from '../text/captions';
import styles from './Compare.module.css';

/** The samples of the kept run beside those of this one, at the same generation. */
export default function KeptPicture({ loop }: { loop: Loop }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(canvas, loop.id, 'kept');
  const words = useLab((state) => {
    const frame = keptFrameShown(state);
    if (!state.kept || !frame) return 'kept run: the real data';
    const caption = captionOf(frame, loop.id, state.kept.experiment, state.kept.preview, true);
    const ended = frame.generation < shownOf(state) ? `, its last generation, ${frame.generation}` : '';
    return `kept run${ended}: ${captionText(caption)}`;
  });
  return (
    <div className={styles.picture}>
      <canvas ref={canvas} role="img" aria-label={`${loop.name}, ${words}`} data-loop={loop.id} data-kept />
      <p>{words}</p>
    </div>
  );
}
