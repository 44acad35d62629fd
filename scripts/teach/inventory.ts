import type { Misconception } from '../../src/lessons/lesson';

/** A question before and after lessons. */
interface Item {
  readonly of: Misconception;
  readonly ask: string;
  readonly options: readonly string[];
  /** the place of the right option, and of the one that shows the misconception */
  readonly right: number;
  readonly shows: number;
}

/** One for each misconception, of everyday cases, so that nobody needs the page to answer. Nobody has tried them with a class. */
export const INVENTORY: readonly Item[] = [
  {
    of: 'M1',
    ask: 'An AI has learned from 10,000 drawings of cats and makes a new one. Where does the new drawing come from, as a rule?',
    options: [
      'It is one of the 10,000, perhaps a little changed.',
      'It is made by what the model has worked out about how such drawings look.',
      'It is found on the internet at that moment.',
      'It is put together by cutting pieces out of several of the 10,000.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M2',
    ask: 'Version 2 of a model was trained from scratch on texts that version 1 wrote. Which is true?',
    options: [
      'Version 2 is version 1, having gone on learning while people used it.',
      'Version 2 remembers what version 1 was trained on.',
      'Version 2 knows only what is in the texts that version 1 wrote.',
      'Version 2 knows all that version 1 knew, and more.',
    ],
    right: 2,
    shows: 0,
  },
  {
    of: 'M3',
    ask: 'A model that makes bird songs no longer makes owls. Its makers can add one of these to the data for the next model. Which helps most?',
    options: [
      '100,000 more songs that the model made.',
      '20 recordings of real owls.',
      '10,000 more songs that the model made, the best ones only.',
      'Nothing: the data are not to blame.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M4',
    ask: 'The same model has made no owls for three generations, each trained on what the one before it made. Which is most likely to bring owls back?',
    options: [
      'Training the next one twice as long.',
      'Drawing samples with more care.',
      'Recordings of owls from outside.',
      'Waiting for another three generations.',
    ],
    right: 2,
    shows: 0,
  },
  {
    of: 'M5',
    ask: 'A model’s data are a random pick of what the model before it wrote. Nobody filters anything. A small language disappears. What is the best explanation?',
    options: [
      'Somebody must have filtered it out.',
      'By chance a random pick held none of it, and from then on there was none to pick.',
      'The data were biased against it from the beginning.',
      'Small languages are harder for computers.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M6',
    ask: 'In a village of 1,000, five people speak a dialect. Each year an AI writes 1,000 sentences, a random copy of last year’s. What share of the dialect is most likely after very many years?',
    options: ['About half a per cent still.', 'A little less each year, and never none.', 'None.', 'More than at the beginning.'],
    right: 2,
    shows: 0,
  },
  {
    of: 'M7',
    ask: 'A newspaper shows one run of an experiment: the model lost half its variety. What do you want to know first?',
    options: [
      'Nothing: a computer’s result is exact.',
      'How it came out when it was run again with other random numbers.',
      'How fast the computer was.',
      'What the model’s makers say.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M8',
    ask: 'Each picture that a model makes gets a higher score for “looks real” than last year. What can you conclude about the model?',
    options: [
      'It has become better in every way.',
      'Single pictures look more real; whether it still makes all kinds is not said.',
      'It has learned from more pictures.',
      'It copies pictures.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M9',
    ask: 'Models learn from their own pictures for many generations, and variety is lost. What do the pictures look like at last, most likely?',
    options: [
      'Like noise on a screen.',
      'Much alike, and each of them plausible or a little blurred.',
      'Like the very first pictures.',
      'Each wilder than the one before.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M10',
    ask: 'What tells a collapse over generations from overfitting?',
    options: [
      'Nothing: these are two words for one thing.',
      'Overfitting clings to the data that it is given; in a collapse each model fits well, and what it is given shrinks.',
      'Overfitting happens with much data, collapse with little.',
      'Collapse goes away when training stops earlier.',
    ],
    right: 1,
    shows: 0,
  },
  {
    of: 'M11',
    ask: 'More and more of the web is made by AI, and AI learns from the web. What follows?',
    options: [
      'All AI will break down.',
      'Nothing: companies have solved that.',
      'It depends, above all on how much new real data keep coming in and whether old data are kept.',
      'AI has to be switched off for a year.',
    ],
    right: 2,
    shows: 0,
  },
  {
    of: 'M12',
    ask: 'In 100 repetitions a quantity is 1 on average, as at the beginning. What can you say of a typical repetition?',
    options: ['It is about 1 as well.', 'Perhaps far below 1: a few very large ones can hold the average up.', 'It is exactly 1.', 'It is above 1.'],
    right: 1,
    shows: 0,
  },
];
