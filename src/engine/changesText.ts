import { type Change, LIVE_KEYS, SCHEMA, type Settings } from './experiment';
import { allowedBriefly, keyNamed, optionNamed, type Place, readNumber, specOf } from './keyText';
import { withHyphens } from './names';
import { type AddNote, briefly } from './notes';
import { readDecimal } from './numberText';
import { excerpt } from './refusal';

/** A comma between assignments; one inside a value, as in bias=0,5 or web=.98,20,4, has no name behind it. */
const NEXT_ASSIGNMENT = /,(?!\s*[-+.\d][-+.\de]*\s*(?:,|$))/i;

/** The key `changes`, GEN:key=value,key=value;GEN:… */
export function readChanges(text: string, place: Place, note: AddNote): Change[] {
  const byGeneration = new Map<number, Partial<Settings>>();
  for (const part of withHyphens(text)
    .split(';')
    .filter((piece) => piece.trim() !== '')) {
    const [head, tail = ''] = splitOnce(part, ':');
    const generation = readDecimal(head);
    if (!Number.isInteger(generation) || generation < 1 || generation > SCHEMA.generations.max) {
      note('changes', part, `changes: “${excerpt(part)}” does not start with a generation from 1 to ${SCHEMA.generations.max}.`, 'It was left out.');
      continue;
    }
    const settings: Partial<Settings> = {};
    for (const assignment of tail.split(NEXT_ASSIGNMENT)) Object.assign(settings, readAssignment(assignment, generation, place, note));
    if (Object.keys(settings).length > 0) byGeneration.set(generation, { ...byGeneration.get(generation), ...settings });
  }
  return [...byGeneration].sort(([a], [b]) => a - b).map(([generation, settings]) => ({ generation, settings }));
}

function readAssignment(assignment: string, generation: number, place: Place, note: AddNote): Partial<Settings> {
  const [name, value = ''] = splitOnce(assignment, '=');
  const key = keyNamed(name);
  if (!key || !LIVE_KEYS.includes(key as keyof Settings)) {
    const live = place === 'page' ? briefly(LIVE_KEYS.join(', ')) : LIVE_KEYS.join(', ');
    note('changes', assignment, `changes: “${excerpt(name)}” can't be changed during a run. Live keys: ${live}.`, 'It was left out.');
    return {};
  }
  const spec = specOf(key);
  const choice = spec.type === 'choice' ? optionNamed(spec, value) : undefined;
  const number = spec.type === 'text' ? spec.read(value) : readNumber(key, value, place);
  const taken = choice ?? number?.value;
  if (taken === undefined || (number && !number.exact)) {
    const outcome = taken === undefined ? 'It was left out.' : `${taken} was taken.`;
    note('changes', assignment, `changes: ${key}=${excerpt(value)} at generation ${generation} is not ${allowedBriefly(key, place)}.`, outcome);
  }
  return taken === undefined ? {} : { [key]: taken };
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

export function printChanges(changes: readonly Change[]): string {
  return changes
    .map(
      ({ generation, settings }) =>
        `${generation}:${Object.entries(settings)
          .map(([key, value]) => `${key}=${value}`)
          .join(',')}`,
    )
    .join(';');
}
