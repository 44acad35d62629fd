import { catalogue } from '../../engine/catalogue';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { presetOf } from '../../presets/presetOf';
import { metricsOf, truthsOf } from '../charts/metricsOf';

function find(experiment: Experiment): MetricDescription | null {
  const scores = metricsOf(experiment).filter(({ id }) => experiment.scores.includes(id));
  const preset = presetOf(experiment);
  const told = preset && [...scores, ...truthsOf(experiment)].find(({ id }) => id === preset.score);
  const rankOf = ({ rank }: MetricDescription) => rank ?? catalogue.metrics.length;
  return told ?? [...scores].sort((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
}

let last: { readonly experiment: Experiment; readonly found: MetricDescription | null } | undefined;

/** The score whose curve stands on the stage: the one that the preset on the screen tells of, else recall where it is computed; null without any. */
export function firstScore(experiment: Experiment): MetricDescription | null {
  if (last?.experiment !== experiment) last = { experiment, found: find(experiment) };
  return last.found;
}
