import { lookOf, type Marker } from './palette';

/** Outlines of the markers in a box of 12 x 12. */
const PATHS: Record<Marker, string> = {
  circle: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  square: 'M2 2h8v8h-8z',
  triangle: 'M6 1.2l5 9h-10z',
  diamond: 'M6 .8l5.2 5.2l-5.2 5.2l-5.2-5.2z',
  cross: 'M2 3.4l1.4-1.4l2.6 2.6l2.6-2.6l1.4 1.4l-2.6 2.6l2.6 2.6l-1.4 1.4l-2.6-2.6l-2.6 2.6l-1.4-1.4l2.6-2.6z',
};

export const markerPath = (loop: string): string => PATHS[lookOf(loop).marker];

/** A loop's sign in its colour; beside a name, so it says nothing to screen readers. */
export function Mark({ loop }: { loop: string }) {
  return (
    <svg viewBox="0 0 12 12" width="0.75em" height="0.75em" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={markerPath(loop)} fill={lookOf(loop).colour} />
    </svg>
  );
}
