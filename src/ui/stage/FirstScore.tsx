import { lazy } from 'react';
import { useStore } from 'zustand';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { ScoreChart } from '../charts/ScoreChart';
import { CompareButtons } from '../compare/Comparison';
import { Late } from '../Late';
import { lessonDoor } from '../lesson/lessonDoor';
import { Extent } from '../timeline/Extent';
import { Timeline } from '../timeline/Timeline';
import { Control } from '../view/Control';
import { useControl, useParts } from '../view/viewStore';
import { firstScore } from './firstScore';
import styles from './Stage.module.css';

const SketchPad = lazy(() => import('../lesson/SketchPad'));

/** The first score of all loops, with the timeline as its axis: what is dragged is the curve's own time. */
export function FirstScore() {
  const { isOpen: hasLesson, curve } = useStore(lessonDoor);
  const metric = useLab((state) => firstScore(experimentOnScreen(state), curve));
  const hasTimeline = useControl('timeline') !== 'hidden';
  const actions = (
    <Control name="compare">
      <CompareButtons />
    </Control>
  );
  if (useParts() === 'samples' || !metric) {
    return (
      <Timeline>
        {actions}
        <Extent />
      </Timeline>
    );
  }
  return (
    <section className={styles.first} aria-label="Scores">
      <h2 className="visuallyHidden">Scores</h2>
      <ScoreChart
        key={metric.id}
        metric={metric}
        aside={<Extent />}
        actions={actions}
        {...(hasLesson && {
          pad: (plane) => (
            <Late failed={null}>
              <SketchPad plane={plane} />
            </Late>
          ),
        })}
        {...(hasTimeline && { timeline: (plane) => <Timeline plane={plane} /> })}
      />
    </section>
  );
}
