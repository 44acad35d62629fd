import { curveSound } from '../../sound/curveSound';
import { placesOf } from '../../sound/places';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { seriesOf } from '../charts/series';
import { framesOf, shownOf } from '../runs';
import { listenStore } from './listenStore';
import { createPlayer } from './player';

/** Seconds of a curve, and of the silence behind it. */
const SECONDS = 2;
const PAUSE = 0.35;

/** Plays the medians of a score as far as they are shown, a loop at a time, on one scale: from 0, or what is lower, to the highest value. Ends with `stop`. */
export function hearCurves(context: AudioContext, metric: string, stop: () => void): void {
  const state = labStore.getState();
  const { loop: loops } = experimentOnScreen(state);
  // at the real data nothing is behind: then all of it
  const { rows } = seriesOf(framesOf(state).slice(0, shownOf(state) || undefined), loops, metric);
  const curves = loops.map((loop) => rows.map((row) => row[loop] as number | null));
  const values = curves.flat().filter((value) => value !== null);
  const scale = [Math.min(0, ...values), Math.max(...values)] as const;
  const player = createPlayer(context);
  player.setVolume(listenStore.getState().volume);

  function play(at: number): void {
    if (context.state === 'closed') return;
    const curve = curves[at];
    if (!curve || values.length === 0) return stop();
    if (curve.some((value) => value !== null)) player.play(curveSound(curve, scale, placesOf(loops.length)[at], SECONDS));
    setTimeout(() => play(at + 1), 1000 * (SECONDS + PAUSE));
  }
  play(0);
}
