import type { GenerativeModel } from '../contracts';
import { gaussian } from './gaussian';
import { gaussianMixture } from './gaussianMixture';
import { ngram } from './ngram';
import { vae } from './vae';

/** Adding a model: one file here, one line below. */
export const models: readonly GenerativeModel[] = [gaussianMixture, gaussian, vae, ngram] as readonly GenerativeModel[];
