import { useRef } from 'react';
import type { Loop } from '../../engine/descriptions';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { shownOf } from '../runs';
import { useDrawing } from '../samples/useDrawing';
import styles from './Compare.module.css';
import { keptWords } from './keptWords';

const wordsFor = (loop: Loop) => (state: LabState) => (state.kept ? keptWords(state.kept, loop.id, shownOf(state)) : '');

/** The samples of the kept run beside those of this one, at the same generation. */
export default function KeptPicture({ loop }: { loop: Loop }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(canvas, loop.id, 'kept');
  const words = useLab(wordsFor(loop));
  return (
    <div className={styles.picture}>
      <canvas ref={canvas} role="img" aria-label={`${loop.name}, ${words}`} data-loop={loop.id} data-kept />
    </div>
  );
}

/** What is seen in it, beside the caption of this run's picture. */
export function KeptCaption({ loop, isNamed }: { loop: Loop; isNamed: boolean }) {
  const words = useLab(wordsFor(loop));
  return <p className={styles.caption}>{isNamed ? `${loop.name}, ${words}` : words}</p>;
}
