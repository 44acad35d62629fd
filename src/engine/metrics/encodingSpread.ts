import { isUndefined, type Metric } from './scene';

export const encodingSpread: Metric = {
  id: 'encodingSpread',
  name: 'Encoding spread',
  aspect: 'spread',
  better: 'neither',
  range: [0, null],
  scale: 'linear',
  meaning:
    'How widely the generated images lie for the encoder of generation 1, which has learned real digits. When it shrinks from generation to generation, the images move towards the middle of what real digits were.',
  formula: '√(tr Cov μ(x) / latent): μ(x) = mean of q₁(z|x), by the encoder of generation 1 of the same replicate; divisor n − 1',
  latex: '\\sqrt{\\frac{\\operatorname{tr}\\operatorname{Cov}\\mu_1(x)}{d_z}}',
  symbols: 'μ₁(x): mean of the latent variables that the encoder of generation 1 gives image x; d_z: latent dimensions; divisor n − 1.',
  trap: 'It knows only what that encoder knows: images that it does not tell apart count as one, and a latent variable that it does not use lowers every value. Compare generations of one run, not runs. Shumailov et al. give 0.688, 0.603, 0.534, 0.483, 0.443 for five generations of their network (28 px, latent 20, β = 1, 30 epochs); the default here, fully synthetic, has 0.65, 0.49, 0.35, 0.22, 0.14: another set-up, the same direction.',
  source: 'after Shumailov et al., Nature 631 (2024): the comment in their code',
  kinds: ['images'],
  needsModes: false,
  needsEncodings: true,
  rank: null,
  compute({ encodings }) {
    if (!encodings) return { undefined: 'needs the encoder of a fitted model: two sets of real samples have none' };
    const trace = encodings.trace();
    return isUndefined(trace) ? trace : { value: Math.sqrt(trace.value / encodings.cloud.dim) };
  },
};
