import type { DatasetDescription, Defaults } from '../descriptions';
import { always, type Chosen, count, type Keys, ownedBy, type Refused } from '../keys/key';
import { cleanText, LEAST_TO_HOLD_OUT, LONGEST_TEXT, samplesOfText, usualForm } from '../text/ownText';

/** Held-out digits, and how many of them are a 0, a 1, … */
const HELD_OUT = 10_000;
const TEST_DIGITS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

/** Drawn without end from a known density. */
const endless = { kind: 'points', distinct: null, heldOut: null } as const;

const mnist = {
  kind: 'images',
  components: 0,
  modes: 10,
  distinct: 30_000,
  heldOut: HELD_OUT,
  classShares: TEST_DIGITS.map((digits) => digits / HELD_OUT),
} as const;

const SOUND_PICTURE = 'Each picture is the sound of a word: time runs to the right, high sounds are above. Each model learns to speak its own.';

/** Of the 2,000 held-out names those that begin with a, b, … */
const INITIALS = [181, 134, 158, 116, 114, 68, 88, 77, 30, 103, 87, 113, 172, 54, 35, 50, 2, 106, 106, 88, 6, 43, 51, 1, 5, 12];
const HELD_OUT_NAMES = 2000;

const text = { kind: 'text', components: 0, modes: 0 } as const;

/** Words and marks of a book, and words that are followed in it: how often each is among so many held-out ones. */
function book(heldOutWords: number, followed: Readonly<Record<string, number>>) {
  return {
    ...text,
    modes: Object.keys(followed).length,
    modeNames: Object.keys(followed),
    classShares: Object.values(followed).map((times) => times / heldOutWords),
    ofKind: { mode: 'followed word', modes: 'followed words' },
    distinct: 60_000,
    isNamed: true,
    isRunning: true,
    many: 'words and marks',
    defaults: (): Partial<Defaults> => ({ initialReal: 1000, real: 1000, synthetic: 2000, evaluation: 200 }),
  } as const;
}

/** As many samples of one's own text as there are, within what is usual. */
function ownDefaults({ text: own, form }: Chosen): Partial<Defaults> {
  const { train } = samplesOfText(own, form);
  const isRunning = (form ?? usualForm(own)) === 'running';
  const count = Math.max(LEAST_OWN, Math.min(train, isRunning ? 1000 : 500));
  return { initialReal: count, real: count, synthetic: count, evaluation: isRunning ? 200 : 500 };
}

/** What each dataset is, without its code: page, links, files and docs read this. In the order of `index.ts`. */
export const DATASETS: readonly DatasetDescription[] = [
  { ...endless, id: 'ring', name: 'Ring', summary: 'Eight equal clusters on a circle.', components: 8, modes: 8 },
  {
    ...endless,
    id: 'long-tail',
    name: 'Long tail',
    summary: 'The same ring, but each cluster, clockwise from the top, is half as common as the one before.',
    components: 8,
    modes: 8,
  },
  { ...endless, id: 'grid', name: 'Grid', summary: 'Twenty-five small, equal clusters on a square grid.', components: 25, modes: 25 },
  { ...endless, id: 'moons', name: 'Moons', summary: 'Two half circles that reach into each other.', components: 8, modes: 0 },
  { ...endless, id: 'spiral', name: 'Spiral', summary: 'Two arms, wound one and a half times round each other.', components: 16, modes: 0 },
  {
    ...endless,
    id: 'gaussian',
    name: 'Gaussian',
    isNamed: true,
    summary: 'One round cloud: the case in which theory is exact.',
    caption: 'in {dim} dimensions',
    components: 1,
    modes: 0,
  },
  {
    ...endless,
    id: 'drawn',
    name: 'Your own',
    summary: 'Points that you draw, paste or drop here: each stands for a small round cloud.',
    components: 12,
    modes: 0,
  },
  {
    ...mnist,
    id: 'digits',
    name: 'Handwritten digits',
    summary: 'MNIST: scanned digits 0 to 9, 30,000 to train on and 10,000 others held out for the scores.',
  },
  {
    ...mnist,
    id: 'stained-digits',
    name: 'Stained digits',
    summary: 'The same digits, but one real one in five has a stain: a small square of full ink in its top left corner.',
  },
  {
    kind: 'images',
    id: 'speech',
    name: 'Spoken digits',
    summary:
      'The words “zero” to “nine” as pictures of their sound, to be heard at a press. The first speaker, a speech synthesiser, said 3,000 to train on and 1,000 to score by.',
    components: 0,
    modes: 10,
    distinct: 3000,
    heldOut: 1000,
    classShares: Array.from({ length: 10 }, () => 0.1),
    isSpoken: true,
    resolution: 28,
    beta: 1.5,
    ofKind: {
      many: 'spoken digits',
      loads: 'speech',
      words: {
        real: 'digits of the first speaker to learn from',
        stands: SOUND_PICTURE,
        standsAlone: SOUND_PICTURE,
        made: '64 spoken digits made by the model',
        composing: 'loading spoken digits',
        littleLeft: 'the one murmur it repeats lies near many real digits',
      },
    },
    defaults: () => ({ initialReal: 500, real: 100, synthetic: 500, evaluation: 500 }),
  },
  {
    ...text,
    id: 'names',
    name: 'First names',
    summary: '8,403 first names of English-speaking countries: 6,403 to learn from, 2,000 others held out for the scores.',
    modes: INITIALS.length,
    modeNames: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    classShares: INITIALS.map((names) => names / HELD_OUT_NAMES),
    distinct: null,
    heldOut: HELD_OUT_NAMES,
    many: 'names',
  },
  {
    ...book(10_194, { whale: 58, man: 21, ship: 28, sea: 29, ahab: 60, head: 22, boat: 42, time: 23, hand: 14, deck: 12 }),
    id: 'moby-dick',
    name: 'Moby-Dick',
    summary: 'The beginning of Herman Melville’s novel: 60,000 words and marks to learn from; its end is held out for the scores.',
    caption: 'by {unit}',
    heldOut: 407,
  },
  {
    ...book(10_676, { america: 67, people: 43, jobs: 46, americans: 35, years: 26, world: 35, country: 20, congress: 21, families: 19, nation: 23 }),
    id: 'addresses',
    name: 'State of the Union',
    summary: 'Addresses of American presidents, 2011 to 2021: 60,000 words and marks to learn from; the last ones are held out for the scores.',
    caption: 'by {unit}',
    heldOut: 427,
  },
  {
    ...text,
    id: 'own-text',
    name: 'Your own text',
    summary: 'A list or a text that you type, paste or drop here. It stays in your browser.',
    distinct: null,
    heldOut: null,
    whyNoneHeldOut: ({ text: own, form }: Chosen) =>
      samplesOfText(own, form).samples.length < LEAST_TO_HOLD_OUT
        ? `under ${LEAST_TO_HOLD_OUT} samples nothing is held out: all of them are learned from`
        : 'what is held out is shorter than one passage of 25 words',
    many: 'samples',
    defaults: ownDefaults,
  },
];

const GAUSSIAN_KEYS = {
  dim: count('Dimensions', {
    min: 1,
    max: 100,
    decides: ['data', 'floor'],
    fallback: () => 2,
    elsewhere: ({ dataset }: Chosen) => `needs dataset=gaussian; ${dataset} has its own`,
  }),
} as const satisfies Keys;

const DRAWN_KEYS = {
  points: {
    type: 'points',
    label: 'Your own data',
    live: false,
    decides: ['data', 'floor'],
    applies: always,
    fallback: () => '',
  },
} as const satisfies Keys;

/** Samples of one's own text that there have to be. */
export const LEAST_OWN = 10;

const readText = (text: string) => ({ value: cleanText(text), exact: text.trim().length <= LONGEST_TEXT });

function refusesText(value: string | number, { form }: Chosen): Refused | null {
  const { samples } = samplesOfText(String(value), form);
  if (samples.length >= LEAST_OWN) return null;
  const unit = (form ?? usualForm(String(value))) === 'lines' ? 'lines' : 'words and marks';
  return { why: `has ${samples.length} ${unit}; it needs ${LEAST_OWN}`, instead: '' };
}

const OWN_TEXT_KEYS = {
  text: {
    type: 'text',
    label: 'Your own text',
    live: false,
    decides: ['data', 'floor'],
    applies: always,
    isPrivate: true,
    allows: `a text of ${LEAST_OWN} samples and more, at most ${LONGEST_TEXT} characters`,
    read: readText,
    refuses: refusesText,
    fallback: () => '',
  },
  form: {
    type: 'choice',
    label: 'Samples',
    live: false,
    decides: ['data', 'floor'],
    applies: always,
    options: [
      { id: 'lines', name: 'Lines' },
      { id: 'running', name: 'Running text' },
    ],
    fallback: ({ dataset, text: own }: Chosen) => (dataset === 'own-text' ? usualForm(own) : 'lines'),
  },
} as const satisfies Keys;

/** The keys that datasets bring, in the order of links. */
export const DATASET_KEYS = {
  ...ownedBy('dataset', 'gaussian', GAUSSIAN_KEYS),
  ...ownedBy('dataset', 'drawn', DRAWN_KEYS),
  ...ownedBy('dataset', 'own-text', OWN_TEXT_KEYS),
};
