/** The format `mad-card/1`: a challenge as data. A goal that a run reaches or not, a few settings that are free, and what reaching it costs. */
import * as v from 'valibot';
import { fields, instead } from '../fields';
import { anyCheck, finite, generation, id, list, readingSchema, whole, words, yesOrNo } from '../lesson';

const CARD_FORMAT = 'mad-card/1';

const freeSchema = fields({
  /** of an experiment, by its name in links */
  key: words(40),
  /** where not all that the key allows is free */
  least: v.optional(finite),
  most: v.optional(finite),
});

export const cardSchema = fields({
  format: v.literal(CARD_FORMAT, instead(CARD_FORMAT)),
  id,
  title: words(80),
  /** one line for a list of cards */
  about: words(200),
  /** what one needs to know before the first run */
  task: words(600),
  /** pairs of a link; seed 1, eight replicates and an evaluation of 1000 samples unless they say otherwise */
  base: words(2000),
  /** what may be set before the run */
  free: v.optional(list(freeSchema, 1, 6, 'keys')),
  /** what may be changed on the way, and from which generation on */
  changes: v.optional(fields({ from: generation, keys: list(words(40), 1, 6, 'keys') })),
  goal: fields({ says: words(400), holds: anyCheck }),
  cost: fields({
    says: words(120),
    /** a number of the run, a setting, or how far a guess is off */
    of: v.union([readingSchema, fields({ setting: words(40) }), v.literal('guess')], instead('a number of a run, a setting, or “guess”')),
    minimise: yesOrNo,
  }),
  /** asked beside it: in how many of these seeds does the base reach the goal? */
  guess: v.optional(fields({ ask: words(400), seeds: whole(2, 1000), within: whole(0, 1000) })),
  /** what a search for par tries: pairs of a link with $n for each number from … to … */
  search: list(fields({ query: words(400), from: finite, to: finite, step: finite }), 1, 12, 'searches'),
});
export type Card = v.InferOutput<typeof cardSchema>;
