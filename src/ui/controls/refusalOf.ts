import type { Key } from '../../engine/experiment';
import { specOf } from '../../engine/keyText';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';

/** Why a key can't have a value in the experiment on which it would act; '' where it can. */
export function refusalOf(key: Key, value: string | number, state: Pick<LabState, 'run' | 'draft'>): string {
  const spec = specOf(key);
  if (spec.type === 'changes' || !spec.refuses) return '';
  const experiment = spec.live ? experimentOnScreen(state) : state.draft;
  return value === spec.fallback(experiment) ? '' : (spec.refuses(value, experiment)?.why ?? '');
}
