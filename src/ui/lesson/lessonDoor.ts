import { createStore } from 'zustand/vanilla';
import { valuesIn } from '../../engine/query';
import { queryHere, rewriteKey } from '../../store/pageAddress';

/** What may stand in the place of the whole page: a class's work, or a lesson that is being made. */
export type Whole = 'collect' | 'make';

/** `lesson=make` is no lesson: no bundled one is called so. `make` by itself means the same. */
export const MAKE = 'make';

/** What of it the address asks for. */
export function wholeAsked(): Whole | null {
  const values = valuesIn(queryHere());
  if (values.has('collect')) return 'collect';
  return values.get('lesson') === MAKE ? MAKE : null;
}

/** What may stand beside the stage, by the key of a link that asks for it. */
const PARTS = ['lesson', 'card'] as const;
export type Part = (typeof PARTS)[number] | typeof MAKE;

/** Whether a lesson, or something else in its place, is open or asked for: all else of it is fetched when it is. */
interface Door {
  readonly isOpen: boolean;
  /** its step shows the stage alone, and nothing that the page would say of the run */
  readonly isBare: boolean;
  /** it waits for a prediction */
  readonly isHeldBack?: boolean;
  /** the score, or exact value, whose curve is to stand on the stage */
  readonly curve?: string | undefined;
  readonly part?: Part;
  /** how often something was asked for: each time the address is read again */
  readonly asked: number;
  /** what stood behind the address, before the page wrote its own */
  readonly hash?: string;
  /** asked for on the page, and not by a link, so that what the address holds besides is nothing of it */
  readonly isFromHere?: boolean;
  readonly whole?: Whole | null;
}

export const lessonDoor = createStore<Door>(() => ({ isOpen: false, isBare: false, asked: 0 }));

/** The back button leads out of a lesson, and into one again. */
export const followAddress = (): void => void openDoor();

/** Before the page reads its address: of a lesson nothing runs by itself, and none of its runs stands anywhere yet. */
export function openDoor(): boolean {
  if (valuesIn(queryHere()).has(MAKE)) {
    rewriteKey(MAKE, null);
    rewriteKey('lesson', MAKE);
  }
  const whole = wholeAsked();
  const { hash } = location;
  const values = valuesIn(queryHere());
  const part = whole === MAKE ? undefined : /[#&]l=/.test(hash) ? 'lesson' : PARTS.find((name) => values.get(name));
  if (!part) {
    lessonDoor.setState({ isOpen: false, isBare: false, whole });
    return whole !== null;
  }
  rewriteKey('at', null);
  lessonDoor.setState(({ asked }) => ({ isOpen: true, isBare: part === 'lesson', part, asked: asked + 1, hash, whole }));
  return true;
}
