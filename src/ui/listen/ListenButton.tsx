import { lazy } from 'react';
import { useStore } from 'zustand';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import { Control } from '../view/Control';
import { canListen, listenStore, toggleListen } from './listenStore';

const Listening = lazy(() => import('./Listening'));

/** The samples of each generation as notes. It is never on by itself. */
export function ListenButton() {
  const isOn = useStore(listenStore, ({ context }) => context !== null);
  if (!canListen()) return null;
  return (
    <Control name="listen">
      <button type="button" className={`${buttons.quiet} ${buttons.pressed}`} aria-pressed={isOn} onClick={toggleListen}>
        Listen
      </button>
    </Control>
  );
}

/** Volume, voices and what they mean, as long as it is on. */
export function ListenPanel() {
  const isOn = useStore(listenStore, ({ context }) => context !== null);
  const isLost = useStore(listenStore, (state) => state.isLost);
  const lost = <p role="alert">The sound could not be loaded. Check the connection, then press Listen twice.</p>;
  if (!isOn) return null;
  return isLost ? (
    lost
  ) : (
    <Late failed={lost}>
      <Listening />
    </Late>
  );
}
