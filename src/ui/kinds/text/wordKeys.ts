import type { Setting } from './setting';

/** Where a key leads from a word: along the text, to the word above or below, to the ends of a line or of all. null: it is none of the keys. */
export function wordAfter(key: string, ctrl: boolean, place: number, { placed }: Setting): number | null {
  const here = placed[place];
  if (!here) return null;
  const last = placed.length - 1;
  const middle = here.x + here.width / 2;
  const inLine = (line: number) => {
    const words = placed.filter((word) => word.line === line);
    const away = (at: number) => Math.abs(words[at].x + words[at].width / 2 - middle);
    return words.length === 0 ? place : words[words.reduce((best, _, at) => (away(at) < away(best) ? at : best), 0)].place;
  };
  const ends = placed.filter((word) => word.line === here.line);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, place - 1);
    case 'ArrowRight':
      return Math.min(last, place + 1);
    case 'ArrowUp':
      return inLine(here.line - 1);
    case 'ArrowDown':
      return inLine(here.line + 1);
    case 'Home':
      return ctrl ? 0 : ends[0].place;
    case 'End':
      return ctrl ? last : ends[ends.length - 1].place;
    default:
      return null;
  }
}
