import type { Preset, WrittenPreset } from './preset';
import type { Reading } from './readings';

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
  {
    title: 'GPT-2 and this page',
    look: 'A large language model that learned from its own text for four rounds, and our counts of words beside it: the same order, the same direction, and where the two part.',
    query:
      'model=ngram&dataset=addresses&loop=fully-synthetic,fresh-data&initialReal=10000&synthetic=9000&generations=5&scores=wordsAlive,rep4,bitsUnderFirst,heldOutBits,rareSurvival&unit=words',
    beside: {
      words: 'a loop in which half is fresh',
      query:
        'model=ngram&dataset=addresses&loop=fresh-data&initialReal=10000&real=5000&synthetic=5000&generations=5&scores=wordsAlive,rep4,bitsUnderFirst,heldOutBits,rareSurvival&unit=words',
    },
    published: {
      id: 'gpt2',
      source: 'triposat, model-collapse-web-data (2026)',
      says: 'GPT-2 small on its own text, three seeds, four rounds: held-out perplexity 38.0 to 57.9, with 10 % fresh text 50.0, with 50 % 40.3; different words 5,277 to 3,198, 3,842, 5,375; four words said twice in 4.2 % of passages, then 36.5, 27.9 and 6.1 %. Rare words fall by 52, 41 and 28 %, others by 34 and 21 %, and rise by 14 %. Under its first model its text gets ever easier, 22.6 to 10.3.',
      differs:
        'A large network, fine-tuned for epochs, against counts of two words; articles against addresses; a perplexity of parts of words against bits a word. Under its first model our text gets ever harder, not easier; and our fresh text saves few of the first rare words, for it brings others.',
      readings: [
        atEnds('held', 'held-out bits', 'heldOutBits', 'first'),
        atEnds('held-synthetic', 'at 5, replaced', 'heldOutBits', 'fully-synthetic'),
        atEnds('held-fresh', 'with 10 % fresh', 'heldOutBits', 'fresh-data'),
        atEnds('words', 'words alive', 'wordsAlive', 'first'),
        atEnds('words-synthetic', 'at 5, replaced', 'wordsAlive', 'fully-synthetic'),
        atEnds('words-fresh', 'with 10 % fresh', 'wordsAlive', 'fresh-data'),
        atEnds('again', 'four words said again', 'rep4', 'first'),
        atEnds('again-synthetic', 'at 5, replaced', 'rep4', 'fully-synthetic'),
        atEnds('again-fresh', 'with 10 % fresh', 'rep4', 'fresh-data'),
        atEnds('rare', 'rare words still used', 'rareSurvival', 'first'),
        atEnds('rare-synthetic', 'at 5, replaced', 'rareSurvival', 'fully-synthetic'),
        atEnds('rare-fresh', 'with 10 % fresh', 'rareSurvival', 'fresh-data'),
        atEnds('bits', 'bits under the first model', 'bitsUnderFirst', 'first'),
        atEnds('bits-synthetic', 'at 5, replaced', 'bitsUnderFirst', 'fully-synthetic'),
      ],
      runs: 32,
      again: 8,
    },
  },
  {
    title: 'Half real, half its own',
    look: 'A few words get commoner and all others rarer: the slope says how steeply. A language model flattened with half of its text real; ours, with half real, hardly does.',
    query:
      'model=ngram&dataset=addresses&loop=fully-synthetic,synthetic-augmentation&initialReal=5000&synthetic=5000&generations=4&scores=wordsAlive,entropy,zipfSlope&unit=words',
    published: {
      id: 'distilgpt2',
      source: 'Tiwari, Model-Collapse-Observatory (2026)',
      says: 'DistilGPT-2, trained on half real and half of its own text, three rounds: Zipf’s slope 1.03 to 1.29; different words among those of a document 0.69 to 0.35, of the whole 0.112 to 0.058.',
      differs:
        'Ours moves the same way, but hardly: where half of what is counted stays real, counts keep it. Their first text is by a network that had not seen the encyclopedia it then learns from; our first model has learned the real text. They split at spaces and count 5,000 documents, we 3,000 words.',
      readings: [
        slope('first', 'Zipf’s slope at generation 1, half real', 'synthetic-augmentation', 1, 1.034, '1.03'),
        slope('last', 'at 4', 'synthetic-augmentation', 4, 1.291, '1.29'),
        slope('own', 'at 4, nothing real', 'fully-synthetic', 4),
        {
          id: 'words',
          what: 'different words of 3,000 at 1, half real',
          loop: 'synthetic-augmentation',
          value: 'wordsAlive',
          generations: [1, 1],
          over: 'mean',
        },
        { id: 'words-last', what: 'at 4', loop: 'synthetic-augmentation', value: 'wordsAlive', generations: [4, 4], over: 'mean' },
        { id: 'words-own', what: 'at 4, nothing real', loop: 'fully-synthetic', value: 'wordsAlive', generations: [4, 4], over: 'mean' },
      ],
      runs: 32,
      again: 8,
    },
  },
];

/** Of the first generation, which both loops share, or of a loop's last one. */
function atEnds(id: string, what: string, value: string, of: 'first' | 'fully-synthetic' | 'fresh-data'): Reading {
  const generation = of === 'first' ? 1 : 5;
  return {
    id,
    what: of === 'first' ? `${what} at generation 1` : what,
    loop: of === 'first' ? 'fully-synthetic' : of,
    value,
    generations: [generation, generation],
    over: 'mean',
  };
}

/** `told`: what the network gave, and as it is printed. */
function slope(id: string, what: string, loop: string, generation: number, told?: number, printed?: string): Reading {
  const expected = { by: 'DistilGPT-2', within: 0.0005, apart: 'another model, text and count' };
  return {
    id,
    what,
    loop,
    value: 'zipfSlope',
    generations: [generation, generation],
    over: 'mean',
    ...(told !== undefined && printed !== undefined && { expected: [{ ...expected, value: told, printed }] }),
  };
}
