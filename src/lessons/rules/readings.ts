/** Every number that a lesson speaks of is one that a run has by then. */
import { describe } from '../../engine/refusal';
import type { Fault } from '../fault';
import type { Comparison, Lesson } from '../lesson';
import { isOfWholeRun } from '../scoreBehind';
import type { Context, Rule } from './context';
import type { KnownRun } from './runTable';
import { isYesOrNo, REAL_USED, scoreFault } from './scores';
import { type Spoken, spokenIn } from './spoken';

export const readings: Rule = (context) => {
  const { spoken, faults } = spokenIn(context.lesson);
  return [...faults, ...spoken.flatMap((one) => faultsOf(one, context))];
};

function faultsOf(spoken: Spoken, context: Context): Fault[] {
  const { comparison, isEarly, step, fault } = spoken;
  const compared = comparison ? faultsOfComparison(spoken, comparison, context) : [];
  const found = runOf(spoken, context);
  if (typeof found === 'string') return [...compared, fault('run', found)];
  const early =
    isEarly && found.step === step
      ? [fault('run', 'is of the step itself, whose numbers nobody sees before predicting; take an earlier one: of step')]
      : [];
  return [...compared, ...early, ...faultsInRun(spoken, found)];
}

/** The run of a reading, or what is wrong with its name. */
function runOf({ reading, step }: Spoken, { lesson: { steps }, table: { runs }, ways }: Context): KnownRun | string {
  const names = runs.map(({ name }) => name);
  if (reading.run === undefined) {
    const meant = runsMeant(step, runs);
    if (meant.length === 0) return `is missing, and there is none before; runs are ${names.join(', ') || 'none'}`;
    if (meant.length > 1) return `is missing; it has to be one of ${meant.map(({ name }) => name).join(', ')}`;
    return reachable(meant[0]) ? meant[0] : `is missing; ${meant[0].name}, the nearest above, leads nowhere here, so name one that does`;
  }
  const run = runs.find(({ name }) => name === reading.run);
  if (!run) {
    const several = runs.filter((one) => steps[one.step].id === reading.run);
    if (several.length > 0) return `= ${describe(reading.run)} is a step of several runs; write ${several.map(({ name }) => name).join(', or ')}`;
    return `= ${describe(reading.run)} is no run; runs are ${names.join(', ') || 'none'}`;
  }
  return reachable(run) ? run : `= ${describe(reading.run)} does not run before this step; take one that does`;

  function reachable(one: KnownRun): boolean {
    return step === null || one.step === step || ways.before[step].has(one.step);
  }
}

/** Where none is named: the step's own, or those of the nearest step above; outside of all steps, all that there are. */
function runsMeant(step: number | null, runs: readonly KnownRun[]): readonly KnownRun[] {
  if (step === null) return runs;
  const nearest = Math.max(...runs.map((run) => run.step).filter((other) => other <= step));
  return runs.filter((run) => run.step === nearest);
}

/** What is wrong with a number of a run that is known. */
export function faultsInRun({ reading, comparison, isTimeless, fault }: Spoken, { experiment }: Pick<KnownRun, 'experiment'>): Fault[] {
  const { score, loop, at, stat, above } = reading;
  const { every } = comparison ?? {};
  const { generations, replicates } = experiment;
  const faults: Fault[] = [];
  const wrong = scoreFault(score, experiment);
  if (wrong !== null) faults.push(fault('score', wrong));
  const loops = experiment.loop.join(', ');
  if (loop === undefined && experiment.loop.length > 1) faults.push(fault('loop', `is missing; it has to be one of ${loops}`));
  if (loop !== undefined && !experiment.loop.includes(loop)) faults.push(fault('loop', `= ${describe(loop)} is no loop of the run; it has ${loops}`));

  if (isOfWholeRun(score) && (at !== undefined || every !== undefined))
    faults.push(fault(every ? 'every' : 'at', `is not for ${score}, which is of the whole run; leave it out`));
  if (at !== undefined && every !== undefined) faults.push(fault('every', 'stands beside at; keep one of them'));
  const needsTime = !isTimeless && !isOfWholeRun(score) && score !== REAL_USED;
  if (needsTime && at === undefined && every === undefined)
    faults.push(fault('at', `is missing; it has to be a generation from 1 to ${generations}, “last”, or two of them`));
  for (const [field, value] of [
    ['at', at],
    ['every', every],
  ] as const) {
    const latest = Array.isArray(value) ? value[1] : value;
    if (typeof latest === 'number' && latest > generations)
      faults.push(fault(field, `= ${latest} is behind the end of the run; its generations are 1 to ${generations}`));
  }

  if (stat !== undefined && stat !== 'value' && replicates === 1)
    faults.push(fault('stat', `= ${stat} is of several replicates, and the run has one; add replicates= to it`));
  const isCounted = stat === 'share' || stat === 'count';
  const counts = isCounted && !isYesOrNo(score) && score !== REAL_USED;
  if (isCounted && !isYesOrNo(score) && !(counts && above !== undefined))
    faults.push(
      fault('stat', `= ${stat} is of firstLoss, modeLost.1, … and modeAlive.1, modeAlive.2, …, and of another score above a value; add above:`),
    );
  if (above !== undefined && !counts)
    faults.push(fault('above', 'is for the share or count of the replicates whose score is above it; leave it out'));
  return faults;
}

/** Two numbers, and how they are compared. */
function faultsOfComparison({ fault, step, predicted }: Spoken, { op, within, value, ref }: Comparison, { lesson, ways }: Context): Fault[] {
  const faults: Fault[] = [];
  if ((op === undefined) === (within === undefined)) faults.push(fault('op', 'or else within has to say how it is compared: one of the two'));
  if ((value === undefined) === (ref === undefined)) faults.push(fault('value', 'or else ref has to say with what it is compared: one of the two'));
  const [, id] = typeof ref === 'string' ? (/^prediction\.(.*)$/.exec(ref) ?? []) : [];
  if (id === undefined) return faults;
  const known = predictionsBefore(lesson, step, predicted, ways.before);
  if (!known.includes(id))
    faults.push(
      fault(
        'ref',
        `= ${describe(ref)} is no number or sketch that is predicted before; ${known.length > 0 ? `there are ${known.join(', ')}` : 'there is none'}`,
      ),
    );
  return faults;
}

/** Predictions of a number, by id, that are made before a place; none outside of all steps, where nobody predicts. */
function predictionsBefore(
  { steps }: Lesson,
  step: number | null,
  predicted = Number.POSITIVE_INFINITY,
  before: readonly ReadonlySet<number>[],
): readonly string[] {
  if (step === null) return [];
  return steps.flatMap(({ predict = [] }, other) => {
    const made = other === step ? predict.slice(0, predicted) : before[step].has(other) ? predict : [];
    return made.filter(({ type }) => type === 'number' || type === 'sketch').map(({ id }) => id);
  });
}
