import type { Dataset } from '../contracts';
import { drawn } from './drawn';
import { gaussianData } from './gaussian';
import { grid } from './grid';
import { digits, speech } from './images';
import { moons } from './moons';
import { longTail, ring } from './ring';
import { spiral } from './spiral';
import { stainedDigits } from './stainedDigits';
import { addresses, mobyDick, names, ownText } from './text';

/** Adding a dataset: its description in `about.ts`, its code in a file here, one line below. */
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
  speech,
  names,
  mobyDick,
  addresses,
  ownText,
];
