import type { Marker } from '../palette';
import type { Outline } from './primitive';

/** Outlines of a loop's sign in a box of 12 x 12. */
const SIGNS: Record<Marker, Outline> = {
  circle: 4.5,
  square: [[-4, -4, 4, -4, 4, 4, -4, 4]],
  triangle: [[0, -4.8, 5, 4.2, -5, 4.2]],
  diamond: [[0, -5.2, 5.2, 0, 0, 5.2, -5.2, 0]],
  cross: [[-4, -2.6, -2.6, -4, 0, -1.4, 2.6, -4, 4, -2.6, 1.4, 0, 4, 2.6, 2.6, 4, 0, 1.4, -2.6, 4, -4, 2.6, -1.4, 0]],
};

/** Outlines of one sample among many: smaller ones, about equally heavy. The unit is a circle's radius. */
const DOTS: Record<Marker, Outline> = {
  circle: 1,
  square: [[-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9]],
  triangle: [[0, -1.2, 1.15, 0.8, -1.15, 0.8]],
  diamond: [[0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0]],
  cross: [
    [-1.2, -0.35, 1.2, -0.35, 1.2, 0.35, -1.2, 0.35],
    [-0.35, -1.2, 0.35, -1.2, 0.35, 1.2, -0.35, 1.2],
  ],
};

const scaled = (outline: Outline, by: number): Outline =>
  typeof outline === 'number' ? outline * by : outline.map((corners) => corners.map((place) => place * by));

export const signOutline = (marker: Marker, scale: number): Outline => scaled(SIGNS[marker], scale);

export const dotOutline = (marker: Marker, radius: number): Outline => scaled(DOTS[marker], radius);
