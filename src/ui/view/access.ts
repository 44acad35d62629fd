import type { ControlName } from './controls';

/** What one who may do so leaves of the controls to the reader. */
export interface Rule {
  readonly by: keyof typeof BY;
  readonly hide: ReadonlySet<ControlName>;
  readonly lock: ReadonlySet<ControlName>;
  /** in the place of who it is by */
  readonly why?: string;
}

const BY = { link: 'the link', lesson: 'the lesson', host: 'the page around it' } as const;

export type Access = 'shown' | 'hidden' | 'locked';

/** What all rules together leave of a control: hidden by one it is hidden, locked by one it is locked. */
export function accessOf(rules: readonly Rule[], name: ControlName): Access {
  if (rules.some(({ hide }) => hide.has(name))) return 'hidden';
  return rules.some(({ lock }) => lock.has(name)) ? 'locked' : 'shown';
}

/** Why a control is locked, or any without a name, in words: "Locked by the link"; '' where it is not. */
export function lockedWords(rules: readonly Rule[], name?: ControlName): string {
  const rule = rules.find(({ lock }) => (name ? lock.has(name) : lock.size > 0));
  return rule === undefined ? '' : (rule.why ?? `Locked by ${BY[rule.by]}`);
}
