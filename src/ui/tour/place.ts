export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Something that the card should leave in sight; `weight` says how much it costs to hide all of it. */
export interface Obstacle {
  readonly box: Box;
  readonly weight: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  /** number of the candidate, to be kept while it is good enough */
  readonly side: number;
}

type Size = Pick<Box, 'width' | 'height'>;

const GAP = 14;
const MARGIN = 12;
/** so far to the right a card may still be taken for one beside its target */
const ASIDE = 220;
/** a later candidate has to be better by so much */
const PREFERENCE = 0.25;
/** so is one that is 100 px nearer to the target */
const FARNESS = 1;
/** and a place already taken is left only for one better by so much */
const STAYS = 6;

const overlap = (from: number, to: number, start: number, end: number) => Math.max(0, Math.min(to, end) - Math.max(from, start));

/** The part of `hidden` below `box`, 0..1. */
function coveredPart(box: Box, hidden: Box): number {
  const area = hidden.width * hidden.height;
  if (area === 0) return 0;
  const across = overlap(box.left, box.left + box.width, hidden.left, hidden.left + hidden.width);
  return (across * overlap(box.top, box.top + box.height, hidden.top, hidden.top + hidden.height)) / area;
}

/** Pixels between two boxes, 0 where they touch or overlap. */
function distance(a: Box, b: Box): number {
  const across = Math.max(0, a.left - b.left - b.width, b.left - a.left - a.width);
  return Math.hypot(across, Math.max(0, a.top - b.top - b.height, b.top - a.top - a.height));
}

/** Beside the target, then above or below it, then the corners of the window. */
function candidates(target: Box, card: Size, view: Size): readonly (readonly [left: number, top: number])[] {
  const right = target.left + target.width;
  const below = target.top + target.height + GAP;
  const above = target.top - card.height - GAP;
  const [endX, endY] = [view.width - card.width, view.height - card.height];
  return [
    [right + GAP, target.top],
    [right + ASIDE, target.top],
    [target.left, below],
    [right - card.width, below],
    [target.left, above],
    [right - card.width, above],
    [target.left - card.width - GAP, target.top],
    [endX, endY],
    [0, endY],
    [endX, 0],
  ];
}

/** Where in the window the card hides least. It is always inside the window, as far as it fits. */
export function placeCard(target: Box, card: Size, view: Size, obstacles: readonly Obstacle[], present: number | null): Place {
  const clamp = (at: number, size: number, room: number) => Math.max(MARGIN, Math.min(room - size - MARGIN, at));
  let best: (Place & { readonly cost: number }) | null = null;
  for (const [side, [x, y]] of candidates(target, card, view).entries()) {
    const box = { left: clamp(x, card.width, view.width), top: clamp(y, card.height, view.height), ...card };
    const hidden = obstacles.reduce((sum, obstacle) => sum + obstacle.weight * coveredPart(box, obstacle.box), 0);
    const cost = hidden + side * PREFERENCE + (distance(box, target) / 100) * FARNESS - (side === present ? STAYS : 0);
    if (!best || cost < best.cost) best = { left: box.left, top: box.top, side, cost };
  }
  if (!best) throw new Error('no candidate');
  return { left: best.left, top: best.top, side: best.side };
}
