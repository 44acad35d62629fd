/** A run of points as one Python program. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';
import type { Program } from '../program';
import { SCORES } from '../scores';
import { dataLines, hasModes } from './data';
import { modelLines } from './models';
import { hasTheory, theoryLines } from './theory';

/** What counts as alive. */
const ALIVE = [
  '    near = (squares(made, CENTRES) <= (3 * SIGMA) ** 2).sum(0)',
  '    alive = (near >= np.maximum(3, 0.1 * WEIGHTS * EVALUATION)).sum()  # modes with a tenth of their fair share',
];

function runLines(experiment: Experiment): readonly string[] {
  const isMixture = experiment.model === 'gaussian-mixture';
  const floor = isMixture ? ', floor' : '';
  const modes = hasModes(experiment);
  return [
    ...lines`
      # --- the runs: from generation 2 on each model learns from what the one before it made
      def scores(model, bias, held_out):
          made = sample(model, EVALUATION, bias)`,
    ...(modes ? ALIVE : []),
    ...lines`
      ${''}    return [${modes ? 'alive, ' : ''}covered(held_out, made), covered(made, held_out), frechet(held_out, made), variance(*model)]

      results = {name: [] for name in LOOPS}
      for _ in range(REPLICATES):  # all loops share the first real samples, the held-out ones, and the first model
          first, held_out = real(INITIAL), real(EVALUATION)`,
    ...(isMixture ? ['    floor = 1e-6 * first.var(0).mean()  # of every variance'] : []),
    ...lines`
      ${''}    first_model = fit(first${floor})
          first_scores = scores(first_model, SETTINGS['bias'], held_out)
          for name, kept in LOOPS.items():
              model, rows, now, past = first_model, [first_scores], dict(SETTINGS), []
              for t in range(2, GENERATIONS + 1):
                  now.update(CHANGES.get(t, {}))
                  past.append(sample(model, now['synthetic'], now['bias']))
                  data = [first] if kept == 'first' else [real(now['real'])] if kept == 'new' else []
                  model = fit(np.vstack(data + (past if now['memory'] == 'all' else past[-1:]))${floor})
                  rows.append(scores(model, now['bias'], held_out))
              results[name].append(rows)`.map((line) => `    ${line}`),
  ];
}

export const pointsProgram = (experiment: Experiment): Program => ({
  imports: experiment.dataset === 'drawn' ? ['base64'] : [],
  settings: [
    experiment.model === 'gaussian' ? 'rng = np.random.default_rng(SEED)' : `COMPONENTS, rng = ${experiment.components}, np.random.default_rng(SEED)`,
  ],
  many: 'samples',
  parts: [
    dataLines(experiment),
    ['# --- scores of samples that a model made against held-out real ones', ...SCORES[0]],
    ...SCORES.slice(1),
    modelLines(experiment),
    ...(hasTheory(experiment) ? [theoryLines(experiment)] : []),
    runLines(experiment),
  ],
  columns: [
    ...(hasModes(experiment) ? [['modes alive', '.2f'] as const] : []),
    ['recall', '.3f'],
    ['precision', '.3f'],
    ['Frechet distance', '.4g'],
    ['variance of model', '.4g'],
    ...(hasTheory(experiment) ? [['theory', '.4g'] as const] : []),
  ],
  theory: hasTheory(experiment) ? 'expected(kept)' : null,
});
