import { useState } from 'react';
import type { Card } from '../../lessons/cards/card';
import { experimentOfPar } from '../../lessons/cards/par';
import { plainNumber } from '../../lessons/cards/plainNumber';
import { labStore } from '../../store/labStore';
import buttons from '../forms/Buttons.module.css';
import styles from './Card.module.css';
import { usePar } from './usePar';

/** What a search has found, for whoever asks. */
export function Par({ card }: { card: Card }) {
  const [isAsked, setAsked] = useState(false);
  const par = usePar(card, isAsked);
  if (!isAsked) {
    return (
      <div className={`${buttons.buttons} ${styles.ways}`}>
        <button type="button" onClick={() => setAsked(true)}>
          Show par
        </button>
      </div>
    );
  }
  return (
    <div className={styles.free} role="status">
      {par === undefined && <p>Par is on its way.</p>}
      {par === null && <p>Par could not be fetched.</p>}
      {par && (
        <>
          <p>
            Par: {plainNumber(par.cost)} {card.cost.says}. A search has found it, and you may well beat it.
          </p>
          <div className={`${buttons.buttons} ${styles.ways}`}>
            <button type="button" onClick={() => labStore.getState().put(experimentOfPar(card, par))}>
              Take par’s settings
            </button>
          </div>
        </>
      )}
    </div>
  );
}
