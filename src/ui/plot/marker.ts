import type { Marker } from '../palette';
import type { Step } from './primitive';

/** A corner, and the ways from each to the next: x, y of each. */
function polygon(...places: readonly number[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < places.length; i += 2) steps.push([i === 0 ? 'm' : 'l', places[i], places[i + 1]]);
  return [...steps, ['z']];
}

/** Outlines of a loop's sign, from their centres, in a box of 12 x 12. */
const SIGNS: Record<Marker, readonly Step[]> = {
  circle: [['o', 4.5]],
  square: polygon(-4, -4, 8, 0, 0, 8, -8, 0),
  triangle: polygon(0, -4.8, 5, 9, -10, 0),
  diamond: polygon(0, -5.2, 5.2, 5.2, -5.2, 5.2, -5.2, -5.2),
  cross: polygon(-4, -2.6, 1.4, -1.4, 2.6, 2.6, 2.6, -2.6, 1.4, 1.4, -2.6, 2.6, 2.6, 2.6, -1.4, 1.4, -2.6, -2.6, -2.6, 2.6, -1.4, -1.4, 2.6, -2.6),
};

/** Outlines of one sample among many, from their centres: smaller ones, about equally heavy. The unit is a circle's radius. */
const DOTS: Record<Marker, readonly Step[]> = {
  circle: [['o', 1]],
  square: polygon(-0.9, -0.9, 1.8, 0, 0, 1.8, -1.8, 0),
  triangle: polygon(0, -1.2, 1.15, 2, -2.3, 0),
  diamond: polygon(0, -1.25, 1.25, 1.25, -1.25, 1.25, -1.25, -1.25),
  // the second bar starts from the corner of the first
  cross: [...polygon(-1.2, -0.35, 2.4, 0, 0, 0.7, -2.4, 0), ...polygon(0.85, -0.85, 0.7, 0, 0, 2.4, -0.7, 0)],
};

const scaled = (steps: readonly Step[], by: number): Step[] =>
  steps.map(([command, ...places]) => [command, ...places.map((place) => place * by)] as unknown as Step);

export const signOutline = (marker: Marker, scale: number): Step[] => scaled(SIGNS[marker], scale);

export const dotOutline = (marker: Marker, radius: number): Step[] => scaled(DOTS[marker], radius);
