import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment';
import type { Card } from './card';
import { printCardKey, readCardKey, readSolution } from './cardLink';
import { experimentOfBase, experimentWith, hasExperiment, lockedIn, scoresOfCard } from './cardRuns';
import { costOf, isAsGood, judge } from './judge';
import { tooEasy, triesOf } from './par';
import { readCard } from './readCard';

const FOLDER = 'src/lessons/cards/files';
const THRIFT = readFileSync(`${FOLDER}/thrift.yaml`, 'utf8');

function cardOf(file: string): Card {
  const read = readCard(file);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.card;
}
const cardNamed = (id: string) => cardOf(readFileSync(`${FOLDER}/${id}.yaml`, 'utf8'));
const said = (file: string) => {
  const read = readCard(file);
  return 'problems' in read ? read.problems.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('the file of a card', () => {
  it.each(readdirSync(FOLDER))('%s is a card of its name', (name) => {
    expect(`${cardOf(readFileSync(`${FOLDER}/${name}`, 'utf8')).id}.yaml`).toBe(name);
  });

  it.each([
    ['minimise: true', 'minimise: perhaps', /^\d+: cost\.minimise = "perhaps" is not true or false/],
    ['base: dataset=ring&', 'base: dataset=rong&', /^\d+: base: dataset=rong is not known/],
    ['base: dataset=ring&', 'base: theme=dark&', /^\d+: base: theme says how the page looks/],
    ['every: [2, 30]', 'every: [2, 31]', /^\d+: goal\.holds\.every = 31 is behind the end of the run/],
    ['score: recall', 'score: recal', /^\d+: goal\.holds\.score = "recal" is not known/],
    ['key: real', 'key: replicates', /^\d+: free\[0\]\.key = "replicates" can’t be free; allowed are .*real/],
    ['real=$n', 'real=8', /^\d+: search\[0\]\.query has no \$n/],
    ['task:', 'tusk:', /tusk is not known here/],
    ['id: thrift', 'id: [', /^\d+: This is not YAML/],
  ])('with %s as %s is told with its line', (from, to, message) => {
    expect(THRIFT).toContain(from);
    const problems = said(THRIFT.replace(from, to));
    expect(problems.join('\n')).toMatch(message);
    const line = THRIFT.slice(0, THRIFT.indexOf(from)).split('\n').length;
    if (!to.includes('tusk') && !to.includes('[')) expect(problems[0]).toMatch(new RegExp(`^${line}: `));
  });

  it('never throws, whatever is left of it', () => {
    for (let at = 0; at < THRIFT.length; at += 41) expect(said(THRIFT.slice(0, at) + THRIFT.slice(at + 5))).toBeDefined();
  });
});

describe('what a card leaves free', () => {
  const thrift = cardNamed('thrift');
  const rescue = cardNamed('rescue');
  const lying = cardNamed('caught-lying');

  it('is the keys that it names, and which scores are shown', () => {
    expect(lockedIn(thrift, experimentOfBase(thrift))).toEqual([]);
    expect(lockedIn(thrift, experimentWith(thrift, 'real=12'))).toEqual([]);
    expect(lockedIn(thrift, { ...experimentOfBase(thrift), scores: [] })).toEqual([]);
  });

  it.each([
    ['seed=2', 'seed is 2; this card locks it at 1.'],
    ['replicates=1', 'replicates is 1; this card locks it at 8.'],
    ['evaluation=50', 'evaluation is 50; this card locks it at 1000.'],
    ['changes=5:real=10', 'The run has changes on its way; this card allows none.'],
  ])('is nothing else: %s', (query, words) => {
    expect(lockedIn(thrift, experimentWith(thrift, query))).toEqual([words]);
  });

  it('are changes of some keys, from some generation on', () => {
    expect(lockedIn(rescue, experimentWith(rescue, 'changes=21:real=30;30:real=5'))).toEqual([]);
    const [early] = lockedIn(rescue, experimentWith(rescue, 'changes=20:real=30'));
    expect(early).toBe('The run has changes that this card locks; it allows those of real from generation 21 on.');
    expect(lockedIn(rescue, experimentWith(rescue, 'changes=21:synthetic=500'))).toEqual([early]);
    expect(lockedIn(rescue, experimentWith(rescue, 'real=10'))).toEqual(['real is 10; this card locks it at 0.']);
  });

  it('is a range where it says so', () => {
    expect(lockedIn(lying, experimentWith(lying, 'seed=100'))).toEqual([]);
    expect(lockedIn(lying, experimentWith(lying, 'seed=101'))).toEqual(['seed is 101; this card allows 1 to 100.']);
  });
});

describe('a run is judged by its numbers', () => {
  const thrift = cardNamed('thrift');
  /** A run whose recall is this in all generations but one. */
  const runOf = (experiment: Experiment, recall: number, at = 0, other = recall) => ({
    experiment,
    noise: null,
    frames: Array.from({ length: experiment.generations }, (_, i) => ({
      generation: i + 1,
      elapsedMs: 0,
      lanes: Array.from({ length: experiment.replicates }, (_, replicate) => ({
        loop: experiment.loop[0],
        replicate: replicate + 1,
        scores: { recall: i + 1 === at ? other : recall },
      })),
    })) as never,
  });
  const experiment = experimentWith(thrift, 'real=10');

  it('the goal holds at every generation, or it does not', () => {
    expect(scoresOfCard(thrift)).toEqual(['recall']);
    expect(judge(thrift, runOf(experiment, 0.8)).goal).toEqual({ value: true });
    for (const at of [2, 17, 30]) expect(judge(thrift, runOf(experiment, 0.9, at, 0.79)).goal).toEqual({ value: false });
    expect(judge(thrift, runOf(experiment, 0.9, 1, 0.1)).goal).toEqual({ value: true });
  });

  it('half a run can’t be told', () => {
    const whole = runOf(experiment, 0.9);
    expect(judge(thrift, { ...whole, frames: (whole.frames as unknown[]).slice(0, 20) as never }).goal.value).toBeNull();
  });

  it('the cost is known before it', () => {
    expect(costOf(thrift, { experiment, frames: [], noise: null })).toEqual({ value: 64 + 29 * 10 });
    const fade = cardNamed('slow-fade');
    expect(costOf(fade, { experiment: experimentWith(fade, 'synthetic=700'), frames: [], noise: null })).toEqual({ value: 700 });
  });

  it('a guess counts as far as it may be off', () => {
    const lying = { ...cardNamed('caught-lying'), goal: thrift.goal };
    const run = runOf(experiment, 0.9);
    expect(judge(lying, run, { guess: 14, counted: 9 })).toEqual({ goal: { value: true }, cost: { value: 5 } });
    expect(judge(lying, run, { guess: 15, counted: 9 }).goal).toEqual({ value: false });
    expect(judge(lying, run).goal.value).toBeNull();
  });

  it('lower or higher is better, as the card says', () => {
    expect(isAsGood(thrift, 10, 11)).toBe(true);
    expect(isAsGood(cardNamed('beauty-contest'), 0.9, 0.95)).toBe(false);
    const par = { card: 'thrift', query: 'real=10', cost: 354, counted: null };
    expect(tooEasy(thrift, { ...par, base: { goal: true, cost: 354 } })).toMatch(/base reaches the goal/);
    expect(tooEasy(thrift, { ...par, base: { goal: true, cost: 355 } })).toBeNull();
    expect(tooEasy(thrift, { ...par, base: { goal: false, cost: 64 } })).toBeNull();
  });

  it('a search tries what the file says, in plain numbers', () => {
    expect(triesOf({ ...thrift, search: [{ query: 'bias=$n', from: 0.1, to: 0.3, step: 0.1 }] })).toEqual(['bias=0.1', 'bias=0.2', 'bias=0.3']);
  });
});

describe('the link of a solution', () => {
  it('names its card, a guess, and what it claims', () => {
    const { card, guess, claims, notes, experiment } = readSolution('v=1&dataset=ring&real=10&card=caught-lying%3A17&cost=3&goal=yes');
    expect([card, guess, [...claims], notes]).toEqual([
      'caught-lying',
      17,
      [
        ['cost', '3'],
        ['goal', 'yes'],
      ],
      [],
    ]);
    expect(experiment.real).toBe(10);
  });

  it('is read as it is printed', () => {
    for (const [id, guess] of [
      ['thrift', null],
      ['caught-lying', 9],
    ] as const)
      expect(readCardKey(printCardKey(id, guess))).toEqual({ card: id, guess });
    expect(readCardKey('caught-lying:many')).toEqual({ card: 'caught-lying', guess: null });
  });

  it('has an experiment, or none of its own', () => {
    expect(hasExperiment('card=thrift')).toBe(false);
    expect(hasExperiment('v=1&card=thrift&theme=dark')).toBe(false);
    expect(hasExperiment('card=thrift&real=3')).toBe(true);
  });
});
