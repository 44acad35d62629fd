import { isOpen, placeOf } from '../../lessons/work';
import { guessStore } from '../charts/guessStore';
import { heightsOf, type Sketch } from './ask/SketchTable';
import { here, lessonStore } from './lessonStore';

/** Keeps what is sketched, and after the commit what was, over the chart of the run that it is of. */
export function followSketch(): () => void {
  const write = (): void => {
    const at = here();
    const sketch = at?.step.predict?.find((part): part is Sketch => part.type === 'sketch');
    if (!at || !sketch) return guessStore.setState({ guess: null });
    const { drafts, shown } = lessonStore.getState();
    const isDone = isOpen(at.step, at.work);
    if (isDone && shown !== (sketch.run ?? at.step.id)) return guessStore.setState({ guess: null });
    const heights = heightsOf(sketch, isDone ? at.work.predictions[placeOf(at.step, sketch)]?.guess : drafts[sketch.id]?.guess);
    guessStore.setState({
      guess: {
        metric: sketch.score,
        range: sketch.y,
        scale: sketch.scale ?? 'linear',
        points: sketch.x.map((generation, i) => ({ generation, value: heights[i] })),
      },
    });
  };
  write();
  return lessonStore.subscribe(write);
}
