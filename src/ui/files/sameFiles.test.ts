import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownImages } from '../../engine/kinds/images';
import type { ShownPoints } from '../../engine/kinds/points';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { toCsv } from './csv';
import { toJson } from './json';

const shownPoints = (generation: number) =>
  ({ kind: 'points', count: 1, dim: 2, values: Float32Array.of(1 / 3, generation), components: Float32Array.of(1, 0, 0, 1, 0, 1) }) as ShownPoints;
const shownImages = (generation: number) => ({ kind: 'images', count: 1, side: 14, values: new Uint8Array(196).fill(generation) }) as ShownImages;

/** Everything that a lane can hold, names that a table must not take for its own, and numbers that are none. */
function resultsOf(query: string) {
  const { experiment } = parseExperiment(Object.fromEntries(new URLSearchParams(query)));
  const images = experiment.model === 'vae';
  const lane = (loop: string, replicate: number, generation: number) =>
    laneOf(loop, {
      replicate,
      trainingSize: 60 + generation,
      scores: { recall: 1 / (2 + generation + replicate), loop: 2, 'truth.x': -1e-9, '=1+1': Math.PI, density: null, strange: Number.NaN },
      undefined: { density: 'too few, “really”', '=1+1': 'a formula', objective: 'singular' },
      truth: { logDet: -2 / 3 - replicate, traceOverDim: null },
      theory: { theory: { meanSquared: 0.1 / generation, w2Squared: null }, undefined: { w2Squared: 'no closed form', logVariance: 'of one only' } },
      fit: { iterations: 7, objective: generation === 2 ? null : -1.25, converged: replicate === 1, floorReached: generation === 3 },
      shares: loop === 'fresh-data' ? null : aliveModes(images ? '1111011111' : '11011111'),
      shown: replicate > 1 ? null : images ? shownImages(generation) : shownPoints(generation),
    });
  const frames = [1, 2, 3].map((generation) =>
    frameOf(
      generation,
      experiment.loop.flatMap((loop) => Array.from({ length: experiment.replicates }, (_, i) => lane(loop, i + 1, generation))),
    ),
  );
  const noise = { bands: { recall: { low: 0.9123456789, high: 0.99 }, '=1+1': { low: 0, high: 1 } }, undefined: { density: 'too few' } };
  return { experiment, frames, noise, backend: 'wasm', version: '0.1.0', link: 'https://lab.example/?v=1&seed=7', exported: '2026-11-29' };
}

/** SHA-256 of CSV and JSON as they were saved before their columns had one description. Readers' programs rely on the names and their order. */
const BEFORE: Readonly<Record<string, readonly [csv: string, json: string]>> = {
  'loop=fully-synthetic,fresh-data&replicates=2&generations=3&seed=7&changes=2:bias%3D0.5': ['f87f92fa01b11941', 'ae77ac14ab733947'],
  'dataset=digits&loop=fully-synthetic,synthetic-augmentation&generations=4': ['1ee56b58d95cdec3', '95c1b2cc184771a2'],
};

/** From the noise floor on: the experiment above it may gain keys. */
const hash = (text: string) =>
  createHash('sha256')
    .update(text.slice(text.search(/# noise floor|"noiseFloor"/)))
    .digest('hex')
    .slice(0, 16);

it.each(Object.entries(BEFORE))('%s is saved as CSV and JSON byte for byte as before', (query, before) => {
  const results = resultsOf(query);
  expect([hash(toCsv(results)), hash(toJson(results))]).toEqual(before);
});
