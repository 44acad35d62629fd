import { valuesIn } from '../../engine/query';
import { GROUP, type Work } from '../../lessons/work';
import { readDesk } from '../../store/desk';

export type Place = Pick<Work, 'desk' | 'group'>;

/** Desk and group, as `#group=7B&desk=12` names them; what is neither is left out. */
export function placeIn(hash: string): Place {
  const { desk } = readDesk(hash);
  const group = valuesIn(hash.replace(/^#/, '')).get('group');
  return { ...(typeof desk === 'number' && { desk }), ...(group !== undefined && GROUP.test(group) && { group }) };
}

/** Whether work that was done here is somebody else's: of another desk, or another group. */
export const isOfOthers = (work: Place, place: Place): boolean =>
  (['desk', 'group'] as const).some((key) => place[key] !== undefined && work[key] !== undefined && work[key] !== place[key]);
