import { createStore } from 'zustand/vanilla';

interface Listen {
  /** where the sound goes while Listen is on; null: it is off, as it always is at first */
  readonly context: AudioContext | null;
  /** what makes the sound could not be fetched */
  readonly isLost: boolean;
  /** 0 to 1 */
  readonly volume: number;
  /** the one loop that is heard; null: all of them */
  readonly alone: string | null;
}

export const listenStore = createStore<Listen>(() => ({ context: null, isLost: false, volume: 0.6, alone: null }));

export type ListenStore = typeof listenStore;

/** Whether this browser makes sounds. */
export const canListen = (): boolean => 'AudioContext' in globalThis;

/** Where sound goes. Browsers let it begin while a press is being answered, Safari no later, so that it is asked for at once. */
export function openSound(): AudioContext {
  const context = new AudioContext();
  void context.resume();
  return context;
}

/** On by a press, and off by the next one. */
export function toggleListen(): void {
  const isOn = listenStore.getState().context !== null;
  const context = isOn ? null : openSound();
  listenStore.setState({ context, isLost: false });
  if (context === null) return;
  import('./follow').then(
    ({ follow }) => follow(context, listenStore),
    () => {
      void context.close();
      listenStore.setState({ isLost: listenStore.getState().context === context });
    },
  );
}
