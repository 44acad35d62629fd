import type { Choices, Refused } from '../keys/key';
import { loops } from '../loops';

/** What lives on new real data has no effect where no loop gets any. */
export function freshDataOnly(_: string | number, { loop }: Choices): Refused | null {
  const isFed = loops.some(({ id, parts }) => loop.includes(id) && parts.includes('fresh'));
  return isFed ? null : { why: 'needs new real data each generation, which only the loop “Fresh data” gets', instead: '' };
}
