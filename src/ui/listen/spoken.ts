import { createStore } from 'zustand/vanilla';
import { datasetOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { listenStore } from './listenStore';
import { createPlayer } from './player';

/** Whether the pictures of an experiment are speech. */
export const isSpoken = (experiment: Pick<Experiment, 'dataset'>): boolean => datasetOf(experiment).isSpoken === true;

/** What is heard now, by its name, and how to end that; null: nothing. One at a time. */
export const spokenStore = createStore<{ readonly now: { readonly name: string; readonly stop: () => void } | null }>(() => ({ now: null }));

/** Seconds of silence behind a picture, and where there is none. */
const PAUSE = 0.15;
const GAP = 0.3;

/**
 * Speaks pictures one after another, in the place of what is heard. Sound may begin while a press is being answered, so it is asked for at once.
 * @param pictures a byte a pixel; null where there is none
 * @param onEach before each, its place
 */
export function say(name: string, pictures: readonly (Uint8Array | null)[], onEach: (at: number) => void = () => {}): void {
  hushSpeech();
  const context = new AudioContext();
  const stop = () => {
    if (spokenStore.getState().now?.stop !== stop) return;
    spokenStore.setState({ now: null });
    void context.close();
  };
  spokenStore.setState({ now: { name, stop } });
  import('../../sound/speech/speak').then(({ speak, SPOKEN_SECONDS }) => {
    const player = createPlayer(context);
    player.setVolume(listenStore.getState().volume);
    const next = (at: number) => {
      if (context.state === 'closed') return;
      if (at === pictures.length) return stop();
      onEach(at);
      const picture = pictures[at];
      const sound = picture && speak(picture);
      if (sound) player.play({ left: sound, right: sound });
      setTimeout(() => next(at + 1), 1000 * (sound ? SPOKEN_SECONDS + PAUSE : GAP));
    };
    next(0);
  }, stop);
}

/** Ends what is heard. */
export const hushSpeech = (): void => spokenStore.getState().now?.stop();

/** The same name again ends it. */
export function toggleSay(name: string, pictures: readonly (Uint8Array | null)[], onEach?: (at: number) => void): void {
  if (spokenStore.getState().now?.name === name) hushSpeech();
  else say(name, pictures, onEach);
}
