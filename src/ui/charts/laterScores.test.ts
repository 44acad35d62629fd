import { describe, expect, it } from 'vitest';
import { isComputed } from '../../results/stats';
import { frameOf, laneOf } from '../../store/testing/frames';
import { laterRemark } from './notes';

const WAITS = { isComputing: true, problem: '' };
const without = frameOf(1, [laneOf('fresh-data', { scores: { recall: 0.5 } })]);
const whole = frameOf(2, [laneOf('fresh-data', { scores: { recall: 0.5, vendi: 3 } })]);
const undefinedOne = frameOf(3, [laneOf('fresh-data', { scores: { vendi: null }, undefined: { vendi: 'too spread out' } })]);

describe('a score that nobody looked at', () => {
  it('is told of as long as it is on its way, or cannot be had', () => {
    expect(laterRemark([without, without, whole], 'vendi', WAITS)).toBe(
      'Computed only where someone looks, so since now: 2 generations to go, back from the one shown.',
    );
    expect(laterRemark([without], 'vendi', { isComputing: false, problem: 'No memory.' })).toBe('Not computed for one generation: No memory.');
    expect(laterRemark([without], 'vendi', { isComputing: false, problem: '' })).toBe('Not computed for one generation.');
    expect(laterRemark([whole, undefinedOne], 'vendi', WAITS)).toBeNull();
    // an exact value comes with its generation
    expect(laterRemark([without], 'logDet', WAITS)).toBeNull();
  });

  it('is not called undefined', () => {
    expect([without, whole, undefinedOne].map((frame) => isComputed(frame, 'vendi'))).toEqual([false, true, true]);
  });
});
