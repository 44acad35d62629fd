import { createStore } from 'zustand/vanilla';
import type { Card } from '../../lessons/cards/card';
import { printCardKey, readCardKey } from '../../lessons/cards/cardLink';
import { experimentOfBase, hasExperiment } from '../../lessons/cards/cardRuns';
import { labStore } from '../../store/labStore';
import { queryHere, rewriteKey } from '../../store/pageAddress';
import { askedFor } from '../lesson/doorWays';
import { lessonDoor } from '../lesson/lessonDoor';
import { CARD_IDS, fetchCard } from './bundledCards';

/** The card on the page, and what is guessed beside it. */
export const cardStore = createStore<{ readonly card: Card | null; readonly guess: number | null }>(() => ({ card: null, guess: null }));

function giveUp(id: string, message: string): void {
  lessonDoor.setState({ isOpen: false, isBare: false });
  labStore.setState(({ notes }) => ({ notes: [...notes, { key: 'card', value: id, problem: message, message }] }));
}

/** The card's own settings, from its first generation. */
export const beginCard = (card: Card): void => labStore.getState().put(experimentOfBase(card));

/** Fetches the card that the address asks for. A link that sets more than the card is somebody's solution, and stays. */
async function openHere(isSolution: boolean): Promise<void> {
  const { card: id, guess } = readCardKey(askedFor('card') ?? '');
  if (id === '' || cardStore.getState().card?.id === id) return;
  const card = await fetchCard(id).catch(() => undefined);
  // left while it was on its way
  if (!lessonDoor.getState().isOpen) return;
  if (card === undefined) return giveUp(id, `The card “${id.slice(0, 40)}” could not be fetched. Reload the page when there is a connection.`);
  if (card === null) return giveUp(id, `There is no card “${id.slice(0, 40)}”. Cards: ${CARD_IDS.join(', ')}.`);
  cardStore.setState({ card, guess });
  if (!isSolution) beginCard(card);
}

/** Opens the card that the address asks for, and follows it; returns what ends that. */
export function openAskedCard(): () => void {
  void openHere(hasExperiment(queryHere()) && !lessonDoor.getState().isFromHere);
  const stop = lessonDoor.subscribe(() => void openHere(false));
  return () => {
    stop();
    cardStore.setState({ card: null, guess: null });
  };
}

/** A guess belongs to the link of a solution. */
export function guessNow(card: Card, guess: number | null): void {
  cardStore.setState({ guess });
  rewriteKey('card', printCardKey(card.id, guess));
}
