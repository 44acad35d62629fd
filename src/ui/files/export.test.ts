import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { bibtexOf } from './bibtex';
import { columnWords } from './columnWords';
import { toCsv } from './csv';
import { toJson } from './json';

const { experiment } = parseExperiment({ seed: 7 });
const lanes = [
  laneOf('fully-synthetic', {
    scores: { recall: 0.5, density: null },
    undefined: { density: 'too few samples' },
    shares: aliveModes('110'),
    truth: { logDet: null },
  }),
  laneOf('fresh-data', { scores: { recall: 0.75, density: 1 }, truth: { logDet: -2.5 } }),
];
const results = {
  experiment,
  frames: [frameOf(1, lanes), frameOf(2, lanes)],
  noise: { bands: { recall: { low: 0.9, high: 0.99 } }, undefined: {} },
  backend: 'wasm',
  version: '0.1.0',
  link: 'https://lab.example/?v=1&seed=7',
  exported: '2026-11-29',
};

describe('toCsv', () => {
  const lines = toCsv(results).trimEnd().split('\n');
  const table = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
  const column = (name: string) => table.map((row) => row[table[0].indexOf(name)]).slice(1);

  it('has one row for each generation, loop and replicate', () => {
    expect(column('generation')).toEqual(['1', '1', '2', '2']);
    expect(column('loop')).toEqual(['fully-synthetic', 'fresh-data', 'fully-synthetic', 'fresh-data']);
    expect(table.every((row) => row.length === table[0].length)).toBe(true);
  });

  it('leaves the cell of an undefined score empty', () => {
    expect(column('density')).toEqual(['', '1', '', '1']);
    expect(column('truth.logDet')).toEqual(['', '-2.5', '', '-2.5']);
  });

  it('says experiment and link on top', () => {
    expect(lines).toContain('# link: https://lab.example/?v=1&seed=7');
    expect(lines).toContain('# exported: 2026-11-29');
    expect(lines).toContain('# seed: 7');
    expect(lines.find((line) => line.startsWith('# noise floor of recall'))).toMatch(/0\.9 to 0\.99$/);
  });

  it('names no column twice', () => {
    const crowded = frameOf(1, [
      laneOf('fresh-data', { scores: { modesAlive: 2 }, undefined: { logDet: 'singular' }, truth: { logDet: null }, shares: aliveModes('110') }),
    ]);
    const head =
      toCsv({ ...results, frames: [crowded] })
        .split('\n')
        .find((line) => line.startsWith('generation'))
        ?.split(',') ?? [];
    expect(new Set(head).size).toBe(head.length);
  });

  it('writes no NaN and no Infinity', () => {
    const strange = frameOf(1, [laneOf('fresh-data', { scores: { recall: Number.NaN, density: Number.POSITIVE_INFINITY } })]);
    expect(toCsv({ ...results, frames: [strange] })).not.toMatch(/NaN|Infinity/);
    expect(toJson({ ...results, frames: [strange] })).not.toMatch(/NaN|Infinity/);
  });
});

describe('toJson', () => {
  it('holds an experiment that opens again, and every lane with its reasons', () => {
    const file = JSON.parse(toJson(results));
    expect(parseExperiment(file.experiment)).toEqual({ experiment, notes: [] });
    expect(file.results).toHaveLength(2);
    expect(file.results[0].lanes[0].undefined).toEqual({ density: 'too few samples' });
  });
});

describe('beside the table', () => {
  it('every column of it is explained, and no other', () => {
    const head = toCsv(results)
      .split('\n')
      .find((line) => line.startsWith('generation'))
      ?.split(',');
    const words = new Map(columnWords(results));
    expect([...words.keys()]).toEqual(head);
    expect(words.get('trainingSize')).toBe('samples that the model of this generation was fitted to');
    expect(words.get('recall')).toMatch(/^Recall\. The share of held-out real samples/);
    expect([...words.values()].every((text) => text.length > 10)).toBe(true);
  });

  it('an entry for BibTeX holds link, day and experiment, and no mark that LaTeX takes for its own', () => {
    const entry = bibtexOf({ ...results, experiment: parseExperiment({ seed: 7, changes: '3:bias=0.5' }).experiment });
    expect(entry).toContain('url = {https://lab.example/?v=1&seed=7}');
    expect(entry).toContain('urldate = {2026-11-29}');
    expect(entry).toContain('year = {2026}');
    const note = /note = \{(.*)\},/.exec(entry)?.[1] ?? '';
    expect(note).toContain('Version 0.1.0. Gaussian mixture');
    expect(note).toMatch(/computed on wasm$/);
    expect(note.replaceAll(/\\.|\$\\lambda\$/g, '')).not.toMatch(/[&%#_λ→{}]/);
  });
});
