import { describe, expect, it } from 'vitest';
import { MOST_POINTS } from '../../engine/pointsText';
import { BRUSHES, begin, ERASER_RADIUS, erase, type Sketch, spray, undo } from './sketch';

const empty: Sketch = { points: [], past: [] };
const pairs = ({ points }: Sketch) => Array.from({ length: points.length / 2 }, (_, n) => [points[2 * n], points[2 * n + 1]] as const);

describe('a sketch', () => {
  it('is sprayed evenly within the brush, and alike every time', () => {
    const once = spray(empty, 1, -1, BRUSHES.wide, 400, 3);
    expect(spray(empty, 1, -1, BRUSHES.wide, 400, 3)).toEqual(once);
    const away = pairs(once).map(([x, y]) => Math.hypot(x - 1, y + 1));
    expect(away).toHaveLength(400);
    expect(Math.max(...away)).toBeLessThanOrEqual(BRUSHES.wide.radius);
    // a quarter of a disc's points lie within half its radius
    expect(away.filter((distance) => distance < BRUSHES.wide.radius / 2).length / 400).toBeCloseTo(0.25, 1);
    expect(pairs(once).filter(([x]) => x < 1).length / 400).toBeCloseTo(0.5, 1);
  });

  it('stays on the ground it is drawn on, and ends at the most points there may be', () => {
    expect(Math.max(...spray(empty, 3, 3, BRUSHES.wide, 100, 3).points)).toBe(3);
    const full: Sketch = { points: Array.from({ length: 2 * MOST_POINTS - 2 }, () => 0), past: [] };
    expect(spray(full, 0, 0, BRUSHES.fine, 5, 3).points).toHaveLength(2 * MOST_POINTS);
  });

  it('loses to the eraser what lies under it, and nothing else', () => {
    const sketch: Sketch = { points: [0, 0, ERASER_RADIUS * 0.9, 0, 1, 1], past: [] };
    expect(erase(sketch, 0, 0).points).toEqual([1, 1]);
    expect(erase(sketch, -2, -2)).toEqual(sketch);
  });

  it('goes back stroke by stroke', () => {
    const first = spray(begin(empty), 0, 0, BRUSHES.fine, 3, 3);
    const second = erase(begin(first), 0, 0);
    expect(undo(second)).toEqual(first);
    expect(undo(undo(second))).toEqual(empty);
    expect(undo(empty)).toEqual(empty);
  });
});
