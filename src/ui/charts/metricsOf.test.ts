import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { metricsOf, rankedOf } from './metricsOf';

const experimentOf = (query: string) => parseExperiment(Object.fromEntries(new URLSearchParams(query))).experiment;
const idsOf = (query: string) => metricsOf(experimentOf(query)).map(({ id }) => id);
const shownOf = (query: string) => rankedOf(metricsOf(experimentOf(query))).map(({ id }) => id);

it('shows what cures do without asking, where one is on, behind what is shown anyway', () => {
  expect(shownOf('')).toEqual(['recall', 'modesAlive', 'precision', 'frechetDistance']);
  expect(shownOf('changes=5:detector=0.5')).toEqual([...shownOf(''), 'shareBias', 'effectiveRealWeight']);
  expect(shownOf('dataset=moons&detector=0.5')).toEqual(['recall', 'precision', 'frechetDistance', 'effectiveRealWeight']);
  expect(shownOf('dataset=digits&detector=0.5')).toEqual([...shownOf('dataset=digits'), 'shareBias', 'effectiveRealWeight']);
  expect(shownOf('dataset=digits&curation=confidence')).toEqual([...shownOf('dataset=digits'), 'shareBias', 'effectiveRealWeight', 'confidence']);
});

it('knows scores of cures only where one is on, or where they are named', () => {
  expect(idsOf('dataset=digits')).not.toContain('confidence');
  expect(idsOf('dataset=digits&detector=0.5')).toContain('confidence');
  expect(idsOf('dataset=digits&scores=confidence')).toContain('confidence');
  expect(idsOf('scores=effectiveRealWeight')).toContain('effectiveRealWeight');
  expect(idsOf('detector=0.5')).not.toContain('confidence');
});

it('shows what tells of a stain where there are any, and knows nothing of it elsewhere', () => {
  expect(shownOf('dataset=stained-digits')).toEqual([...shownOf('dataset=digits'), 'stainShare', 'stainInk']);
  expect(idsOf('dataset=digits&scores=stainShare')).not.toContain('stainShare');
  expect(idsOf('scores=stainInk')).not.toContain('stainInk');
});

it('gives the same objects again', () => {
  for (const [i, metric] of metricsOf(experimentOf('detector=0.5')).entries()) expect(metricsOf(experimentOf('detector=0.9'))[i]).toBe(metric);
});
