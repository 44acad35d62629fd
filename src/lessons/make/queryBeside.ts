/** An experiment as the query of a run, behind the base that all runs of its lesson begin with. */
import { type Experiment, KEYS, type Key } from '../../engine/experiment';
import { isSameExperiment, isViewKey, parseQuery, printQuery } from '../../engine/experimentText';
import { keyNamed, specOf } from '../../engine/keyText';
import { type Pair, printPairs, readQuery } from '../../engine/query';

/** Stands in a base for the number of a desk; here for any seed. */
const DESK = /(^|&)seed=DESK(?=&|$)/i;

const pairsOf = (query: string): readonly Pair[] => readQuery(query).filter(([name]) => !isViewKey(name) && keyNamed(name) !== 'v');

/** The value of a key as a link has it where it is the default, which a link leaves out. */
function defaultOf(key: Key, experiment: Experiment): string {
  const value = experiment[key];
  if (key === 'changes') return '';
  if (key === 'scores') return experiment.scores.length === 0 ? 'none' : 'all';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/**
 * What stands behind a base so that the two compute an experiment; never empty, for a run says something. Null where no link holds it: a text of
 * the reader's own, or more points than fit.
 */
export function queryBeside(base: string, experiment: Experiment): string | null {
  const ofBase = new Map(pairsOf(base.replace(DESK, '$1seed=1')).map(([name, value]) => [keyNamed(name), value]));
  const own = new Map(pairsOf(printQuery(experiment)).map(([name, value]) => [keyNamed(name), value]));
  const pairs = KEYS.flatMap((key): Pair[] => {
    if (key === 'v' || specOf(key).isPrivate) return [];
    const value = own.get(key);
    if (value !== undefined) return ofBase.get(key) === value ? [] : [[key, value]];
    return ofBase.has(key) && ofBase.get(key) !== defaultOf(key, experiment) ? [[key, defaultOf(key, experiment)]] : [];
  });
  const query = printPairs(pairs.length > 0 ? pairs : [['generations', String(experiment.generations)]]);
  const read = parseQuery(`${base.replace(DESK, '$1seed=1')}&${query}`);
  return isSameExperiment(read.experiment, experiment) && read.notes.length === 0 ? query : null;
}

/** The base of a lesson whose first run is an experiment: what its other runs most likely share with it. */
export function baseOf(experiment: Experiment): string {
  const SHARED: readonly Key[] = ['model', 'dataset', 'backend', 'initialReal', 'seed', 'evaluation'];
  const own = pairsOf(printQuery(experiment)).filter(([name]) => SHARED.includes(keyNamed(name) as Key));
  const seed: Pair[] = own.some(([name]) => keyNamed(name) === 'seed') ? [] : [['seed', String(experiment.seed)]];
  return printPairs([...own, ...seed]);
}
