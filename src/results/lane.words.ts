import type { LanePath } from './lane';

/** What each is: for the table of docs/files.md, and beside what is exported. */
export const LANE_WORDS: Readonly<Record<LanePath, string>> = {
  loop: 'the loop, by its id',
  replicate: 'which of the independent repetitions, from 1',
  trainingSize: 'samples that the model of this generation was fitted to',
  scores: 'scores of samples of the model against held-out real ones, by id',
  undefined: 'why a score, or a value of `truth` or `fit`, is null, by its id',
  truth: 'exact values of the fitted model against the known truth, by id',
  'theory.theory': 'what theory expects of this generation, the same for every replicate, by id',
  'theory.undefined': 'why a value of theory is null, by its id',
  'theory.kind': 'what kind of law theory is: `limit` of infinitely many samples, or `approximate`; absent where it is exact',
  'fit.iterations': 'iterations, or steps, of the fit',
  'fit.objective': 'what the fit maximises or minimises, at its end',
  'fit.converged': 'whether the fit ended by itself',
  'fit.floorReached': 'whether the covariance floor holds a component up',
  'hygiene.removedReal': 'real samples that a step kept out of the training set without knowing what they are',
  'hygiene.removedSynthetic': 'synthetic samples that a step kept out of the training set',
  'hygiene.realShare': 'share of real samples in the training set, by their number',
  'hygiene.effectiveRealWeight': 'the same by their weight in the fit',
  'hygiene.alarm': 'whether the monitor found the model worse than it tolerates',
  'hygiene.action': 'what came of the alarm',
  'hygiene.storeSize': 'real samples in the archive',
  'hygiene.remark': 'what went otherwise than the settings say; absent where nothing did',
  shares: 'share of the samples in each mode or class, and which of them are alive; null where the data have none',
  shown: 'samples for the eye, of replicate 1, as their kind holds them; of a long run some generations keep theirs',
};
