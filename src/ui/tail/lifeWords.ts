import type { KindDescription } from '../../engine/descriptions';

/** How it is told that modes are there, and that they are gone. */
interface LifeWords {
  readonly died: string;
  readonly diedAgain: string;
  readonly alive: string;
  readonly still: string;
  /** behind a share; and before a generation */
  readonly not: string;
  readonly since: string;
  /** of one, of several, and of none of them */
  readonly one: string;
  readonly many: string;
  readonly none: (mode: string) => string;
}

const DYING: LifeWords = {
  died: 'died',
  diedAgain: 'died again',
  alive: 'alive',
  still: 'still alive',
  not: 'not alive',
  since: 'died in',
  one: 'has died out',
  many: 'have died out',
  none: (mode) => `no ${mode} has died out`,
};

/** Of what stands for people. */
const MADE: LifeWords = {
  died: 'was no longer made',
  diedAgain: 'was again no longer made',
  alive: 'made',
  still: 'still made',
  not: 'not made',
  since: 'not made since',
  one: 'is not made',
  many: 'are not made',
  none: (mode) => `every ${mode} is still made`,
};

export const lifeWords = ({ modesDie }: Pick<KindDescription, 'modesDie'>): LifeWords => (modesDie ? DYING : MADE);
