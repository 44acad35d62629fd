/** What a card computes, and what of a link it leaves to whoever plays. */
import { type Change, type Experiment, KEYS, type Key } from '../../engine/experiment';
import { isViewKey, type Parsed, parseQuery, printJson } from '../../engine/experimentText';
import { readQuery } from '../../engine/query';
import { scoresBehind } from '../scoreBehind';
import { readingsIn } from '../sentences';
import type { Card } from './card';

/** Nobody wins by luck, and all compute the same. */
const LOCKED = 'v=1&backend=wasm&seed=1&replicates=8&evaluation=1000';

/** Also says what is wrong with it. */
export const readBase = (base: string): Parsed => parseQuery(`${LOCKED}&${base}`);

/** The scores that a card reads. */
export function scoresOfCard({ goal, cost }: Pick<Card, 'goal' | 'cost'>): readonly string[] {
  const { of } = cost;
  const readings = [...readingsIn(goal.holds), ...(of === 'guess' || 'setting' in of ? [] : [of])];
  return scoresBehind(readings.map(({ score }) => score));
}

/** The unchanged card: its scores stand on the stage. */
export function experimentOfBase(card: Card): Experiment {
  const scores = scoresOfCard(card);
  const { experiment } = readBase(card.base);
  return scores.length === 0 ? experiment : { ...experiment, scores };
}

/** The card with these pairs of a link behind its own. */
export function experimentWith(card: Card, query: string): Experiment {
  const { scores } = experimentOfBase(card);
  return { ...readBase(`${card.base}&${query}`).experiment, scores };
}

/** Whether a query has keys of an experiment, beside the version, which every link has. */
export const hasExperiment = (query: string): boolean => readQuery(query).some(([name]) => !isViewKey(name) && name !== 'v');

/** Which scores are shown changes nothing of what is computed. */
const NO_MATTER: readonly Key[] = ['scores'];

const isAllowed = ({ changes }: Card, { generation, settings }: Change, last: number): boolean =>
  changes !== undefined && generation >= changes.from && generation <= last && Object.keys(settings).every((key) => changes.keys.includes(key));

/** What an experiment changes that the card locks, in sentences; none where it may be judged. */
export function lockedIn(card: Card, experiment: Experiment): readonly string[] {
  const [own, given] = [printJson(experimentOfBase(card)), printJson(experiment)];
  const changed = KEYS.filter((key) => !NO_MATTER.includes(key) && own[key] !== given[key]);
  return changed.flatMap((key) => {
    if (key === 'changes') return experiment.changes.every((change) => isAllowed(card, change, experiment.generations)) ? [] : changesWords(card);
    const free = card.free?.find((one) => one.key === key);
    if (!free) return `${key} is ${given[key] === '' ? 'empty' : given[key]}; this card locks it at ${own[key] === '' ? 'nothing' : own[key]}.`;
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = free;
    const value = Number(given[key]);
    return value < least || value > most ? `${key} is ${given[key]}; this card allows ${least} to ${most}.` : [];
  });
}

function changesWords({ changes }: Card): string {
  if (!changes) return 'The run has changes on its way; this card allows none.';
  return `The run has changes that this card locks; it allows those of ${changes.keys.join(', ')} from generation ${changes.from} on.`;
}
