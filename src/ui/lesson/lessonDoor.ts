import { createStore } from 'zustand/vanilla';
import { valuesIn } from '../../engine/query';
import { queryHere, rewriteKey } from '../../store/pageAddress';

/** Whether the address asks for the work of a class. */
export const classAsked = (): boolean => valuesIn(queryHere()).has('collect');

/** What may stand in that place, by the key of a link that asks for it. */
const PARTS = ['lesson', 'card'] as const;
export type Part = (typeof PARTS)[number];

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
  /** a class's work stands in the place of the whole page */
  readonly hasClass?: boolean;
}

export const lessonDoor = createStore<Door>(() => ({ isOpen: false, isBare: false, asked: 0 }));

/** The back button leads out of a lesson, and into one again. */
export const followAddress = (): void => void openDoor();

/** Before the page reads its address: of a lesson nothing runs by itself, and none of its runs stands anywhere yet. */
export function openDoor(): boolean {
  const hasClass = classAsked();
  const values = valuesIn(queryHere());
  const part = PARTS.find((name) => values.get(name));
  if (!part) {
    lessonDoor.setState({ isOpen: false, isBare: false, hasClass });
    return hasClass;
  }
  rewriteKey('at', null);
  lessonDoor.setState(({ asked }) => ({ isOpen: true, isBare: part === 'lesson', part, asked: asked + 1, hash: location.hash, hasClass }));
  return true;
}
