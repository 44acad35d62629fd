import { catalogue } from '../../engine/catalogue';
import type { Loop } from '../../engine/descriptions';
import { experimentOnScreen, frameShown } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { shownOf } from '../runs';
import { widthOfOne } from './geometry';
import { generationDrawn, type Held, type TrainingSet, trainingSet } from './trainingSet';

const NOTHING: Held = {};

interface Drawn {
  readonly set: TrainingSet;
  /** what the run says that its model was trained on, where it has been trained */
  readonly size: number | undefined;
  /** it is the one behind the generation shown */
  readonly isNext: boolean;
  /** width of one sample in the bands of all loops of the experiment */
  readonly one: number;
}

/** The training set of a loop to be drawn for the generation on the screen. */
export function useTrainingSet(loop: Loop, held = NOTHING): Drawn {
  const experiment = useLab(experimentOnScreen);
  const shown = useLab(shownOf);
  const trained = useLab((state) => frameShown(state)?.lanes.find((lane) => lane.loop === loop.id)?.trainingSize);
  const t = generationDrawn(experiment, shown, held);
  const sets = catalogue.loops
    .filter(({ id }) => experiment.loop.includes(id))
    .map((each) => ({ id: each.id, set: trainingSet(each, experiment, t, held, shown) }));
  const set = sets.find(({ id }) => id === loop.id)?.set ?? trainingSet(loop, experiment, t, held, shown);
  return {
    set,
    size: t === shown ? trained : undefined,
    isNext: shown > 0 && t > shown,
    one: widthOfOne(Math.max(...sets.flatMap((each) => [each.set.real + each.set.synthetic, each.set.drawn]))),
  };
}
