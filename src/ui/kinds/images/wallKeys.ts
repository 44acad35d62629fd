import { WALL_COLUMNS } from './wallPicture';

/** Where a key leads from a place in a wall of `count`: rows do not wrap round. null: it is none of the wall's keys. */
export function placeAfter(key: string, ctrl: boolean, place: number, count: number): number | null {
  const column = place % WALL_COLUMNS;
  const row = place - column;
  const within = (next: number) => (next >= 0 && next < count ? next : place);
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? place - 1 : place;
    case 'ArrowRight':
      return column < WALL_COLUMNS - 1 ? within(place + 1) : place;
    case 'ArrowUp':
      return within(place - WALL_COLUMNS);
    case 'ArrowDown':
      return within(place + WALL_COLUMNS);
    case 'Home':
      return ctrl ? 0 : row;
    case 'End':
      return ctrl ? count - 1 : Math.min(count, row + WALL_COLUMNS) - 1;
    default:
      return null;
  }
}
