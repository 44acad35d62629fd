import type { Score } from '../contracts';
import { distinct2, rareSurvival, realWords, rep4, wordEntropy, wordsAlive, zipfSlope } from '../text/wordScores';
import { about, type MetricId } from './about';
import type { Metric, Scene } from './scene';

/** A score of the words of text, or of names. */
function ofWords(id: MetricId, compute: (words: readonly string[], scene: Scene) => Score): Metric {
  return {
    ...about(id),
    compute(scene) {
      const words = wordsIn(scene);
      return words ? compute(words, scene) : { undefined: 'needs text' };
    },
  };
}

const wordsIn = ({ samples, reader }: Scene): readonly string[] | null => (samples && reader?.text ? reader.text.words(samples) : null);

/** Scores of words. */
export const wordMetrics = {
  wordsAlive: ofWords('wordsAlive', wordsAlive),
  rep4: ofWords('rep4', rep4),
  realWords: ofWords('realWords', (words, { reader }) => realWords(words, reader?.text?.lexicon ?? new Set())),
  distinct2: ofWords('distinct2', distinct2),
  entropy: ofWords('entropy', wordEntropy),
  zipfSlope: ofWords('zipfSlope', zipfSlope),
  rareSurvival: ofWords('rareSurvival', (words, { reader, initial }) =>
    initial && reader?.text
      ? rareSurvival(words, reader.text.allWords(initial))
      : { undefined: 'needs the first training set: two sets of real samples have none' },
  ),
} as const;
