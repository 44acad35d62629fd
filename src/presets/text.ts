import type { Preset, WrittenPreset } from './preset';

/** Text that learns from text: stories for anyone. */
export const TEXT: readonly Preset[] = [
  {
    title: 'Names nobody has',
    look: 'A model learns 500 first names and makes new ones. Learning only its own it makes fewer different ones every time; with real names beside them it goes on inventing.',
    query: 'model=ngram',
    forClass: true,
    score: 'wordsAlive',
  },
  {
    title: 'Rare letters go first',
    look: 'Names again, each model a little too fond of what is common (λ = 0.9): mark Q, X or Z under “Watch the tail” and see how long they are still made, and in which loop.',
    query: 'model=ngram&bias=0.9',
    forClass: true,
    score: 'modesAlive',
  },
  {
    title: 'Your class’s names',
    look: 'Put in a list of your own, of names or of words in any language: a model learns it and makes more of the kind, generation after generation. It never leaves your browser.',
    query: 'model=ngram&dataset=own-text',
    forClass: true,
    score: 'wordsAlive',
  },
  {
    title: 'A stuck record',
    look: 'A novel, and every model keeps to what is likeliest (λ = 0.8): soon the fully synthetic one says one sentence for ever. Real pages put it off; watch for how long.',
    query: 'model=ngram&dataset=moby-dick&bias=0.8',
    forClass: true,
    score: 'rep4',
  },
  {
    title: 'Gibberish',
    look: 'The other end: every model bets on the unlikely (λ = 1.3) and trusts its last few letters only (μ = 1). Words that nobody ever wrote take over; real pages, kept, hold them off.',
    query: 'model=ngram&dataset=moby-dick&loop=fully-synthetic,synthetic-augmentation&bias=1.3&smoothing=1',
    forClass: true,
    score: 'realWords',
  },
  {
    title: 'One more fluent, one more dead',
    look: 'Which of two writes better? By how little it surprises the first model, the one that dies: its bits stay low while its words run out. The one that learns looks odd to it.',
    query: 'model=ngram&dataset=moby-dick&loop=fully-synthetic,fresh-data&bias=0.9',
    forClass: true,
    score: 'bitsUnderFirst',
  },
];

/** What is held against theory and against language models. */
export const TEXT_LAWS: readonly WrittenPreset[] = [
  {
    title: 'Vocabulary drift',
    look: 'Words drawn one by one, as if from a bag: the chance that two of them differ falls by a thousandth a generation, on average. The dashed line is the law.',
    query:
      'model=ngram&dataset=moby-dick&loop=fully-synthetic&synthetic=1000&generations=100&replicates=8&scores=wordsAlive,entropy&unit=words&order=0&smoothing=0',
    speed: '8',
    published: {
      id: 'vocabulary-drift',
      source: 'Seddik et al., arXiv 2404.05090',
      says: 'Of n words drawn from the last n, the chance that two of the text differ is multiplied by 1 − 1/n each generation: after 99 of them by 0.906 for n = 1,000. A word that stands there once is drawn again in two of three cases.',
      readings: [
        { id: 'first', what: 'evenness of the words at generation 1', value: 'heterozygosity', generations: [1, 1], over: 'mean' },
        { id: 'last', what: 'at generation 100', value: 'heterozygosity', generations: [100, 100], over: 'mean' },
        { id: 'alive', what: 'different words of 3,000 drawn at generation 1', value: 'wordsAlive', generations: [1, 1], over: 'mean' },
        { id: 'left', what: 'at generation 100', value: 'wordsAlive', generations: [100, 100], over: 'mean' },
      ],
      runs: 64,
      again: 16,
    },
  },
];
