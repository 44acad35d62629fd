import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownPoints } from '../../engine/kinds/points';
import { scoreOf } from '../../results/stats';
import { aliveModes, frameOf, hygieneOf, laneOf } from '../../store/testing/frames';
import { finish } from '../testing/finish';
import { toCsv } from './csv';
import { toJson } from './json';
import { openFile } from './openFile';
import type { Results, Saved } from './results';

const { experiment } = parseExperiment({ loop: 'fully-synthetic,fresh-data', replicates: 2, generations: 3, seed: 7, changes: '2:bias=0.5' });

/** Numbers with all their digits, one without meaning. */
function resultsOf(): Results {
  const frames = [1, 2, 3].map((generation) =>
    frameOf(
      generation,
      experiment.loop.flatMap((loop, at) =>
        [1, 2].map((replicate) =>
          laneOf(loop, {
            replicate,
            scores: { recall: 1 / (3 + generation + at + replicate), frechetDistance: 1e-9 * Math.PI * generation, density: null },
            undefined: { density: 'too few, “really”' },
            truth: { logDet: -2 / 3 - replicate, traceOverDim: null },
            theory: { theory: { meanSquared: 0.1 / generation, w2Squared: null }, undefined: { w2Squared: 'no closed form' } },
            fit: { iterations: 7, objective: -1.25, converged: replicate === 1, floorReached: generation === 3 },
            shares: aliveModes('11011111'),
            shown:
              replicate === 1
                ? ({
                    kind: 'points',
                    count: 2,
                    dim: 2,
                    values: Float32Array.of(1, -2, 0.5, generation),
                    components: Float32Array.of(1, 0, 0, 1, 0, 1),
                  } as ShownPoints)
                : null,
          }),
        ),
      ),
    ),
  );
  const noise = { bands: { recall: { low: 0.9123456789, high: 0.99 } }, undefined: { density: 'too few' } };
  return { experiment, frames, noise, backend: 'wasm', version: '0.1.0', link: 'https://lab.example/?v=1&seed=7', exported: '2026-11-29' };
}

function opened(text: string): Saved {
  const saved = finish(openFile(text));
  if ('problem' in saved) throw new Error(saved.problem);
  return saved;
}

const problemOf = (text: string): string => {
  const saved = finish(openFile(text));
  return 'problem' in saved ? saved.problem : expect.fail('it was opened');
};

describe('a saved CSV', () => {
  const results = resultsOf();
  const csv = toCsv(results);
  const saved = opened(csv);

  it('gives back every number of the table, to the last digit', () => {
    expect(saved.frames.map(({ lanes }) => lanes.map(({ loop, replicate, scores, truth }) => ({ loop, replicate, scores, truth })))).toEqual(
      results.frames.map(({ lanes }) => lanes.map(({ loop, replicate, scores, truth }) => ({ loop, replicate, scores, truth }))),
    );
    for (const [at, frame] of results.frames.entries()) {
      for (const loop of experiment.loop) {
        for (const id of ['recall', 'frechetDistance', 'density', 'logDet']) {
          expect(scoreOf(saved.frames[at] ?? frameOf(0, []), loop, id), `${loop} ${id}`).toEqual(scoreOf(frame, loop, id));
        }
      }
    }
  });

  it('gives back theory, fits, reasons, noise floor, experiment and where it was computed', () => {
    expect(saved.frames[2]?.lanes[1]).toMatchObject({
      theory: results.frames[2]?.lanes[1]?.theory,
      fit: results.frames[2]?.lanes[1]?.fit,
      undefined: { density: 'too few, “really”' },
      trainingSize: 64,
    });
    expect(saved).toMatchObject({ experiment, noise: results.noise, version: '0.1.0', backend: 'wasm' });
  });

  it('is the same again when it is saved once more', () => {
    expect(toCsv({ ...results, ...saved, version: saved.version ?? '' })).toBe(csv);
  });

  it('opens from a spreadsheet that quoted its words, added empty cells, and ends lines in its own way', () => {
    const width =
      csv
        .split('\n')
        .find((line) => line.startsWith('generation'))
        ?.split(',').length ?? 0;
    const changed = csv
      .trimEnd()
      .split('\n')
      .map((line) => (line.startsWith('#') ? `${line.includes(',') ? `"${line.replaceAll('"', '""')}"` : line}${','.repeat(width - 1)}` : line))
      .map((line) => line.replace(/,true,/g, ',TRUE,').replace(/,false$/, ',FALSE'));
    expect(opened(`\uFEFF${changed.join('\r\n')}\r\n`).frames).toEqual(saved.frames);
  });

  it.each<[string, (line: string) => string, string[]]>([
    ['a word for a number', (line) => line.replace(/^2,fresh-data,1,64,[^,]*/, '2,fresh-data,1,64,many'), ['"many"', 'recall', 'is not a number']],
    ['a cell too few', (line) => line.replace(/^2,fresh-data,1,64,/, '2,fresh-data,1,'), ['cells instead of', 'column']],
    ['a yes for true', (line) => line.replace(/^(2,fresh-data,1,.*),true,/, '$1,yes,'), ['"yes"', 'converged', 'true or false']],
  ])('is refused with line, value and what is allowed: %s', (_, change, words) => {
    const lines = csv.split('\n');
    const at = lines.findIndex((line) => change(line) !== line);
    const problem = problemOf(lines.map(change).join('\n'));
    expect(problem).toContain(`Line ${at + 1}`);
    for (const word of words) expect(problem).toContain(word);
  });

  it('is refused where its experiment is not one, with the line and what is allowed', () => {
    const lines = csv.split('\n').map((line) => line.replace(/^# initialReal: .*/, '# initialReal: some'));
    const problem = problemOf(lines.join('\n'));
    expect(problem).toContain(`Line ${lines.indexOf('# initialReal: some') + 1}: `);
    expect(problem).toMatch(/initialReal=some is not a whole number from 10 to 20000/);
  });

  it('is refused when rows of a generation are missing', () => {
    expect(problemOf(csv.replace(/^2,fresh-data,2,.*\n/m, ''))).toContain('Generation 2 lacks the loop fresh-data, replicate 2');
  });
});

describe('a saved JSON', () => {
  const results = resultsOf();
  const json = toJson(results);

  it('gives back everything, samples too', () => {
    const { frames, ...rest } = opened(json);
    expect(frames).toEqual(results.frames);
    expect(rest).toEqual({ experiment, noise: results.noise, version: '0.1.0', backend: 'wasm', remarks: [] });
  });

  it.each<[string, string, RegExp]>([
    ['cut off', json.slice(0, json.length / 2), /^Line \d+: This is not JSON/],
    ['of another program', '{"format": "other"}', /not saved by MAD Lab.*"format": "mad-lab"/],
    ['of a version to come', json.replace('"v": 1', '"v": 9'), /version 9.*reads version 1/],
    [
      'with a word for a number',
      json.replace(/"recall": 0\.2,/, '"recall": "high",'),
      /Generation 1, fully-synthetic, replicate 1: scores\.recall = "high" is not a number from -1e300 to 1e300, or null/,
    ],
    ['with an experiment out of range', json.replace('"synthetic": 200', '"synthetic": 0'), /synthetic=0 is not a whole number from 10 to 20000/],
  ])('is refused %s', (_, text, message) => {
    expect(text).not.toBe(json);
    expect(problemOf(text)).toMatch(message);
  });

  it('never throws, whatever is in the file', () => {
    for (const text of [
      '',
      '[]',
      'null',
      '{',
      '\u0000',
      json.replace(/"values": "/g, '"values": "%%'),
      '# MAD Lab\n',
      '# MAD Lab\n# model: gaussian\n',
    ]) {
      expect(problemOf(text).length, text.slice(0, 20)).toBeGreaterThan(10);
    }
  });
});

describe('what steps did', () => {
  const results = resultsOf();
  const hygiene = hygieneOf({
    removedReal: 3,
    removedSynthetic: 160,
    realShare: 61 / 101,
    effectiveRealWeight: 0.6,
    remark: 'One thing. Another, too.',
  });
  const alarm = hygieneOf({ alarm: true, action: 'archive', storeSize: 64 });
  const theory = { theory: { meanSquared: 0.5 }, undefined: {}, kind: 'limit' } as const;
  /** Of each generation another lane has something to tell. */
  const frames = results.frames.map(({ generation, lanes }) =>
    frameOf(
      generation,
      lanes.map((lane, at) => ({
        ...lane,
        ...(generation === 2 && at === 0 && { hygiene, theory }),
        ...(generation === 3 && at === 3 && { hygiene: alarm }),
      })),
    ),
  );
  const [csv, json] = [toCsv({ ...results, frames }), toJson({ ...results, frames })];

  it.each([
    ['CSV', csv],
    ['JSON', json],
  ])('comes back from %s where it was, and nowhere else', (_, text) => {
    const pick = ({ lanes }: Saved['frames'][number]) => lanes.map((lane) => [lane.hygiene, lane.theory.kind]);
    expect(opened(text).frames.map(pick)).toEqual(frames.map(pick));
    expect(opened(text).frames[0].lanes[0]).not.toHaveProperty('hygiene');
    expect(opened(text).frames[0].lanes[0].theory).not.toHaveProperty('kind');
  });

  it('has columns that no score has', () => {
    const scored = { ...laneOf('fresh-data', { hygiene }), scores: { effectiveRealWeight: 0.6 } };
    expect(toCsv({ ...results, frames: [frameOf(1, [scored])] })).toMatch(
      /,effectiveRealWeight,.*,hygiene.removedReal,.*,hygiene.effectiveRealWeight,hygiene.alarm,hygiene.action,hygiene.storeSize,hygiene.remark\n/,
    );
    expect(toCsv(results)).not.toMatch(/hygiene|theoryKind/);
  });

  it.each<[string, string, RegExp]>([
    [
      'a share above 1',
      json.replace('"effectiveRealWeight": 0.6', '"effectiveRealWeight": 6'),
      /hygiene.effectiveRealWeight = 6 is not a number from 0 to 1/,
    ],
    ['half a sample', json.replace('"removedReal": 3', '"removedReal": 0.5'), /hygiene.removedReal = 0.5 is not a whole number/],
    ['an unknown action', csv.replace(',archive,', ',wait,'), /Line \d+, .*: hygiene.action = "wait" is not none or stop or rollback or archive/],
    ['an unknown kind of theory', json.replace('"limit"', '"exact"'), /theoryKind = "exact" is not limit or approximate/],
    ['a part of it', json.replace('"removedReal": 3,', ''), /hygiene.removedReal is missing/],
    ['no object', json.replace(/"hygiene": {[^}]*}/, '"hygiene": 1'), /hygiene = 1 is not an object/],
  ])('is refused where it holds %s', (_, text, message) => {
    expect(text).not.toBe(csv);
    expect(text).not.toBe(json);
    expect(problemOf(text)).toMatch(message);
  });
});

it('a text of the reader’s own comes back from both, whatever is in it', () => {
  const text = Array.from({ length: 12 }, (_, n) => `=Zoë ${n}, "José"; 🙂 #${n}`).join('\n');
  const own = parseExperiment({ dataset: 'own-text', text, seed: 3 }).experiment;
  const results: Results = { ...resultsOf(), experiment: own, frames: [], noise: null };
  const csv = toCsv(results);
  expect(csv).not.toContain('Zoë');
  const spreadsheet = csv.replace(/^#.*$/gm, (line) => `${/[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line},,`);
  for (const file of [csv, spreadsheet, toJson(results)]) expect(opened(file).experiment).toEqual(own);
  expect(problemOf(csv.replace(/^# text: .*$/m, (line) => line.slice(0, -9)))).toContain('text');
});
