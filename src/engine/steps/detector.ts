import type { Stage, Step, TrainingSet } from '../contracts';
import { isMade, rowsOf, rowsWhere, union } from '../trainingSet';
import { ABOUT, type DETECTOR_KEYS } from './detector.about';
import { leastSamples } from './least';

type Own = Stage<typeof DETECTOR_KEYS>;

/** Candidates for each sample that is wanted: a detector that removes everything would look for ever. */
const MOST_CANDIDATES = 200;

/** Removes synthetic samples with probability r and real ones with probability f: it sees samples, not where they come from. */
export const detector: Step<typeof DETECTOR_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.detector > 0,
  async act(added, stage) {
    const left = stage.recipe.refills ? await refilled(added, stage) : thinned(added, stage);
    const missing = stage.least - stage.others - stage.recipe.archived - left.samples.count;
    if (missing <= 0) return left;
    const samples = missing === 1 ? 'sample was' : 'samples were';
    stage.tell({ remark: `The detector removed nearly everything: ${missing} ${samples} added by the model, unseen.` });
    return union(left, await stage.moreMade(missing));
  },
  law(recipe, settings) {
    if (recipe.kept > 0) return null;
    const { detector: made, falseAlarms: real } = settings;
    return { ...recipe, sieve: { made, real, refills: recipe.refills, least: leastSamples(settings) } };
  },
};

/** What passes; nothing takes the places of what does not. A passage passes or goes as a whole. */
function thinned(added: TrainingSet, { settings: { detector: r, falseAlarms: f }, passage, rng, tell }: Own): TrainingSet {
  const rows: number[] = [];
  let removedSynthetic = 0;
  for (let first = 0, end = 0; first < added.samples.count; first = end) {
    const made = isMade(added, first);
    while (end < added.samples.count && end < first + passage && isMade(added, end) === made) end++;
    if (rng.uniform() >= (made ? r : f)) for (let row = first; row < end; row++) rows.push(row);
    else if (made) removedSynthetic += end - first;
  }
  tell({ removedSynthetic, removedReal: added.samples.count - rows.length - removedSynthetic });
  return rowsOf(added, rows);
}

/**
 * Candidates, each of them real with the probability n_r/n, come until n have passed. A detector sees nothing that tells two samples of one origin apart, so
 * it is enough to count: the samples that pass are as good as any others of theirs. Passages pass or go as a whole.
 */
async function refilled(
  added: TrainingSet,
  { settings: { detector: r, falseAlarms: f }, passage, rng, tell, moreReal, moreMade }: Own,
): Promise<TrainingSet> {
  const real = rowsWhere(added, (origin) => origin !== 'synthetic');
  const made = rowsWhere(added, (origin) => origin === 'synthetic');
  const wanted = added.samples.count;
  const passed = { real: 0, made: 0 };
  const removed = { real: 0, made: 0 };
  for (let seen = 0; passed.real + passed.made < wanted && seen < MOST_CANDIDATES * wanted; ) {
    const origin = rng.uniform() * wanted < real.length ? 'real' : 'made';
    const size = Math.min(passage, wanted - passed.real - passed.made);
    seen += size;
    if (rng.uniform() < (origin === 'real' ? f : r)) removed[origin] += size;
    else passed[origin] += size;
  }
  tell({ removedReal: removed.real, removedSynthetic: removed.made });
  const more = { real: passed.real - real.length, made: passed.made - made.length };
  return union(
    rowsOf(added, [...real.slice(0, passed.real), ...made.slice(0, passed.made)]),
    ...(more.real > 0 ? [await moreReal(more.real)] : []),
    ...(more.made > 0 ? [await moreMade(more.made)] : []),
  );
}
