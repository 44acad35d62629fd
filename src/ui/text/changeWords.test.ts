import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { changeWords } from './changeWords';
import { experimentLine } from './experimentLine';

const of = (keys: Record<string, unknown>) => parseExperiment({ loop: 'fresh-data', ...keys }).experiment;
const changed = (changes: string, length: 'long' | 'short', keys = {}) => {
  const experiment = of({ ...keys, changes });
  return changeWords(experiment, experiment.changes[0], length);
};

it('says what a change of a cure changes, with no number left in a code', () => {
  expect(changed('6:detector=.8,refill=true', 'long')).toBe('detector recall 0 → 0.8, refill no → yes');
  expect(changed('6:realWeight=.618', 'long')).toBe('weight of real data count → 0.618');
  expect(changed('6:realWeight=optimal', 'short', { realWeight: 0.4 })).toBe('weight 0.4 → optimal');
  expect(changed('6:monitor=recall,action=stop', 'long')).toBe('monitor none → watches recall, on alarm add the first real data → stop');
  const watch = { model: 'ngram', dataset: 'names' };
  expect(changed('6:monitor=wordsAlive', 'long', watch)).toBe('monitor none → watches different names');
  expect(changed('6:monitor=wordsAlive', 'long', { ...watch, dataset: 'moby-dick' })).toBe('monitor none → watches words alive');
});

it('says how a web rises, in a sentence and beside a mark', () => {
  const web = '6:web=.98,20,4';
  expect(changed(web, 'long')).toBe('rising web off → to 98\u00a0%, half of it at generation 20, width 4');
  expect(changed(web, 'short')).toBe('web off → 98\u00a0% (20, 4)');
});

it('a caption names every cure that is on, and how it works, and none that is off', () => {
  const plain = experimentLine(of({}));
  expect(plain).not.toMatch(/detector|archive|weight|web|monitor|curation/);
  const added = (keys: Record<string, unknown>) =>
    experimentLine(of(keys))
      .slice(0, -1)
      .split('; ')
      .filter((part) => !plain.slice(0, -1).split('; ').includes(part));
  expect(added({ detector: 0.8 })).toEqual(['detector recall 0.8', 'false alarms 0.05', 'refill no']);
  expect(added({ archive: 264 })).toEqual(['archive 264', 'archive samples 64', 'archive growth 0']);
  expect(added({ curation: 'density' })).toEqual(['curation by density', 'kept fraction 0.5']);
  expect(added({ realWeight: 0.618 })).toEqual(['weight of real data 0.618']);
  expect(added({ web: '.98,20,4' })).toEqual(['rising web to 98\u00a0%, half of it at generation 20, width 4']);
  expect(added({ monitor: 'recall' })).toEqual(['monitor watches recall', 'tolerance 0.15', 'on alarm add the first real data']);
  expect(experimentLine(of({ model: 'gaussian', dataset: 'gaussian', neon: 1.25 }))).toContain('; Neon w 1.25; ');
});
