import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Loop } from '../../engine/descriptions';
import { loopsOf } from '../../engine/loops/named';
import { settingsAt } from '../../engine/settings';
import { experimentOnScreen, frameShown } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { shownOf } from '../runs';
import type { Cleaned } from '../text/hygieneWords';
import { type Counts, type Layout, layout, widthOfOne } from './geometry';
import { generationDrawn, type Held, type TrainingSet, trainingSet } from './trainingSet';

const NOTHING: Held = {};

interface Drawn {
  readonly set: TrainingSet;
  /** what the run says that its model was trained on, where it has been trained */
  readonly size: number | undefined;
  /** what the steps did to it, where that is known */
  readonly cleaned: Cleaned | null;
  /** it is the one behind the generation shown */
  readonly isNext: boolean;
}

/** The training set of a loop to be told for the generation on the screen. */
export function useTrainingSet(loop: Loop, held = NOTHING): Drawn {
  const experiment = useLab(experimentOnScreen);
  const shown = useLab(shownOf);
  const trained = useLab((state) => frameShown(state)?.lanes.find((lane) => lane.loop === loop.id));
  const t = generationDrawn(experiment, shown, held);
  const { trainingSize: size, hygiene } = (t === shown && trained) || {};
  const cleaned = size !== undefined && hygiene ? { hygiene, size, settings: settingsAt(experiment, t) } : null;
  return { set: trainingSet(loop, experiment, t, held, shown), size, cleaned, isNext: shown > 0 && t > shown };
}

/** What its diagram is drawn from, which is the same in most generations. */
function bandsIn(state: LabState, loop: Loop, held: Held): Omit<Counts, 'steps'> & { readonly one: number; readonly steps: string } {
  const [experiment, shown] = [experimentOnScreen(state), shownOf(state)];
  const t = generationDrawn(experiment, shown, held);
  const setOf = (each: Loop) => trainingSet(each, experiment, t, held, shown);
  const sets = loopsOf(experiment).map(setOf);
  const { real, synthetic, left, drawn, initial, memory, steps } = setOf(loop);
  const largest = Math.max(...sets.flatMap((each) => [each.real + each.synthetic, each.drawn]));
  // as a text: another list each time would be news
  return { real, synthetic, ...left, drawn, initial, memory, steps: steps.join(' '), one: widthOfOne(largest) };
}

/** The bands of its diagram: the same ones for as long as their counts are. */
export function useBands(loop: Loop, held: Held): Layout {
  const counts = useLab(useShallow((state: LabState) => bandsIn(state, loop, held)));
  return useMemo(() => layout(loop, { ...counts, steps: counts.steps.split(' ') }, counts.one), [loop, counts]);
}
