import { describe, expect, test } from 'vitest';
import { type Box, placeCard } from './place';

const CARD = { width: 320, height: 160 };
const DESKTOP = { width: 1280, height: 900 };
const RUN: Box = { left: 24, top: 90, width: 130, height: 44 };

const boxAt = ({ left, top }: { left: number; top: number }, size = CARD): Box => ({ left, top, ...size });
const meet = (a: Box, b: Box) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('the place of the tour card', () => {
  test('is beside its target where there is room', () => {
    expect(placeCard(RUN, CARD, DESKTOP, [{ box: RUN, weight: 100 }], null)).toEqual({ left: 168, top: 90, side: 0 });
  });

  test('gives way to what the reader needs', () => {
    const pane: Box = { left: 300, top: 90, width: 300, height: 300 };
    const place = placeCard(
      RUN,
      CARD,
      DESKTOP,
      [
        { box: RUN, weight: 100 },
        { box: pane, weight: 8 },
      ],
      null,
    );
    expect(meet(boxAt(place), RUN)).toBe(false);
    expect(meet(boxAt(place), pane)).toBe(true);
    const heavier = placeCard(
      RUN,
      CARD,
      DESKTOP,
      [
        { box: RUN, weight: 100 },
        { box: pane, weight: 400 },
      ],
      null,
    );
    expect(meet(boxAt(heavier), RUN)).toBe(false);
    expect(meet(boxAt(heavier), pane)).toBe(false);
  });

  test('is inside the window wherever the target has gone, at 320 px too', () => {
    for (const view of [DESKTOP, { width: 320, height: 640 }, { width: 320, height: 256 }]) {
      const size = { width: Math.min(CARD.width, view.width - 24), height: Math.min(CARD.height, view.height * 0.6) };
      for (const top of [-5000, -10, view.height / 2, view.height - 5, 5000]) {
        const place = placeCard({ left: 16, top, width: 288, height: 60 }, size, view, [], null);
        expect(place.left).toBeGreaterThanOrEqual(12);
        expect(place.top).toBeGreaterThanOrEqual(12);
        expect(place.left + size.width).toBeLessThanOrEqual(view.width - 12);
        expect(place.top + size.height).toBeLessThanOrEqual(view.height - 12);
      }
    }
  });

  test('stays on its side for small gains, and leaves it for large ones', () => {
    const below = placeCard(RUN, CARD, DESKTOP, [{ box: { left: 168, top: 90, width: 10, height: 10 }, weight: 3 }], 0);
    expect(below.side).toBe(0);
    expect(placeCard(RUN, CARD, DESKTOP, [{ box: { left: 168, top: 90, width: 10, height: 10 }, weight: 30 }], 0).side).toBe(2);
  });
});
