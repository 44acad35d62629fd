import type { Loop } from '../../engine/descriptions';
import { Explain } from './Explain';

/** A loop's name, which explains the loop. */
export function ExplainLoop({ loop }: { loop: Loop }) {
  return <Explain words={{ ...loop, meaning: loop.summary, direction: '' }}>{loop.name}</Explain>;
}
