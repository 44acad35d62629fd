import { type Experiment, KEYS, type Key, SCHEMA } from '../../engine/experiment';
import { listed } from '../../format';
import { quietName } from '../text/loopNames';
import { turnsOf } from '../text/turns';

interface Difference {
  readonly key: Key;
  readonly label: string;
  readonly here: string;
  readonly there: string;
}

const nameIn = (entries: readonly { readonly id: string; readonly name: string }[], id: string) =>
  entries.find((entry) => entry.id === id)?.name ?? id;

function wordsOf(experiment: Experiment, key: Key): string {
  const spec = SCHEMA[key];
  const value = experiment[key];
  if (key === 'changes') {
    const turns = turnsOf(experiment);
    return turns.length === 0 ? 'none' : turns.map(({ long }) => long).join('; ');
  }
  if (key === 'loop') return listed(experiment.loop.map(quietName));
  if ('options' in spec && typeof value === 'string') return nameIn(spec.options, value).toLowerCase();
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: key !== 'seed' });
  return Array.isArray(value) ? `${value.length} chosen` : String(value);
}

/** Keys that change no number. */
const WITHOUT_EFFECT: readonly Key[] = ['v', 'backend', 'scores', 'generations'];

/** What two experiments differ in, as far as it changes any number; keys that mean nothing in either are left out. */
function differencesOf(here: Experiment, there: Experiment): Difference[] {
  const isSame = (key: Key) => JSON.stringify(here[key]) === JSON.stringify(there[key]);
  return KEYS.filter((key) => !WITHOUT_EFFECT.includes(key) && !isSame(key) && (SCHEMA[key].applies(here) || SCHEMA[key].applies(there))).map(
    (key) => ({
      key,
      label: SCHEMA[key].label,
      here: wordsOf(here, key),
      there: wordsOf(there, key),
    }),
  );
}

/** More than these are not told one by one. */
const MOST_TOLD = 3;

const inSentence = (label: string) => (/^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label);

/** What the reader compares, in one or two sentences. */
export function differenceWords(here: Experiment, there: Experiment): string {
  const differences = differencesOf(here, there);
  const pair = ({ label, here: present, there: kept }: Difference) => `${inSentence(label)} ${present} here, ${kept} in the kept run`;
  if (differences.length === 0) return 'This run and the kept one are the same experiment: their lines coincide. Change something here.';
  if (differences.length === 1) {
    const [only] = differences;
    if (only.key === 'seed') return `Only the seed differs: ${only.here} here, ${only.there} in the kept run. What parts them is chance.`;
    return `Only the ${inSentence(only.label)} ${only.key === 'changes' || only.key === 'loop' ? 'differ' : 'differs'}: ${only.here} here, ${only.there} in the kept run.`;
  }
  const told = differences.slice(0, MOST_TOLD).map(pair);
  const rest = differences.length - told.length;
  return `${differences.length} settings differ, so no single one explains the gap: ${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}
