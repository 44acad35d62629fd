import { queryOf } from '../engine/query';
import { excerpt, Refusal } from '../engine/refusal';
import type { Card } from '../lessons/cards/card';
import { readSolution, type Solution } from '../lessons/cards/cardLink';
import { lockedIn, scoresOfCard } from '../lessons/cards/cardRuns';
import { isAsGood, type Judged, judge } from '../lessons/cards/judge';
import type { Par } from '../lessons/cards/par';
import { plainNumber } from '../lessons/cards/plainNumber';
import { readFlags } from './arguments';
import { readCards, readPars } from './cardFiles';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { computeRun } from './lessonRun';

const HELP = `Judges a solution of a challenge card: computes its run anew, whatever its link claims.

  npm run --silent card -- --card thrift --link "https://…/?v=1&card=thrift&real=10…"

--link: a whole address, or its query. Exit code 0: it is accepted. 1: it is not, and a line says why: the goal is not reached, a setting is
changed that the card locks, or the link claims what is not so. 2: it can't be judged, as with a key that this version does not know.`;

/** What is decided, in one line, and the numbers that it rests on. */
export interface Decision {
  readonly accepted: boolean;
  readonly says: string;
}

/** @param par null where none is known */
export async function decide(card: Card, link: string, par: Par | null, compute = computeRun): Promise<Decision> {
  const solution = readSolution(/[?#]/.test(link) ? queryOf(link) : link);
  if (solution.card !== null && solution.card !== card.id)
    throw new Refusal(`The link is of the card “${excerpt(solution.card)}”, and not of “${card.id}”`);
  const [note] = solution.notes;
  if (note) throw new Refusal(note.problem);
  const [locked] = lockedIn(card, solution.experiment);
  if (locked !== undefined) return { accepted: false, says: locked };
  const run = await compute(solution.experiment, scoresOfCard(card));
  const judged = judge(card, run, { guess: solution.guess, counted: par?.counted ?? null });
  return decisionOn(card, judged, solution, par);
}

function decisionOn(card: Card, { goal, cost }: Judged, { claims }: Solution, par: Par | null): Decision {
  const costs = cost.value === null ? `its cost can’t be told: ${cost.why}` : `${plainNumber(cost.value)} ${card.cost.says}`;
  if (goal.value === null) return { accepted: false, says: `It can’t be told whether the goal is reached: ${goal.why}.` };
  if (!goal.value) return { accepted: false, says: `The goal is not reached; ${costs}.` };
  if (cost.value === null) return { accepted: false, says: `The goal is reached, but ${costs}.` };
  const claimed = claims.get('cost');
  if (claimed !== undefined && plainNumber(Number(claimed)) !== plainNumber(cost.value))
    return { accepted: false, says: `The link claims a cost of ${excerpt(claimed)}; it is ${plainNumber(cost.value)}.` };
  const beside = par === null ? '' : ` Par is ${plainNumber(par.cost)}${isAsGood(card, cost.value, par.cost) ? ', which it reaches' : ''}.`;
  return { accepted: true, says: `The goal is reached; ${costs}.${beside}` };
}

async function main(args: readonly string[]): Promise<void> {
  const { help, card: id, link, ...others } = readFlags(args);
  if (help !== undefined) return writeWhole(STANDARD_OUTPUT, `${HELP}\n`);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(`There is no flag --${excerpt(other)}; card takes --card and --link`);
  if (id === undefined || link === undefined) throw new Refusal('card needs --card id and --link "…"');
  const cards = readCards();
  const file = cards.find(({ card }) => card.id === id);
  if (!file) throw new Refusal(`There is no card “${excerpt(id)}”. Cards: ${cards.map(({ card }) => card.id).join(', ')}.`);
  const { accepted, says } = await decide(file.card, link, readPars().get(id) ?? null);
  writeWhole(STANDARD_OUTPUT, `${id}: ${says}\n`);
  if (!accepted) process.exitCode = 1;
}

if (isStarted(import.meta.url)) await runCommand(main);
