import type { Step } from '../../lessons/lesson';
import { CONTROL_NAMES, type ControlName } from '../view/controls';
import { setLessonRule } from '../view/viewStore';
import { lessonDoor } from './lessonDoor';

/** What a run is started, followed and taken away with: locked until what is asked is predicted. */
const GATED: readonly ControlName[] = ['run', 'step', 'timeline', 'export'];
/** What leads away from a lesson. */
const AWAY: readonly ControlName[] = ['kind', 'presets', 'share', 'footer'];
/** What is there in every step. */
const ALWAYS: readonly ControlName[] = ['run', 'listen', 'timeline', 'diagram', 'theme', 'help'];

/** Why nothing runs in a step: something is to be predicted first, or the first run of the lesson is yet to come. */
export type Held = 'predict' | 'later';

const WHY: Readonly<Record<Held, string>> = {
  predict: 'Predict first: then the run is shown',
  later: 'Go on: the first run comes in a later step',
};

function hiddenIn({ unlock = [] }: Step): ReadonlySet<ControlName> {
  if (unlock === 'all') return new Set(AWAY);
  const left = new Set<string>([...ALWAYS, ...unlock]);
  return new Set(CONTROL_NAMES.filter((name) => !left.has(name)));
}

/** Hides and locks what the step does not leave to the pupil; null: no lesson. @param at.held null: it runs */
export function ruleOf(at: { readonly step: Step; readonly held: Held | null } | null): void {
  lessonDoor.setState({ isBare: at !== null && at.step.unlock !== 'all', isHeldBack: at !== null && at.held !== null });
  if (!at) return setLessonRule(null);
  setLessonRule({ hide: hiddenIn(at.step), lock: new Set(at.held ? GATED : []), why: WHY[at.held ?? 'predict'] });
}
