/**
 * GPT-2 small, fine-tuned anew in each round on what it wrote in the round before: means of three seeds, rounds 0 to 4, as the repository's
 * `experiment/aggregate_3seeds.json` has them. Round 0 learns from real text alone, as generation 1 does here.
 */

/** How much new real text each training set holds: none, a tenth, a half. */
export type Mix = 'replaced' | 'fresh10' | 'fresh50';

/** What the repository measures in every round. */
export type Measured = 'heldOut' | 'vocabulary' | 'repeated' | 'rare' | 'ownText';

/** One value for each round. */
export type Rounds = readonly number[];

export const GPT2_SOURCE = {
  words: 'triposat, model-collapse-web-data (2026): GPT-2 small, 478 featured articles of Wikipedia, means of three seeds',
  address: 'https://github.com/triposat/model-collapse-web-data',
  /** what its link is called */
  name: 'its data file',
  file: 'https://github.com/triposat/model-collapse-web-data/blob/main/experiment/aggregate_3seeds.json',
} as const;

/** Whole curves. */
export const GPT2_CURVES: Readonly<Record<Measured, Readonly<Record<Mix, Rounds>>>> = {
  /** `test_ppl`: perplexity of a token of new real articles */
  heldOut: {
    replaced: [38.016, 41.824, 45.956, 51.552, 57.89],
    fresh10: [38.016, 41.024, 43.771, 47.026, 49.984],
    fresh50: [38.016, 39.188, 39.69, 39.817, 40.255],
  },
  /** `gen_vocab`: different words in about 24,500 generated ones */
  vocabulary: {
    replaced: [5277.333, 4703.333, 4158, 3660.333, 3198.333],
    fresh10: [5277.333, 4888.333, 4554.667, 4205, 3841.667],
    fresh50: [5277.333, 5542.333, 5505.667, 5475.667, 5374.667],
  },
  /** `rep4_share`: share of 500 passages of 64 tokens that say four words in a row twice */
  repeated: {
    replaced: [0.042, 0.069, 0.121, 0.231, 0.365],
    fresh10: [0.042, 0.061, 0.109, 0.167, 0.279],
    fresh50: [0.042, 0.041, 0.052, 0.056, 0.061],
  },
  /** `rare_words_kept`: of the about 4,150 words that stand at most twice in the first training set, the share still used */
  rare: {
    replaced: [0.375, 0.289, 0.248, 0.217, 0.18],
    fresh10: [0.375, 0.291, 0.261, 0.241, 0.221],
    fresh50: [0.375, 0.297, 0.282, 0.278, 0.271],
  },
  /** `gen_ppl_under_gen0`: perplexity of a generated token under the model of round 0 */
  ownText: {
    replaced: [22.602, 17.806, 14.159, 11.886, 10.346],
    fresh10: [22.602, 18.709, 15.704, 13.45, 12.194],
    fresh50: [22.602, 24.095, 23.936, 24.161, 23.274],
  },
};

/** Published as an end value only (`summary_3seeds.json`): words that are not rare, at round 4, as a ratio to round 0. */
export const GPT2_OTHER_WORDS_AT_END: Readonly<Record<Mix, number>> = { replaced: 0.658, fresh10: 0.786, fresh50: 1.142 };

/** Where their set-up is another than the one that is run here. */
export const GPT2_DIFFERS: readonly string[] = [
  'GPT-2 has 124 million weights and had read 40 GB of web pages before; each round fine-tunes that network anew, over three epochs. Here a model counts which word follows two words, and has read nothing else.',
  'It learns articles of an encyclopedia, 32,000 tokens a round (about 24,500 words); here they are presidents’ addresses, 10,000 words and marks, 9,000 where nothing real is mixed in.',
  'It continues every 64 tokens that it was trained on, and its choice leaves out the unlikeliest tenth (top-p 0.9); here a text goes on from a random place, and every word may come.',
  'Its perplexity is of a token, a part of a word; here it is of a word. Its words are counted in 24,500, here in 3,000.',
  'Its new real text is cut from articles all over the encyclopedia; here it is the next stretch of the addresses, on other subjects.',
];
