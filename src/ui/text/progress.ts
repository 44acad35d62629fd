import { kindOf, modelOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import type { RunProgress } from '../../store/state';

/** What the worker is doing, in words with its counts. */
export function progressWords(progress: RunProgress | null, experiment: Experiment): string {
  if (!progress) return 'starting';
  const { phase, done, total } = progress;
  const { steps } = modelOf(experiment);
  const counted = (noun: string) => (total > 0 ? `${noun} ${done} of ${total}` : noun);
  switch (phase) {
    case 'compose':
      return kindOf(experiment).words.composing;
    case 'fit':
      return steps === null ? 'fitting' : counted(steps);
    case 'sample':
      return 'drawing samples';
    case 'score':
      return total > 1 ? counted('scoring') : 'scoring';
    case 'noise':
      return 'measuring the noise floor';
    case 'warm-up':
      return 'looking for what can compute here';
    case 'start':
      return 'starting TensorFlow.js';
    case 'shaders':
      return 'compiling programs for the GPU, which may take a minute';
  }
}
