import { type CSSProperties, lazy, useRef } from 'react';
import type { Loop } from '../../engine/descriptions';
import { experimentOnScreen, frameShown } from '../../store/selectors';
import { isSeenTraining } from '../../store/training';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import { Explain } from '../explain/Explain';
import { viewOf } from '../kinds';
import { Late } from '../Late';
import { LearnsFrom } from '../loop/LearnsFrom';
import { PaneDiagram } from '../loop/PaneDiagram';
import { Mark } from '../Mark';
import { captionRemark, pictureLabel } from '../text/captions';
import { progressWords } from '../text/progress';
import { Control } from '../view/Control';
import { Caption, Outside, previewOf } from './Caption';
import styles from './Samples.module.css';
import { useDrawing } from './useDrawing';

const kept = () => import('../compare/KeptPicture');
const KeptPicture = lazy(kept);
const KeptCaption = lazy(() => kept().then(({ KeptCaption }) => ({ default: KeptCaption })));

/** While there is nothing of this run to see yet: what is being done. */
function SignOfLife() {
  const words = useLab((state) => {
    if (state.preview.status === 'loading' && state.run.status === 'idle') return 'drawing the real data';
    if (state.run.status === 'idle' || state.run.frames.length > 0 || !state.run.progress || isSeenTraining(state)) return '';
    return `generation 1: ${progressWords(state.run.progress, state.run.experiment)}`;
  });
  const part = useLab(({ run }) =>
    words !== '' && run.status !== 'idle' && run.progress && run.progress.total > 0 ? run.progress.done / run.progress.total : 0,
  );
  if (words === '') return null;
  return (
    <div className={styles.life}>
      <p>{words}</p>
      <div>
        <div style={{ width: `${Math.min(1, part) * 100}%` }} />
      </div>
    </div>
  );
}

/** The loop's name, and what it means. */
function Name({ loop }: { loop: Loop }) {
  const remark = useLab((state) => captionRemark(frameShown(state), loop.id, experimentOnScreen(state)));
  return (
    <h3>
      <Mark loop={loop.id} />
      <Explain of={{ loop: loop.id }} ofControl remarks={remark === null ? [] : [remark]}>
        {loop.name}
      </Explain>
    </h3>
  );
}

/** What the loop makes: drawn without React, which tells it to a screen reader. */
function Picture({ loop }: { loop: Loop }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(canvas, loop.id);
  const [frame, experiment, preview] = [useLab(frameShown), useLab(experimentOnScreen), useLab(previewOf)];
  return <canvas ref={canvas} role="img" aria-label={pictureLabel(loop.name, frame, loop.id, experiment, preview)} data-loop={loop.id} />;
}

/** @param kept loops of the kept run that are shown beside it */
export function Pane({ loop, kept }: { loop: Loop; kept: readonly Loop[] }) {
  const { Overlay, Below, belowRoom } = useLab((state) => viewOf(experimentOnScreen(state)));
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <Name loop={loop} />
        <LearnsFrom loop={loop} />
        <div className={styles.diagram}>
          <Control name="diagram">
            <PaneDiagram loop={loop} />
          </Control>
        </div>
      </div>
      <div className={styles.pictures}>
        <div className={styles.picture}>
          <Picture loop={loop} />
          {Overlay && (
            <Late failed={<NotLoaded />}>
              <Overlay loop={loop} />
            </Late>
          )}
          <Outside loop={loop.id} />
          <SignOfLife />
        </div>
        {kept.map((other) => (
          <Late key={other.id} failed={<NotLoaded />}>
            <KeptPicture loop={other} />
          </Late>
        ))}
      </div>
      <div>
        <div className={styles.captions} data-pair={kept.length > 0}>
          <Caption loop={loop.id} />
          {kept.map((other) => (
            <Late key={other.id} failed={null}>
              <KeptCaption loop={other} isNamed={other.id !== loop.id} />
            </Late>
          ))}
        </div>
        {Below && (
          <div className={styles.below} style={{ '--below': belowRoom } as CSSProperties}>
            <Late failed={<NotLoaded />}>
              <Below loop={loop.id} />
            </Late>
          </div>
        )}
      </div>
    </div>
  );
}
