import { expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import { datasetOf } from '../chosen';
import { datasets } from '../datasets';
import type { Experiment } from '../experiment';
import { parseExperiment } from '../experimentText';
import { byId } from '../registry';
import type { LaneResult } from '../results';
import { createRng } from '../rng';
import { run } from '../run';
import { rowsOfTexts } from '../text/rows';
import { kinds } from './index';
import type { ShownText } from './text';

const host = createNodeHost('cpu');
const text = byId(kinds, 'text');

function experimentOf(keys: Record<string, unknown>): Experiment {
  const { experiment, notes } = parseExperiment(keys, 'headless');
  expect(notes).toEqual([]);
  return experiment;
}

async function readerOf(experiment: Experiment) {
  const opened = await text.reader?.open(host, experiment);
  if (!opened?.text) throw new Error('text has a reader');
  return { ...opened, words: opened.text.allWords };
}

const heldOutOf = (experiment: Experiment, count: number) =>
  byId(datasets, experiment.dataset).open(experiment, createRng(experiment.seed), host).heldOut(count);

it.each(['names', 'moby-dick', 'addresses'])('%s: as many names or passages are held out as is said of it', async (dataset) => {
  const experiment = experimentOf({ dataset, generations: 1 });
  const all = await heldOutOf(experiment, Number.POSITIVE_INFINITY);
  const { features } = await readerOf({ ...experiment, evaluation: 1_000_000 });
  // a row of features is ten names, or 25 words of a book
  expect(features(all).count * (dataset === 'names' ? 10 : 1)).toBe(datasetOf(experiment).heldOut);
});

it('shows 360 pieces of running text, whole ones, whatever the rows that they stand in', () => {
  const words = Array.from({ length: 2000 }, (_, i) => `w${i}`);
  const shown = (rows: readonly string[]) => text.show(rowsOfTexts(rows, 32), []) as ShownText;
  const isRunning = { isRunning: true, count: 360, pieces: words.slice(0, 360) };
  expect(shown(words.map((word) => `${word} `))).toMatchObject(isRunning);
  // rows that end within a word
  const letters = words.join(' ').match(/.{1,3}/gs) ?? [];
  expect(shown(letters)).toMatchObject(isRunning);
  expect(shown(['one ', 'two '])).toMatchObject({ count: 2, pieces: ['one', 'two'] });
});

it.each([
  [{ text: 'ada\nben\ncleo\n'.repeat(5), form: 'lines' }, /^under 100 samples nothing is held out/],
  [{ text: 'one two three four five '.repeat(21), form: 'running' }, /^what is held out is shorter than one passage/],
])('tells why nothing of a text of one’s own is compared: %o', async (own, why) => {
  const lanes: LaneResult[] = [];
  const experiment = experimentOf({ dataset: 'own-text', ...own, loop: 'fully-synthetic', generations: 1, initialReal: 20, evaluation: 100 });
  for await (const event of run(experiment, host)) if (event.type === 'generation') lanes.push(...event.lanes);
  const [{ scores, undefined: reasons }] = lanes;
  for (const id of ['frechetDistance', 'precision', 'recall', 'coverage']) {
    expect(scores[id]).toBeNull();
    expect(reasons[id]).toMatch(why);
  }
});
