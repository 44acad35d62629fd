/** A run of points as one Python program. */
import type { Experiment } from '../../engine/experiment';
import type { Program } from '../program';
import { runLines } from '../runs';
import { COVERED, FRECHET, SQUARES } from '../scores';
import { dataLines, hasModes } from './data';
import { modelLines } from './models';
import { hasTheory, theoryLines } from './theory';

/** Which modes are alive. */
const ALIVE = [
  '    near = (squares(made, CENTRES) <= (3 * SIGMA) ** 2).sum(0)',
  '    alive = (near >= np.maximum(3, 0.1 * WEIGHTS * EVALUATION)).sum()  # modes with a tenth of their fair share',
];

const scoreLines = (modes: boolean): readonly string[] => [
  '# --- the runs: from generation 2 on each model learns from what the one before it made',
  'def scores(model, bias, held_out):',
  '    made = sample(model, EVALUATION, bias)',
  ...(modes ? ALIVE : []),
  `    return [${modes ? 'alive, ' : ''}covered(held_out, made), covered(made, held_out), frechet(held_out, made), variance(*model)]`,
];

export function pointsProgram(experiment: Experiment): Program {
  const isMixture = experiment.model === 'gaussian-mixture';
  const [modes, theory] = [hasModes(experiment), hasTheory(experiment)];
  const fitWith = isMixture ? 'floor' : `ddof=${experiment.covariance === 'mle' ? 0 : 1}`;
  const runs = runLines({
    first: 'real(INITIAL)',
    fresh: "real(now['real'])",
    pooled: (sets) => `np.vstack(${sets})`,
    fitFirst: fitWith,
    fitNow: fitWith,
    behind: isMixture ? ['held_out, floor = real(EVALUATION), 1e-6 * first.var(0).mean()'] : ['held_out = real(EVALUATION)'],
  });
  return {
    imports: experiment.dataset === 'drawn' ? ['import base64'] : [],
    settings: ['rng = np.random.default_rng(SEED)'],
    numbers: [['K', experiment.k, 'neighbours'], ...(isMixture ? [['COMPONENTS', experiment.components, 'Gaussians of the mixture'] as const] : [])],
    scored: 'those that are scored',
    keys: ['real', 'synthetic', 'bias', 'memory'],
    parts: [
      dataLines(experiment),
      ['# --- scores of samples that a model made against held-out real ones', ...SQUARES],
      FRECHET,
      COVERED,
      modelLines(experiment),
      ...(theory ? [theoryLines(experiment)] : []),
      scoreLines(modes),
      runs,
    ],
    columns: [
      ...(modes ? [['modes alive', '.2f'] as const] : []),
      ['recall', '.3f'],
      ['precision', '.3f'],
      ['Frechet distance', '.4g'],
      ['variance of model', '.4g'],
      ...(theory ? [['theory', '.4g'] as const] : []),
    ],
    canLack: false,
    theory: theory ? 'expected(kept)' : null,
  };
}
