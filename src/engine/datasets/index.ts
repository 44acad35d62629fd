import type { Dataset } from '../contracts';
import { digits } from './digits';
import { drawn } from './drawn';
import { gaussianData } from './gaussian';
import { grid } from './grid';
import { moons } from './moons';
import { longTail, ring } from './ring';
import { spiral } from './spiral';
import { stainedDigits } from './stainedDigits';
import { addresses, mobyDick, names, ownText } from './text';

/** Adding a dataset: one file here, one line below. */
export const datasets: readonly Dataset[] = [
  ring,
  longTail,
  grid,
  moons,
  spiral,
  gaussianData,
  drawn,
  digits,
  stainedDigits,
  names,
  mobyDick,
  addresses,
  ownText,
];
