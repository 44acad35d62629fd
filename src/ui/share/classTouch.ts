import type { ControlName } from '../view/controls';

/** What pupils may be allowed to touch, in words for teachers. */
interface Touch {
  readonly id: string;
  readonly label: string;
  readonly names: readonly ControlName[];
  /** one of the settings, all of which have a name together */
  readonly isSetting?: true;
}

export const TOUCHES: readonly Touch[] = [
  { id: 'run', label: 'Run, Step and Reset', names: ['run', 'step', 'reset'] },
  { id: 'speed', label: 'Speed', names: ['speed'] },
  { id: 'timeline', label: 'the timeline', names: ['timeline'] },
  { id: 'real', label: 'fresh real samples', names: ['real'], isSetting: true },
  { id: 'synthetic', label: 'synthetic samples', names: ['synthetic'], isSetting: true },
  { id: 'bias', label: 'sampling bias λ', names: ['bias'], isSetting: true },
  { id: 'smoothing', label: 'smoothing μ, of text', names: ['smoothing'], isSetting: true },
  { id: 'compare', label: 'What if, Keep to compare, Thirty seeds, Map', names: ['compare'] },
  {
    id: 'setUp',
    label: 'Set up (model, data, loops, …)',
    names: ['model', 'dataset', 'loop', 'initialReal', 'generations', 'replicates', 'memory', 'span', 'advanced'],
    isSetting: true,
  },
  { id: 'cures', label: 'Cures (detector, archive, weights, …)', names: ['cures'], isSetting: true },
  { id: 'seed', label: 'Seed', names: ['seed'], isSetting: true },
  { id: 'kind', label: 'the kind of data', names: ['kind'] },
  { id: 'presets', label: 'Presets', names: ['presets'] },
  { id: 'share', label: 'Share and Export', names: ['share', 'export'] },
];

/** What a link for a class leaves to the pupils. */
export interface ClassChoice {
  /** ids of what they may touch */
  readonly touched: ReadonlySet<string>;
  /** what becomes of the rest */
  readonly rest: 'hide' | 'lock';
  /** whether each desk has a seed of its own */
  readonly desks: boolean;
}

export const FIRST_CLASS: ClassChoice = {
  touched: new Set(['run', 'speed', 'timeline', 'real', 'synthetic', 'bias', 'smoothing', 'compare']),
  rest: 'hide',
  desks: true,
};

/** Names for `hide=` or `lock=`; of all settings their common one, which takes their column away, too. */
export function untouchable({ touched }: Pick<ClassChoice, 'touched'>): ControlName[] {
  const closed = TOUCHES.filter(({ id }) => !touched.has(id));
  const isSetting = (touch: Touch) => touch.isSetting === true;
  if (!TOUCHES.filter(isSetting).every((touch) => closed.includes(touch))) return closed.flatMap(({ names }) => names);
  return ['controls', ...closed.filter((touch) => !isSetting(touch)).flatMap(({ names }) => names)];
}
