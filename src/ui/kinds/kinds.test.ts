import { expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import { parseExperiment } from '../../engine/experimentText';
import { viewOf } from '.';
import { encodeShown, noSamples } from './files';

it.each(catalogue.kinds.map(({ id, model }) => [id, model]))('the kind %s has a view, and a place in files', (id, model) => {
  const { experiment } = parseExperiment({ model });
  expect(viewOf(experiment).id).toBe(id);
  expect(encodeShown(noSamples(experiment))).toMatchObject({ kind: id, count: 0 });
});
