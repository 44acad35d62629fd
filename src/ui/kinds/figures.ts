import { imagesFigure } from './images/figure';
import type { KindFigure } from './kindView';
import { pointsFigure } from './points/figure';

/** How figures show each kind of samples. */
const kindFigures: readonly KindFigure[] = [pointsFigure, imagesFigure];

export function figureOf(kind: string): KindFigure {
  const figure = kindFigures.find(({ id }) => id === kind);
  if (!figure) throw new Error(`no figures of the kind “${kind}”`);
  return figure;
}
