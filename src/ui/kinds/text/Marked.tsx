import type { ShownText } from '../../../engine/kinds/text';
import signs from '../../samples/Signs.module.css';
import { partsOf, written } from './marks';

/** Real words that can be read, copied and searched, with the marks of the picture: an element only where there is a mark. */
export function Marked({ text, from, to, repeats }: { text: ShownText; from: number; to: number; repeats: Uint8Array | null }) {
  const joint = text.isRunning ? ' ' : ', ';
  return partsOf(text, from, Math.min(to, text.pieces.length), repeats).map((part) => {
    const words = Array.from({ length: part.to - part.from }, (_, i) => written(text, part.from + i) || '–').join(joint);
    const before = part.from > from ? joint : '';
    if (!part.isInvented && !part.isRepeated) return before + words;
    return [
      before,
      <span
        key={part.from}
        className={`${part.isInvented ? signs.dotted : ''} ${part.isRepeated ? signs.shaded : ''}`}
        data-invented={part.isInvented}
        data-repeated={part.isRepeated}
      >
        {words}
      </span>,
    ];
  });
}
