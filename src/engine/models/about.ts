import type { ModelDescription } from '../descriptions';
import { ownedBy } from '../keys/key';
import { GAUSSIAN_KEYS, ABOUT as gaussian } from './gaussian.about';
import { ABOUT as gaussianMixture, MIXTURE_KEYS } from './gaussianMixture.about';
import { NGRAM_KEYS, ABOUT as ngram } from './ngram.about';
import { VAE_KEYS, ABOUT as vae } from './vae.about';

/** What each model is, without its code: page, links, files and docs read this. In the order of `index.ts`. */
export const MODELS: readonly ModelDescription[] = [gaussianMixture, gaussian, vae, ngram];

/** The keys that models bring, in the order of links. */
export const MODEL_KEYS = {
  ...ownedBy('model', gaussian.id, GAUSSIAN_KEYS),
  ...ownedBy('model', gaussianMixture.id, MIXTURE_KEYS),
  ...ownedBy('model', vae.id, VAE_KEYS),
  ...ownedBy('model', ngram.id, NGRAM_KEYS),
};
