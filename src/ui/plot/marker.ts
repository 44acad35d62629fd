import type { Marker } from '../palette';
import type { Step } from './primitive';

/** Outlines of a loop's sign, from their centres, in a box of 12 x 12. */
const SIGNS: Record<Marker, readonly Step[]> = {
  circle: [['o', 4.5]],
  square: [['m', -4, -4], ['l', 8, 0], ['l', 0, 8], ['l', -8, 0], ['z']],
  triangle: [['m', 0, -4.8], ['l', 5, 9], ['l', -10, 0], ['z']],
  diamond: [['m', 0, -5.2], ['l', 5.2, 5.2], ['l', -5.2, 5.2], ['l', -5.2, -5.2], ['z']],
  cross: [
    ['m', -4, -2.6],
    ['l', 1.4, -1.4],
    ['l', 2.6, 2.6],
    ['l', 2.6, -2.6],
    ['l', 1.4, 1.4],
    ['l', -2.6, 2.6],
    ['l', 2.6, 2.6],
    ['l', -1.4, 1.4],
    ['l', -2.6, -2.6],
    ['l', -2.6, 2.6],
    ['l', -1.4, -1.4],
    ['l', 2.6, -2.6],
    ['z'],
  ],
};

/** Outlines of one sample among many, from their centres: smaller ones, about equally heavy. The unit is a circle's radius. */
const DOTS: Record<Marker, readonly Step[]> = {
  circle: [['o', 1]],
  square: [['m', -0.9, -0.9], ['l', 1.8, 0], ['l', 0, 1.8], ['l', -1.8, 0], ['z']],
  triangle: [['m', 0, -1.2], ['l', 1.15, 2], ['l', -2.3, 0], ['z']],
  diamond: [['m', 0, -1.25], ['l', 1.25, 1.25], ['l', -1.25, 1.25], ['l', -1.25, -1.25], ['z']],
  cross: [
    ['m', -1.2, -0.35],
    ['l', 2.4, 0],
    ['l', 0, 0.7],
    ['l', -2.4, 0],
    ['z'],
    ['m', 0.85, -0.85],
    ['l', 0.7, 0],
    ['l', 0, 2.4],
    ['l', -0.7, 0],
    ['z'],
  ],
};

const scaled = (steps: readonly Step[], by: number): Step[] =>
  steps.map(([command, ...places]) => [command, ...places.map((place) => place * by)] as unknown as Step);

export const signOutline = (marker: Marker, scale: number): Step[] => scaled(SIGNS[marker], scale);

export const dotOutline = (marker: Marker, radius: number): Step[] => scaled(DOTS[marker], radius);
