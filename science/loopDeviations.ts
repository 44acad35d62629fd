import type { Estimate } from './estimates';
import type { LoopCase, MappedRun } from './loopCases';
import type { Observed } from './loopSimulation';

/** One quantity of one generation: ours, and what it is held against. */
export interface Row {
  /** for whoever looks for the reason of a deviation */
  readonly where: string;
  readonly mine: Estimate;
  /** the references' simulation; null in settings that they don't have */
  readonly reference: Estimate | null;
  /** the references' closed form, where there is one */
  readonly closedForm: number | null;
  /** our own theory, where there is one */
  readonly theory: number | null;
}

const QUANTITIES = [
  ['trace_over_d', 'traceOverDim'],
  ['mean_sq', 'meanSquared'],
  ['median_logdet', 'medianLogDet'],
  ['mean_logdet', 'meanLogDet'],
  ['w2_squared', 'w2Squared'],
] as const;

type Quantity = (typeof QUANTITIES)[number][1];

/** Where a few replicates carry these means, only the other quantities are compared. */
const CARRIED_BY_FEW: ReadonlySet<Quantity> = new Set<Quantity>(['traceOverDim', 'w2Squared']);

/** z of two values, of which either may be exact; without any error 0 or infinite. */
export function standardised(mine: Estimate, value: number, error = 0): number {
  const both = Math.sqrt(mine.error * mine.error + error * error);
  return both > 0 ? (mine.value - value) / both : mine.value === value ? 0 : Infinity;
}

/** Theory's name of each quantity's mean; of medians it says nothing. */
const IN_THEORY: Readonly<Record<Quantity, string | null>> = {
  traceOverDim: 'traceOverDim',
  meanSquared: 'meanSquared',
  medianLogDet: null,
  meanLogDet: 'logDet',
  w2Squared: 'w2Squared',
};

function theoryOf(quantity: Quantity, theory: Observed['theory']): number | null {
  const key = IN_THEORY[quantity];
  return key === null ? null : (theory[key] ?? null);
}

export function nameOf({ loop, d, n_s, n_r, lambda }: LoopCase, { start }: Pick<MappedRun, 'start'>): string {
  return `${loop} d=${d} n_s=${n_s} n_r=${n_r} lambda=${lambda}${n_r > 0 ? '' : start === 'truth' ? ' from the truth' : ' from n_s real samples'}`;
}

/** Every quantity of every record that a run of a case has. */
export function rowsOf(item: LoopCase, mapped: MappedRun, observed: readonly Observed[]): Row[] {
  const byGeneration = new Map(observed.map((mine) => [mine.generation, mine]));
  return item.records.flatMap((record) => {
    const mine = byGeneration.get(record.t + mapped.shift);
    if (!mine) return [];
    return QUANTITIES.filter(([, ours]) => !(record.heavy_tailed && CARRIED_BY_FEW.has(ours))).map(([theirs, ours]) => {
      const [value, error] = record[theirs];
      const closedForm = theirs === 'median_logdet' ? null : (record.closed_form[theirs] ?? null);
      const where = `${nameOf(item, mapped)} t=${record.t} ${theirs}`;
      return { where, mine: mine[ours], reference: { value, error }, closedForm, theory: theoryOf(ours, mine.theory) };
    });
  });
}

/** The rows of a setting that no reference has: those of which theory knows something. */
export function rowsOfTheory(where: string, observed: readonly Observed[]): Row[] {
  return observed.flatMap((mine) =>
    QUANTITIES.map(([, ours]) => ({
      where: `${where} generation ${mine.generation} ${ours}`,
      mine: mine[ours],
      reference: null,
      closedForm: null,
      theory: theoryOf(ours, mine.theory),
    })).filter(({ theory }) => theory !== null),
  );
}

/** z of every row that has a value of this kind, with where it is. Rows without any error are exact and not among them. */
export function deviationsFrom(kind: 'reference' | 'closedForm' | 'theory', rows: readonly Row[]): { readonly z: number; readonly where: string }[] {
  return rows.flatMap(({ where, mine, [kind]: other }) => {
    if (other === null) return [];
    const { value, error } = typeof other === 'number' ? { value: other, error: 0 } : other;
    return mine.error === 0 && error === 0 ? [] : [{ where, z: standardised(mine, value, error) }];
  });
}

export const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
