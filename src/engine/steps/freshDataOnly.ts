import type { Choices, Refused } from '../keys/key';
import { loopsOf } from '../loops/named';

/** What lives on new real data has no effect where no loop gets any. */
export function freshDataOnly(_: string | number, { loop }: Choices): Refused | null {
  const isFed = loopsOf({ loop }).some(({ parts }) => parts.includes('fresh'));
  return isFed ? null : { why: 'needs new real data each generation, which only the loop “Fresh data” gets', instead: '' };
}
