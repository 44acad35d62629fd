import { number } from '../format';
import { numberWords, textOf } from './gap';
import type { Prediction } from './lesson';
import type { Guess, NEVER } from './work';

/** What was predicted, as one would say it. */
export function guessWords(part: Prediction, guess: Guess): string {
  switch (part.type) {
    case 'choose':
      return (guess as readonly string[]).map((id) => textOf(part.options, id)).join('; ');
    case 'order':
      return (guess as readonly string[]).map((id) => textOf(part.items, id)).join(', ');
    case 'number':
      return numberWords(guess as number | typeof NEVER);
    case 'sketch':
      return part.x.map((at, i) => `${number((guess as readonly number[])[i])} at generation ${at}`).join(', ');
  }
}
