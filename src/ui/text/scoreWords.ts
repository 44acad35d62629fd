import { catalogue } from '../../engine/catalogue';
import { withinSentence } from '../../format';

/** "exact Wasserstein distance", "error of the mean": a score or an exact value within a sentence. */
export function scoreWords(id: string): string {
  const name = [...catalogue.metrics, ...catalogue.truths].find((score) => score.id === id)?.name ?? id;
  const [words, isExact] = [name.replace(/, exact$/, ''), name.endsWith(', exact')];
  return isExact ? `exact ${withinSentence(words)}` : withinSentence(words);
}

export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
