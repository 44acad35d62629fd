import { excerpt, Refusal } from '../engine/refusal';
import type { Card } from '../lessons/cards/card';
import { experimentOfBase, experimentWith, scoresOfCard } from '../lessons/cards/cardRuns';
import { costOf, isAsGood, type Judged, judge } from '../lessons/cards/judge';
import { baseOf, type Par, tooEasy, triesOf } from '../lessons/cards/par';
import { plainNumber } from '../lessons/cards/plainNumber';
import { readFlags } from './arguments';
import { cardEngineHash, readCards, readPars, writePar } from './cardFiles';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { type Crew, createCrew } from './crew';
import type { Compute } from './lessonNumbers';
import { computeRun } from './lessonRun';
import { readWorkers } from './workers';

const HELP = `Finds par of the challenge cards, and writes it beside them. What was found before is computed again; where it still is a solution of
the same cost it stays, otherwise par is searched for as the card's file says.

  npm run --silent cards:par -- [--card thrift] [--workers all] [--force]

--card: one of them, or several with commas between; all unless it is given. --workers: threads, a number or "all" cores, which is the default.
--force searches anyway. A card without a solution, or whose unchanged base is as good as par, is told, and the exit code is 1.`;

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** In how many seeds the base reaches the goal, whatever is guessed. */
async function countSeeds(card: Card, compute: Compute): Promise<number | null> {
  if (!card.guess) return null;
  let count = 0;
  for (const seed of seeds(card.guess.seeds)) {
    const run = await compute({ ...experimentOfBase(card), seed }, scoresOfCard(card));
    if (judge({ ...card, guess: undefined }, run).goal.value === true) count++;
  }
  return count;
}

/** Cheapest first, where that is known before anything runs. */
function inOrder(card: Card): { readonly tries: readonly string[]; readonly isSorted: boolean } {
  const tries = triesOf(card).map((query) => {
    const experiment = experimentWith(card, query);
    return { query, cost: costOf(card, { experiment, frames: [], noise: null }).value };
  });
  const isSorted = tries.every(({ cost }) => cost !== null);
  if (isSorted) tries.sort((a, b) => (isAsGood(card, a.cost ?? 0, b.cost ?? 0) ? -1 : 1));
  return { tries: tries.map(({ query }) => query), isSorted };
}

/** @param counted stands for a guess that hits */
export async function judgeQuery(card: Card, query: string, counted: number | null, compute: Compute): Promise<Judged> {
  return judge(card, await compute(experimentWith(card, query), scoresOfCard(card)), { guess: counted, counted });
}

async function search(card: Card, counted: number | null, compute: Compute): Promise<Pick<Par, 'query' | 'cost'> | null> {
  const { tries, isSorted } = inOrder(card);
  let best: Pick<Par, 'query' | 'cost'> | null = null;
  for (const query of tries) {
    const { goal, cost } = await judgeQuery(card, query, counted, compute);
    if (process.stderr.isTTY) process.stderr.write(`  ${query}: ${goal.value}, ${cost.value}\n`);
    if (goal.value !== true || cost.value === null || (best && isAsGood(card, best.cost, cost.value))) continue;
    best = { query, cost: cost.value };
    if (isSorted || card.cost.of === 'guess') break;
  }
  return best;
}

/** The par of a card; null where there is no solution among what its search tries. */
export async function parOf(card: Card, before: Par | undefined, compute: Compute): Promise<Par | null> {
  const counted = await countSeeds(card, compute);
  const base = baseOf(judge(card, await compute(experimentOfBase(card), scoresOfCard(card)), { guess: counted, counted }));
  if (before) {
    const { goal, cost } = await judgeQuery(card, before.query, counted, compute);
    if (goal.value === true && cost.value === before.cost) return { card: card.id, query: before.query, cost: before.cost, base, counted };
  }
  const found = await search(card, counted, compute);
  return found && { card: card.id, ...found, base, counted };
}

async function main(args: readonly string[]): Promise<void> {
  const { help, card: named, force, workers = 'all', ...others } = readFlags(args);
  if (help !== undefined) return writeWhole(STANDARD_OUTPUT, `${HELP}\n`);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(`There is no flag --${excerpt(other)}; cards:par takes --card, --workers and --force`);
  const all = readCards();
  const files = (named?.split(',') ?? all.map(({ card }) => card.id)).map((id) => {
    const file = all.find(({ card }) => card.id === id);
    if (!file) throw new Refusal(`There is no card “${excerpt(id)}”. Cards: ${all.map(({ card }) => card.id).join(', ')}.`);
    return file;
  });
  // from before they run: whoever changes something meanwhile has to run it again
  const engine = cardEngineHash();
  const known = readPars();
  const crew: Crew = createCrew(readWorkers(workers));
  const compute: Compute = (experiment, scores) => computeRun(experiment, scores, crew);
  try {
    for (const file of files) {
      const { card } = file;
      const par = await parOf(card, force === undefined ? known.get(card.id) : undefined, compute);
      if (par) writePar(par, file, engine);
      const fault = par ? tooEasy(card, par) : `${card.id}: no solution is among what its search tries`;
      const found = par ? `par ${plainNumber(par.cost)} ${card.cost.says}, with ${par.query}` : 'no par';
      writeWhole(STANDARD_OUTPUT, `${card.id}: ${found}\n${fault === null ? '' : `  ${fault}\n`}`);
      if (fault !== null) process.exitCode = 1;
    }
  } finally {
    crew.end();
  }
}

if (isStarted(import.meta.url)) await runCommand(main);
