import { createStore } from 'zustand/vanilla';
import { datasetOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { listenStore, openSound } from './listenStore';
import { createPlayer } from './player';

/** Whether the pictures of an experiment are speech. */
export const isSpoken = (experiment: Pick<Experiment, 'dataset'>): boolean => datasetOf(experiment).isSpoken === true;

interface Spoken {
  /** what is heard, by its name, and how to end that; null: nothing. One at a time */
  readonly now: { readonly name: string; readonly stop: () => void } | null;
  /** what should have been heard last, where its sound could not be fetched */
  readonly lost: string | null;
}

export const spokenStore = createStore<Spoken>(() => ({ now: null, lost: null }));

/** Seconds of silence behind a picture, and where there is none. */
const PAUSE = 0.15;
const GAP = 0.3;

/**
 * Speaks pictures one after another, in the place of what is heard.
 * @param pictures a byte a pixel; null where there is none
 * @param onEach before each, its place
 */
export function say(name: string, pictures: readonly (Uint8Array | null)[], onEach: (at: number) => void = () => {}): void {
  hushSpeech();
  const context = openSound();
  const stop = () => {
    if (spokenStore.getState().now?.stop !== stop) return;
    spokenStore.setState({ now: null });
    void context.close();
  };
  spokenStore.setState({ now: { name, stop }, lost: null });
  import('../../sound/speech/speak').then(
    ({ speak, SPOKEN_SECONDS }) => {
      const player = createPlayer(context);
      const next = (at: number) => {
        if (context.state === 'closed') return;
        if (at === pictures.length) return stop();
        onEach(at);
        player.setVolume(listenStore.getState().volume);
        const picture = pictures[at];
        const sound = picture && speak(picture);
        if (sound) player.play({ left: sound, right: sound });
        setTimeout(() => next(at + 1), 1000 * (sound ? SPOKEN_SECONDS + PAUSE : GAP));
      };
      // what the press changes on the page comes first
      setTimeout(next, 0, 0);
    },
    () => {
      stop();
      spokenStore.setState({ lost: name });
    },
  );
}

/** Ends what is heard. */
export const hushSpeech = (): void => spokenStore.getState().now?.stop();

/** The same name again ends it. */
export function toggleSay(name: string, pictures: readonly (Uint8Array | null)[], onEach?: (at: number) => void): void {
  if (spokenStore.getState().now?.name === name) hushSpeech();
  else say(name, pictures, onEach);
}
