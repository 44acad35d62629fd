import type { Step } from '../contracts';
import { trainingSetOf, union } from '../trainingSet';
import { ABOUT, type MONITOR_KEYS } from './monitor.about';

/** Watches every model by real samples of its own, and acts where one is worse than the first by more than the tolerance. */
export const monitor: Step<typeof MONITOR_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.monitor !== 'none',
  act: (added, { wantsInitial, initial }) => (wantsInitial ? union(added, trainingSetOf(initial, 'initial', 1)) : added),
  watches: (settings) => settings.monitor,
  judge(now, first, { monitor: watched, tolerance, action }) {
    const worse = watched === 'frechetDistance' ? now - first : watched === 'recall' ? first - now : (first - now) / first;
    // of a model that can't be scored any more nothing good is known
    return worse <= tolerance ? 'none' : action;
  },
  law: () => null,
};
