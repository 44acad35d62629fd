import { type DecimalMark, numberIn } from './numbers';

/** How the marks of a column were read. */
export interface Marks {
  readonly decimal: DecimalMark;
  /** whether some cell allows no other reading */
  readonly sure: boolean;
  /** a cell whose reading is worth telling; null where none leaves a doubt */
  readonly example: string | null;
}

/** Two cells, by index, that no one reading takes. */
export interface Clash {
  readonly clash: readonly [number, number];
}

/**
 * Which mark of a column is the decimal one. One reading that takes all cells is it. Where both do, each marked cell reads like 1,234: a comma
 * beside whole numbers stands between thousands, for nobody writes 540,000 for 540 beside 980; else the mark is the decimal one.
 */
export function marksOf(cells: readonly string[]): Marks | Clash {
  let [point, comma, open, bare] = [-1, -1, -1, -1];
  for (const [i, cell] of cells.entries()) {
    const [byPoint, byComma] = [numberIn(cell, '.'), numberIn(cell, ',')];
    if (Number.isNaN(byComma)) point = point < 0 ? i : point;
    else if (Number.isNaN(byPoint)) comma = comma < 0 ? i : comma;
    else if (byPoint !== byComma) open = open < 0 ? i : open;
    else bare = bare < 0 ? i : bare;
  }
  if (point >= 0 && comma >= 0) return { clash: point < comma ? [point, comma] : [comma, point] };
  const marked = cells.find((cell) => cell.includes(',')) ?? null;
  if (comma >= 0) return { decimal: ',', sure: true, example: marked };
  if (point >= 0) return { decimal: '.', sure: true, example: marked };
  if (open < 0) return { decimal: '.', sure: false, example: cells.find((cell) => /\d[\s'’]\d/.test(cell)) ?? null };
  const example = cells[open];
  return { decimal: example.includes(',') && bare < 0 ? ',' : '.', sure: false, example };
}
