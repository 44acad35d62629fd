import type { ModelDescription } from '../descriptions';
import { ownedBy } from '../keys/key';
import { GAUSSIAN_HELP, GAUSSIAN_KEYS, GAUSSIAN_WORDS, ABOUT as gaussian } from './gaussian.about';
import { ABOUT as gaussianMixture, MIXTURE_HELP, MIXTURE_KEYS, MIXTURE_WORDS } from './gaussianMixture.about';
import { VAE_HELP, VAE_KEYS, VAE_WORDS, ABOUT as vae } from './vae.about';

/** What each model is, without its code: page, links, files and docs read this. In the order of `index.ts`. */
export const MODELS: readonly ModelDescription[] = [gaussianMixture, gaussian, vae];

/** The keys that models bring, in the order of links. */
export const MODEL_KEYS = {
  ...ownedBy('model', gaussian.id, GAUSSIAN_KEYS),
  ...ownedBy('model', gaussianMixture.id, MIXTURE_KEYS),
  ...ownedBy('model', vae.id, VAE_KEYS),
};
export const MODEL_HELP = { ...GAUSSIAN_HELP, ...MIXTURE_HELP, ...VAE_HELP };
export const MODEL_WORDS = { ...GAUSSIAN_WORDS, ...MIXTURE_WORDS, ...VAE_WORDS };
