import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, resolveImport } from '../../scripts/architecture';
import { printQuery } from '../engine/experimentText';
import { experimentWith } from '../lessons/cards/cardRuns';
import { experimentOfPar, tooEasy } from '../lessons/cards/par';
import type { RunSeen } from '../lessons/runSeen';
import { decide } from './card';
import { cardSources, readCards, readPars, whyParStale } from './cardFiles';
import { judgeQuery } from './cardsPar';
import { computeRun } from './lessonRun';

const cards = readCards();
const pars = readPars();

/** Cards whose par and base take some seconds of one core together. */
const CHEAP = ['beauty-contest', 'worth-of-a-fake'];

it('no par is of a card that there is not', () => {
  const ids = cards.map(({ card }) => card.id);
  expect([...pars.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(cards)('par of $path', (file) => {
  const { card } = file;
  const par = pars.get(card.id);

  it('is of the card and the engine as they are now', () => {
    expect(whyParStale(file, par)).toBeNull();
  });

  it('is there, and better than the unchanged card', () => {
    expect(par && tooEasy(card, par)).toBeNull();
  });

  it.runIf(CHEAP.includes(card.id))('comes out again, and so does the base', async () => {
    const again = par && (await judgeQuery(card, par.query, par.counted, computeRun));
    expect(again).toEqual({ goal: { value: true }, cost: { value: par?.cost } });
    const { goal, cost } = await judgeQuery(card, '', par?.counted ?? null, computeRun);
    expect({ goal: goal.value, cost: cost.value }).toEqual(par?.base);
  });
});

describe('a solution', () => {
  const { card } = cards.find((file) => file.card.id === 'beauty-contest') as (typeof cards)[number];
  const par = pars.get(card.id) ?? null;
  const solution = par ? `https://lab.example/?${printQuery(experimentOfPar(card, par))}&card=${card.id}` : '';
  const never = (): Promise<RunSeen> => Promise.reject(new Error('nothing had to run'));

  it('at par is accepted, with a claim that is so', async () => {
    const { accepted, says } = await decide(card, `${solution}&cost=${par?.cost}`, par);
    expect([accepted, says]).toEqual([true, expect.stringContaining('which it reaches')]);
  });

  it('with a forged claim is not', async () => {
    const { accepted, says } = await decide(card, `${solution}&cost=0.999&goal=yes`, par);
    expect([accepted, says]).toEqual([false, expect.stringMatching(/^The link claims a cost of 0\.999; it is 0\.\d+\.$/)]);
  });

  it('that misses the goal is not, whatever it claims', async () => {
    const link = `?${printQuery(experimentWith(card, 'bias=1'))}&card=${card.id}&goal=yes`;
    const { accepted, says } = await decide(card, link, par);
    expect([accepted, says]).toEqual([false, expect.stringContaining('The goal is not reached')]);
  });

  it('that changes a locked setting is not, before anything runs', async () => {
    const link = `${solution}&seed=7`;
    expect(await decide(card, link, par, never)).toEqual({ accepted: false, says: 'seed is 7; this card locks it at 1.' });
  });

  it.each([
    ['a key that there is not', '&temperature=1', 'temperature'],
    ['another version', '&v=2', 'v'],
    ['a value that is not allowed', '&bias=lots', 'bias'],
    ['another card', '&card=thrift', 'of the card “thrift”'],
  ])('with %s can’t be judged', async (_, more, words) => {
    await expect(decide(card, solution + more, par, never)).rejects.toThrow(words);
  });
});

it('all that numbers of cards come from is under their hash', () => {
  const files = new Set(cardSources());
  const reached = new Set(['src/headless/lessonRun.ts', 'src/headless/engineThread.ts', 'src/lessons/cards/par.ts', 'src/lessons/cards/judge.ts']);
  // a set is walked on to what is put in on the way
  for (const path of reached) {
    if (!path.endsWith('.ts')) continue;
    for (const { specifier, type } of importsOf(path, readFileSync(path, 'utf8'))) {
      const target = type ? null : resolveImport(path, specifier);
      if (target) reached.add(target);
    }
  }
  expect(reached.size).toBeGreaterThan(30);
  expect([...reached].filter((path) => !files.has(path))).toEqual([]);
});
