/** A run of points as one Python program. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';
import { dataLines, hasModes } from './data';
import { MODELS } from './models';
import { ALIVE, ROOT, SCORES } from './scores';
import { hasTheory, theoryLines } from './theory';

const run = (experiment: Experiment): readonly string[] => [
  ...lines(`
    # --- one loop: from generation 2 on a model learns from what the one before it made
    def run(keeps, fresh):
        first, held, past, now, rows = real(INITIAL), real(EVALUATION), [], dict(SETTINGS), []
        floor = 1e-6 * first.var(0).mean()
        for t in range(1, GENERATIONS + 1):
            now.update(CHANGES.get(t, {}))
            data = [first]
            if t > 1:
                made = sample(model, now['synthetic'], now['bias'])
                past = ${experiment.memory === 'all' ? 'past + [made]' : '[made]'}
                data = ([first] if keeps else []) + ([real(now['real'])] if fresh else []) + past
            model = fit(np.vstack(data), floor)
            made = sample(model, EVALUATION, now['bias'])
            rows.append((np.trace(moments(model)[1]) / made.shape[1], frechet(held, made), within(held, made), within(made, held)${hasModes(experiment) ? ', modes_alive(made)' : ''}))
        return np.array(rows)`),
];

function main(experiment: Experiment): readonly string[] {
  const names = ['variance', ...(hasTheory(experiment) ? ['theory'] : []), 'Frechet', 'precision', 'recall', ...(hasModes(experiment) ? ['modes alive'] : [])];
  return lines(`
    for name, (keeps, fresh) in LOOPS.items():
        mean = np.mean([run(keeps, fresh) for _ in range(REPLICATES)], axis=0)
        ${hasTheory(experiment) ? 'mean = np.insert(mean, 1, expected(keeps, fresh), axis=1)' : 'pass'}
        print(f'\\n{name}, mean of {REPLICATES}\\ngeneration  ' + '  '.join(${JSON.stringify(names).replaceAll('"', "'")}))
        for t in range(1, GENERATIONS + 1):
            if t in (1, 2, 5) or t % 10 == 0 or t == GENERATIONS:
                print(f'{t:10d}  ' + '  '.join(f'{value:{width}.4g}' for value, width in zip(mean[t - 1], ${JSON.stringify(names.map(({ length }) => length))})))`);
}

export function pointsProgram(experiment: Experiment): readonly string[] {
  const parts = [
    ['# --- the real data', ...dataLines(experiment)],
    ROOT,
    MODELS[experiment.model](experiment),
    SCORES,
    ...(hasModes(experiment) ? [ALIVE] : []),
    ...(hasTheory(experiment) ? [theoryLines(experiment)] : []),
    run(experiment),
    main(experiment),
  ];
  return parts.flatMap((part) => ['', ...part]);
}
