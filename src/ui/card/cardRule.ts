import type { Card } from '../../lessons/cards/card';
import { labStore } from '../../store/labStore';
import type { LabState } from '../../store/state';
import { CONTROL_NAMES, type ControlName } from '../view/controls';
import { setLessonRule } from '../view/viewStore';

/** What would set something else, or leads away. The settings that are free stand on the card. */
const AWAY: readonly ControlName[] = ['controls', 'speed', 'kind', 'presets', 'compare', 'cures'];

/** The control of a key: what has none of its own stands under Advanced elsewhere. */
export const controlOf = (key: string): ControlName => CONTROL_NAMES.find((name) => name === key) ?? 'advanced';

/** Whether a change would now stand where the card allows one. */
const mayChange = ({ changes }: Card, { run }: LabState): boolean =>
  changes !== undefined && run.status !== 'idle' && run.shown >= changes.from - 1 && run.shown < run.experiment.generations;

function whyLocked(card: Card, state: LabState): string {
  if (state.run.status !== 'idle' && !card.changes) return 'On this card settings are set before the run: press Reset';
  return `On this card changes come from generation ${card.changes?.from ?? 1} on`;
}

const ruleKey = (card: Card, state: LabState) => `${state.run.status === 'idle'} ${mayChange(card, state)}`;

function setRule(card: Card): void {
  const state = labStore.getState();
  const open = [
    ...(state.run.status === 'idle' ? (card.free ?? []).map(({ key }) => key) : []),
    ...(mayChange(card, state) ? (card.changes?.keys ?? []) : []),
  ].map(controlOf);
  const free = [...(card.free ?? []).map(({ key }) => key), ...(card.changes?.keys ?? [])].map(controlOf);
  const lock = free.filter((name) => !open.includes(name));
  setLessonRule({ hide: new Set(AWAY), lock: new Set(lock), why: whyLocked(card, state) });
}

/** Generations a second. */
const SPEED = 6;

/** Hides what the card does not leave free, and locks what it does not leave free by now; returns what ends that. */
export function followRule(card: Card): () => void {
  labStore.getState().borrowSpeed(SPEED);
  setRule(card);
  let before = ruleKey(card, labStore.getState());
  const stop = labStore.subscribe((state) => {
    const now = ruleKey(card, state);
    if (now === before) return;
    before = now;
    setRule(card);
  });
  return () => {
    stop();
    setLessonRule(null);
    labStore.getState().borrowSpeed(null);
  };
}
