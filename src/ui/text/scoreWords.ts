import { catalogue } from '../../engine/catalogue';

/** "exact Wasserstein distance", "error of the mean": a score or an exact value within a sentence. */
export function scoreWords(id: string): string {
  const name = [...catalogue.metrics, ...catalogue.truths].find((score) => score.id === id)?.name ?? id;
  const [words, isExact] = [name.replace(/, exact$/, ''), name.endsWith(', exact')];
  // names of people, and abbreviations, keep their capitals
  const within = /^(Wasserstein|Frechet|[A-Z]{2})/.test(words) ? words : words[0].toLowerCase() + words.slice(1);
  return isExact ? `exact ${within}` : within;
}

export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
