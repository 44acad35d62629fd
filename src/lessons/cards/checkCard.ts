/** What is wrong with a card that its schema can't say. */

import { KEYS, type Key, LIVE_KEYS } from '../../engine/experiment';
import { isViewKey } from '../../engine/experimentText';
import { keyNamed, specOf } from '../../engine/keyText';
import { readQuery } from '../../engine/query';
import { describe } from '../../engine/refusal';
import type { Fault, Path } from '../fault';
import { faultsInRun } from '../rules/readings';
import { inCheck } from '../rules/spoken';
import type { Card } from './card';
import { experimentOfBase, readBase } from './cardRuns';

/** Numbers that are no matter of skill. */
const NEVER_FREE: readonly Key[] = ['v', 'replicates', 'evaluation', 'generations'];

export function faultsOfCard(card: Card): readonly Fault[] {
  return [...ofBase(card), ...ofFree(card), ...ofChanges(card), ...ofGoal(card), ...ofCost(card), ...ofGuess(card), ...ofSearch(card)];
}

function ofBase({ base }: Card): Fault[] {
  const path = ['base'];
  const view = readQuery(base).filter(([name]) => isViewKey(name) || keyNamed(name) === 'scores');
  const { notes } = readBase(base);
  return [
    ...view.map(([name]) => ({ path, message: `: ${name} says how the page looks and not what runs; leave it out` })),
    ...notes.map(({ problem }) => ({ path, message: `: ${problem}` })),
  ];
}

const keyFault = (name: string, path: Path, allowed: readonly string[]): Fault[] =>
  allowed.includes(name) ? [] : [{ path, message: `= ${describe(name)} can’t be free; allowed are ${allowed.join(', ')}` }];

function ofFree(card: Card): Fault[] {
  const base = experimentOfBase(card);
  const allowed = KEYS.filter((key) => !NEVER_FREE.includes(key) && /^(integer|number)$/.test(specOf(key).type) && specOf(key).applies(base));
  if (!card.free && !card.changes) return [{ path: ['free'], message: 'is missing, and so is changes: nothing could be tried' }];
  return (card.free ?? []).flatMap(({ key, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }, at) => {
    const order: Fault[] = least > most ? [{ path: ['free', at, 'most'], message: `= ${most} is below least` }] : [];
    return [...keyFault(key, ['free', at, 'key'], allowed), ...order];
  });
}

function ofChanges(card: Card): Fault[] {
  if (!card.changes) return [];
  const { generations } = experimentOfBase(card);
  const { from, keys } = card.changes;
  const late: Fault[] = from > generations ? [{ path: ['changes', 'from'], message: `= ${from} never comes; the run ends at ${generations}` }] : [];
  return [...late, ...keys.flatMap((key, at) => keyFault(key, ['changes', 'keys', at], LIVE_KEYS))];
}

function ofGoal(card: Card): Fault[] {
  const experiment = experimentOfBase(card);
  return inCheck(card.goal.holds, ['goal', 'holds'], { step: null }).flatMap((spoken) => {
    const { comparison, reading, fault } = spoken;
    const faults = faultsInRun(spoken, { experiment });
    if (reading.run !== undefined) faults.push(fault('run', 'is not for cards, which have one run; leave it out'));
    if (!comparison) return faults;
    const { op, within, value, ref } = comparison;
    if ((op === undefined) === (within === undefined)) faults.push(fault('op', 'or else within has to say how it is compared: one of the two'));
    if ((value === undefined) === (ref === undefined)) faults.push(fault('value', 'or else ref has to say with what it is compared: one of the two'));
    if (typeof ref === 'string' && ref.startsWith('prediction.')) faults.push(fault('ref', `= ${describe(ref)}, but nothing is predicted on a card`));
    return faults;
  });
}

function ofCost(card: Card): Fault[] {
  const { of } = card.cost;
  const path = ['cost', 'of'];
  if (of === 'guess') return card.guess ? [] : [{ path, message: '= "guess", but the card asks for none; add guess' }];
  if ('setting' in of) {
    const free = (card.free ?? []).map(({ key }) => key);
    return free.includes(of.setting)
      ? []
      : [{ path: [...path, 'setting'], message: `= ${describe(of.setting)} is not free; free are ${free.join(', ')}` }];
  }
  const fault = (field: string, message: string): Fault => ({ path: field === '' ? path : [...path, field], message });
  return faultsInRun({ reading: of, step: null, fault }, { experiment: experimentOfBase(card) });
}

function ofGuess(card: Card): Fault[] {
  if (!card.guess) return [];
  const isFree = card.free?.some(({ key }) => key === 'seed') === true;
  return isFree ? [] : [{ path: ['guess'], message: 'is of seeds, so seed has to be free' }];
}

const ofSearch = ({ search }: Card): Fault[] =>
  search.flatMap(({ query, from, to, step }, at): Fault[] => {
    const path = ['search', at];
    if (!query.includes('$n')) return [{ path: [...path, 'query'], message: 'has no $n, so there is one thing to try; write real=$n' }];
    return step > 0 && to >= from ? [] : [{ path, message: 'leads nowhere; step is above 0, and to is not below from' }];
  });
