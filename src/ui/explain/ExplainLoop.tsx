import type { LoopDescription } from '../../engine/contracts';
import { Explain } from './Explain';

/** A loop's name, which explains the loop. */
export function ExplainLoop({ loop }: { loop: LoopDescription }) {
  return <Explain words={{ ...loop, meaning: loop.summary, direction: '' }}>{loop.name}</Explain>;
}
