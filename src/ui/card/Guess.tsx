import { useId, useState } from 'react';
import type { Card } from '../../lessons/cards/card';
import { NumberField } from '../lesson/ask/NumberField';
import styles from './Card.module.css';
import { guessNow } from './openCard';

/** What is guessed beside the run: it is compared once the run has reached the goal. */
export function Guess({ card, guess }: { card: Card; guess: number | null }) {
  const [first] = useState(guess);
  const { ask, seeds } = card.guess ?? { ask: '', seeds: 0 };
  const field = useId();
  return (
    <div className={styles.guess}>
      <label htmlFor={field}>{ask}</label>
      <NumberField
        id={field}
        value={guess ?? first}
        low={0}
        high={seeds}
        step={1}
        onChange={(value) => guessNow(card, value === null ? null : Math.round(value))}
      />
    </div>
  );
}
