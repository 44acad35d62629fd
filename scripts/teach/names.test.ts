import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../src/engine/experimentText';
import { readReading } from '../../src/lessons/placeholders';
import { readingWords } from './names';

const words = (reading: string) => {
  const found = readReading(reading);
  if (!found) throw new Error(`“${reading}” is no reading`);
  return readingWords(found);
};

describe('a number in words', () => {
  it.each([
    ['recall fresh-data 20 of treat', 'recall of fresh data at generation 20'],
    ['median recall 25 of room', 'median over runs of recall at generation 25'],
    ['share traceOverDim 20 above 1 of walk', /^share of runs: .* above 1 at generation 20$/],
    ['mean meanSquared 31..50 of worth', /over generations 31 to 50$/],
    ['share firstLoss of room', 'share of runs that lose a mode'],
    ['firstLoss of mine', 'generation of the first loss'],
    ['frechetDistance 5 of floor', 'Frechet distance at generation 5'],
    ['median modeLost.8 of long', 'median over runs of generation in which mode 8 is lost'],
    ['count modeLost.8 of long', 'number of runs that lose mode 8'],
    ['count modeAlive.8 30 of long', 'number of runs: mode 8 alive at generation 30'],
  ])('%s', (reading, expected) => expect(words(reading)).toMatch(expected));
});

it('calls scores and modes as their data do', () => {
  const reading = { score: 'modeAlive.17', at: 6 };
  expect(readingWords(reading)).toBe('mode 17 alive at generation 6');
  expect(readingWords(reading, parseExperiment({ dataset: 'names' }).experiment)).toBe('Q alive at generation 6');
  expect(readingWords({ score: 'wordsAlive', at: 6 }, parseExperiment({ dataset: 'names' }).experiment)).toBe('different names at generation 6');
  expect(readingWords({ score: 'modeAlive.3', at: 6 }, parseExperiment({}).experiment)).toBe('Mode 3 alive at generation 6');
});
