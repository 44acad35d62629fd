import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { firstRun } from '../../store/run';
import type { Ghost, Rescue, Run } from '../../store/state';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { outcomeWords, proposalWords, refusalWords } from './saveWords';

const NOISE = { bands: { modesAlive: { low: 4, high: 4 } }, undefined: {} };
const KEEP: Rescue = { from: 2, loops: ['fully-synthetic'], settings: { memory: 'all' }, future: 7 };

const experimentOf = (keys: Record<string, unknown> = {}) => parseExperiment({ loop: 'fully-synthetic', generations: 4, ...keys }).experiment;
const framesOf = (patterns: readonly string[], from = 1) =>
  patterns.map((pattern, i) => frameOf(from + i, [laneOf('fully-synthetic', { shares: aliveModes(pattern) })]));

function runOf(patterns: readonly string[], shown = patterns.length, noise: Run['noise'] = NOISE): Run {
  return { ...firstRun({ runId: 8 }, experimentOf()), frames: framesOf(patterns), shown, noise };
}

const ghostOf = (patterns: readonly string[]): Ghost => ({ id: 7, experiment: experimentOf(), from: 2, frames: framesOf(patterns, 2) });

describe('what Go back and save it will do', () => {
  it.each<[Rescue['settings'], Record<string, unknown>, string]>([
    [
      { memory: 'all' },
      {},
      'Back to generation 2, before the first mode was lost; from there on every model keeps learning from everything that was made.',
    ],
    [
      { real: 256 },
      { real: 64 },
      'Back to generation 2, before the first mode was lost; from there on 256 fresh real samples come in every generation, not 64.',
    ],
    [
      { memory: 'all', bias: 1 },
      { bias: 0.5, replicates: 3 },
      'Back to generation 2, before the first mode was lost in replicate 1; from there on every model keeps learning from everything that was made and models are sampled faithfully (λ = 1).',
    ],
    [
      { memory: 'all' },
      { model: 'vae' },
      'Back to generation 2, before the first digit was lost; from there on every model keeps learning from everything that was made.',
    ],
    [
      { monitor: 'wordsAlive' },
      { model: 'ngram' },
      'Back to generation 2, before any first letter was no longer made; from there on the first real data come back where different names fall too far.',
    ],
    [
      { monitor: 'wordsAlive' },
      { model: 'ngram', dataset: 'moby-dick' },
      'Back to generation 2, before any followed word was no longer made; from there on the first real data come back where words alive fall too far.',
    ],
    [
      { monitor: 'recall' },
      {},
      'Back to generation 2, before the first mode was lost; from there on the first real data come back where recall falls too far.',
    ],
  ])('is said of %o', (settings, keys, words) => {
    expect(proposalWords({ from: 2, settings }, experimentOf(keys))).toBe(words);
  });
});

it('where it is not offered it says what is locked, and by whom', () => {
  expect(refusalWords(['memory'], 'Locked by the link')).toBe('Going back to save it would change Memory. Locked by the link.');
  expect(refusalWords(['bias', 'memory'], 'Locked by the link')).toContain('change Sampling bias λ and Memory.');
});

describe('what became of it', () => {
  it('is called saved at the end alone, where no mode is lost beyond the noise floor', () => {
    const ghosts = [ghostOf(['1111', '1110', '0110'])];
    expect(outcomeWords(KEEP, runOf(['1111', '1111', '1111', '1111']), ghosts, false)).toBe(
      'Saved: with everything kept from generation 3 on, fully synthetic ends with all 4 modes (without it 2 of 4).',
    );
    expect(outcomeWords(KEEP, runOf(['1111', '1111', '1111', '0111']), ghosts, false)).toBe(
      'Not all is saved: with everything kept from generation 3 on, fully synthetic ends with 3 of 4 modes (without it 2 of 4).',
    );
    expect(outcomeWords(KEEP, runOf(['1111', '1111', '1111', '1111'], 4, null), ghosts, false)).not.toMatch(/^Saved/);
    expect(outcomeWords(KEEP, runOf(['1111', '1111', '1111']), ghosts, false)).toBe(
      'So far: with everything kept from generation 3 on, fully synthetic makes all 4 modes (without it 3 of 4).',
    );
  });

  it('is set against that future as far as it was computed, and alone where it was cleared', () => {
    const run = runOf(['1111', '1111', '1111', '1111']);
    expect(outcomeWords(KEEP, run, [ghostOf(['1111', '1110'])], false)).toMatch(/\(without it 3 of 4 in generation 3\)\.$/);
    expect(outcomeWords(KEEP, run, [], false)).toMatch(/ends with all 4 modes\.$/);
  });

  it('is open while it runs', () => {
    const words = outcomeWords(KEEP, runOf(['1111', '1111', '1111']), [ghostOf(['1111', '1110'])], true);
    expect(words).toBe('From generation 3 on every model keeps learning from everything that was made. Faint: what came without that.');
  });
});
