import { soundAtOnce } from '../../sound/runSound';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { framesOf, shownOf } from '../runs';
import { beatOf, beatShown, heardHere } from './heard';
import type { ListenStore } from './listenStore';
import { createPlayer } from './player';

/** What is on the screen, as far as it is heard. */
function seen(state: LabState): readonly unknown[] {
  const shown = shownOf(state);
  return shown === 0 ? [state.preview, 0] : [framesOf(state)[shown - 1], shown];
}

/**
 * Plays what the panes show, whenever that changes, as long as Listen is on: no beat begins before the last one is over, and the next one is of what
 * is shown by then.
 */
export function follow(context: AudioContext, listenStore: ListenStore): void {
  if (listenStore.getState().context !== context) return void context.close();
  const player = createPlayer(context);
  let last: readonly unknown[] = [];
  let until = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  /** Nothing comes until something is asked for again. */
  function wait(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function play(): void {
    timer = null;
    const state = labStore.getState();
    const { alone } = listenStore.getState();
    if (state.preview.status !== 'ready') return;
    const seconds = beatOf(state);
    const loop = experimentOnScreen(state).loop.indexOf(alone ?? '');
    until = player.now() + seconds;
    player.play(soundAtOnce([beatShown(state)], { preview: state.preview.preview, seconds, alone: loop < 0 ? null : loop, most: heardHere() }));
  }

  function onState(state: LabState, before?: LabState): void {
    if (state.run.status === 'paused' && before?.run.status === 'running') {
      wait();
      player.hush();
      last = seen(state);
    }
    const now = seen(state);
    if (now.every((part, i) => part === last[i])) return;
    last = now;
    timer ??= setTimeout(play, 1000 * Math.max(0, until - player.now()));
  }

  player.setVolume(listenStore.getState().volume);
  onState(labStore.getState());
  const leaveLab = labStore.subscribe(onState);
  const leave = listenStore.subscribe((listen, before) => {
    if (listen.context !== context) {
      wait();
      leaveLab();
      leave();
      void context.close();
      return;
    }
    player.setVolume(listen.volume);
    // a press on a loop lets it be heard
    if (listen.alone !== before.alone && timer === null) play();
  });
}
