import type { ShownText } from '../../../engine/kinds/text';
import type { Frame } from '../../../results/frame';
import { laneDrawn } from '../laneDrawn';

/** What a loop wrote in a generation; null where there is none. */
export function textOf(frame: Frame | undefined | null, loop: string): ShownText | null {
  const shown = laneDrawn(frame ?? undefined, loop)?.shown;
  return shown?.kind === 'text' ? (shown as ShownText) : null;
}
