import { catalogue } from '../../engine/catalogue';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { presetOf } from '../../presets/presetOf';
import { metricsOf, truthsOf } from '../charts/metricsOf';

function find(experiment: Experiment, wanted: string | undefined): MetricDescription | null {
  const scores = metricsOf(experiment).filter(({ id }) => experiment.scores.includes(id));
  const preset = presetOf(experiment);
  const score = wanted ?? preset?.score;
  const told = [...scores, ...truthsOf(experiment)].find(({ id }) => id === score);
  const rankOf = ({ rank }: MetricDescription) => rank ?? catalogue.metrics.length;
  return told ?? [...scores].sort((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
}

let last: { readonly experiment: Experiment; readonly wanted: string | undefined; readonly found: MetricDescription | null } | undefined;

/** The score whose curve stands on the stage: the wanted one, or that of the preset on the screen, else recall where it is computed; null without any. */
export function firstScore(experiment: Experiment, wanted?: string): MetricDescription | null {
  if (last?.experiment !== experiment || last.wanted !== wanted) last = { experiment, wanted, found: find(experiment, wanted) };
  return last.found;
}
