import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Card } from '../../lessons/cards/card';
import { lockedIn, scoresOfCard } from '../../lessons/cards/cardRuns';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { KeyNumber } from '../controls/KeyNumber';
import { isNumber, KeySlider } from '../controls/KeySlider';
import buttons from '../forms/Buttons.module.css';
import { leaveDoor } from '../lesson/doorWays';
import panel from '../lesson/Lesson.module.css';
import { useLook } from '../useLook';
import { LockedWords } from '../view/LockedWords';
import { Setting } from '../view/Setting';
import styles from './Card.module.css';
import { Changing } from './Changing';
import { controlOf, followRule } from './cardRule';
import { Guess } from './Guess';
import { beginCard, cardStore, openAskedCard } from './openCard';
import { Par } from './Par';
import { Verdict } from './Verdict';

/** Keys with a slider on the page; the others are typed. */
const SLIDERS: readonly string[] = ['real', 'synthetic', 'bias', 'initialReal'];

function Free({ card }: { card: Card }) {
  const keys = [...new Set([...(card.free ?? []).map(({ key }) => key), ...(card.changes?.keys ?? [])])];
  return (
    <div className={styles.free}>
      <h3>What you may set</h3>
      {keys.map((key) => {
        const name = key as Parameters<typeof isNumber>[0];
        if (!isNumber(name)) return null;
        return (
          <Setting key={key} name={controlOf(key)}>
            {SLIDERS.includes(key) ? <KeySlider of={name} /> : <KeyNumber of={name} />}
          </Setting>
        );
      })}
      <LockedWords />
    </div>
  );
}

/** A link may have set what the card locks: then nothing is judged. */
function Locked({ card, reasons }: { card: Card; reasons: readonly string[] }) {
  return (
    <div role="alert" className={styles.locked}>
      <p>This run can’t be judged on this card.</p>
      <ul>
        {reasons.slice(0, 4).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className={`${buttons.buttons} ${styles.ways}`}>
        <button type="button" onClick={() => beginCard(card)}>
          Take the card’s own settings
        </button>
      </div>
    </div>
  );
}

function Open({ card, guess }: { card: Card; guess: number | null }) {
  const head = useRef<HTMLHeadingElement>(null);
  const experiment = useLab(experimentOnScreen);
  const reasons = useMemo(() => lockedIn(card, experiment), [card, experiment]);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  useEffect(() => followRule(card), [card]);
  useLook(scoresOfCard(card));
  return (
    <section className={panel.lesson} aria-label="Challenge card" data-off-paper>
      <p className={panel.hint}>Challenge card</p>
      <h2 ref={head} tabIndex={-1} className={panel.title}>
        {card.title}
      </h2>
      <p>{card.task}</p>
      <p>
        <strong>Goal:</strong> {card.goal.says}
      </p>
      <p>
        <strong>{card.cost.minimise ? 'Cost, as low as you can:' : 'As high as you can:'}</strong> {card.cost.says}.
      </p>
      <Free card={card} />
      {card.changes && <Changing from={card.changes.from} />}
      {card.guess && <Guess key={card.id} card={card} guess={guess} />}
      {reasons.length > 0 ? <Locked card={card} reasons={reasons} /> : <Verdict card={card} guess={guess} />}
      <Par key={`par of ${card.id}`} card={card} />
      <div className={`${buttons.buttons} ${styles.ways}`}>
        <button type="button" onClick={() => beginCard(card)}>
          Begin again
        </button>
        <button type="button" onClick={leaveDoor}>
          Leave the card
        </button>
      </div>
      <p className={panel.hint}>Everything else is locked, the seed and the eight runs included, so that luck can’t win. Nothing is sent anywhere.</p>
    </section>
  );
}

/** A challenge card, beside the page that it is played on. */
export default function ChallengeCard() {
  const { card, guess } = useStore(cardStore);
  useEffect(openAskedCard, []);
  return card ? <Open key={card.id} card={card} guess={guess} /> : null;
}
