import { exp } from '../../math/exp';
import { ln } from '../../math/ln';

/** N^(1/lambda) up to a factor, of counts [length]; at lambda = 0 the largest alone, the first of equals. */
export function tempered(counts: Float64Array, bias: number): Float64Array {
  let largest = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i] > counts[largest]) largest = i;
  if (bias === 0) return counts.map((_, i) => (i === largest ? 1 : 0));
  if (bias === 1) return counts;
  return counts.map((count) => (count > 0 ? exp(ln(count / counts[largest]) / bias) : 0));
}
