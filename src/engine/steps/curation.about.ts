import { datasetOf } from '../chosen';
import type { StepDescription } from '../descriptions';
import { type Choices, type Chosen, ever, type Keys, type Refused } from '../keys/key';

export const ABOUT = {
  id: 'curation',
  name: 'Curation',
  summary: 'More samples are drawn than needed, and only those go into the training set that somebody likes.',
  cost: 'diversity, while the scores look better',
  keys: ['curation', 'keep', 'preference', 'favourite'],
} as const satisfies StepDescription;

/** What each kind of curation needs of the data. */
const NEEDS: Readonly<Record<string, { readonly kind: string; readonly why: string }>> = {
  density: { kind: 'points', why: 'needs points, whose true density is known' },
  confidence: { kind: 'images', why: 'needs digits, which a classifier reads' },
};

/** Of text, names are chosen by their first letters, passages of books by a word that is followed. */
const PREFERS_NOTHING = 'needs points, digits, names or a book: of your own text nothing is known to choose by';

function refusesCuration(value: string | number, chosen: Chosen): Refused | null {
  const need = NEEDS[value];
  const { kind, modes } = datasetOf(chosen);
  if (value === 'preference' && kind === 'text' && modes === 0) return { why: PREFERS_NOTHING, instead: 'none' };
  return need && need.kind !== kind ? { why: need.why, instead: 'none' } : null;
}

/** A favourite is one of the modes or classes that there are. */
function refusesFavourite(value: string | number, chosen: Chosen): Refused | null {
  const { modes, name } = datasetOf(chosen);
  const last = Math.max(0, modes - 1);
  if (Number(value) <= last) return null;
  return {
    why: modes === 0 ? `names none: the data “${name}” have no modes` : `is not one of the ${modes} of “${name}”, 0 to ${last}`,
    instead: last,
  };
}

const prefers = (experiment: Choices) => ever(experiment, ({ curation }) => curation === 'preference');

export const CURATION_KEYS = {
  curation: {
    type: 'choice',
    label: 'Curation',
    live: { long: 'curation', short: 'curation' },
    applies: () => true,
    refuses: refusesCuration,
    options: [
      { id: 'none', name: 'None' },
      { id: 'density', name: 'By density' },
      { id: 'confidence', name: 'By confidence' },
      { id: 'preference', name: 'By preference' },
    ],
    fallback: () => 'none',
  },
  keep: {
    type: 'number',
    label: 'Kept fraction',
    live: { long: 'kept fraction', short: 'kept' },
    applies: (experiment) => ever(experiment, ({ curation }) => curation === 'density' || curation === 'confidence'),
    waits: true,
    min: 0.05,
    max: 1,
    scale: 'linear',
    fallback: () => 0.5,
  },
  preference: {
    type: 'number',
    label: 'Preference κ',
    live: { long: 'preference κ', short: 'κ' },
    applies: prefers,
    waits: true,
    min: 0,
    max: 5,
    scale: 'linear',
    fallback: () => 0.5,
  },
  favourite: {
    type: 'integer',
    label: 'Favourite',
    live: { long: 'favourite', short: 'favourite' },
    applies: prefers,
    waits: true,
    refuses: refusesFavourite,
    min: 0,
    max: 31,
    scale: 'linear',
    fallback: () => 0,
  },
} as const satisfies Keys;
