import type { Chosen } from '../../engine/descriptions';
import { type Change, type Experiment, KEYS, type Key, type LiveKey, SCHEMA, type Settings } from '../../engine/experiment';
import type { KeySpec } from '../../engine/keys/key';
import { settingsAt } from '../../engine/settings';
import { scheduleOf } from '../../engine/steps/schedule';
import { percent } from '../../format';
import { monitored } from './monitored';

/** In a sentence, or where there is little room. */
type Length = 'long' | 'short';

/** "to 98 %, half of it at generation 20, width 4" */
function webText(web: string, length: Length): string {
  const schedule = scheduleOf(web);
  if (!schedule) return 'off';
  const { max, middle, width } = schedule;
  return length === 'long' ? `to ${percent(max)}, half of it at generation ${middle}, width ${width}` : `${percent(max)} (${middle}, ${width})`;
}

/** Without what a colon explains to whoever chooses. */
function choiceText(name: string): string {
  const [words] = name.split(':');
  return `${words[0].toLowerCase()}${words.slice(1)}`;
}

export function valueText(key: Key, value: unknown, length: Length, experiment: Chosen): string {
  const spec: KeySpec = SCHEMA[key];
  if (key === 'monitor' && value === 'wordsAlive') return `watches ${monitored(value, experiment).name}`;
  if (key === 'web') return webText(String(value), length);
  if ('options' in spec) return choiceText(spec.options.find(({ id }) => id === value)?.name ?? String(value));
  return typeof value === 'number' ? String(Number(value.toFixed(3))) : String(value);
}

/** Keys that act on what a loop trains on and that no run takes on its way, with their names in a sentence. */
const STANDING: Readonly<Partial<Record<Key, string>>> = { archive: 'archive', neon: 'Neon w' };

/**
 * "detector recall 0.8", "false alarms 0.05": what the words around don't name and what is off its default, or says how another one that is on
 * works, so that nothing is left out in silence.
 */
export function otherSettings(experiment: Experiment, named: readonly LiveKey[]): string[] {
  return KEYS.filter((key) => !(named as readonly Key[]).includes(key)).flatMap((key) => {
    const spec: KeySpec = SCHEMA[key];
    const name = spec.live ? spec.live.long : STANDING[key];
    if (name === undefined || spec.type === 'changes' || !spec.applies(experiment)) return [];
    return spec.waits || experiment[key] !== spec.fallback(experiment) ? [`${name} ${valueText(key, experiment[key], 'long', experiment)}`] : [];
  });
}

/** "fresh real samples 64 → 300, λ 1 → 0.8": what a change of the run changes; where it comes back to what was, by which value it went (`by`). */
export function changeWords(experiment: Experiment, change: Change, length: Length, by: Partial<Settings> = {}): string {
  const before = settingsAt(experiment, change.generation - 1);
  return (Object.keys(change.settings) as LiveKey[])
    .map((key) => {
      const [was, is] = [before[key], change.settings[key] ?? before[key]];
      const way = was === is ? [was, by[key] ?? was, is] : [was, is];
      return `${SCHEMA[key].live[length]} ${way.map((value) => valueText(key, value, length, experiment)).join(' → ')}`;
    })
    .join(', ');
}
