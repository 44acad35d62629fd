import type { Modes } from '../src/engine/contracts';
import { datasets } from '../src/engine/datasets';
import type { MetricDescription } from '../src/engine/descriptions';
import type { Experiment } from '../src/engine/experiment';
import { parseQuery } from '../src/engine/experimentText';
import { byId } from '../src/engine/registry';
import type { LaneResult, Preview } from '../src/engine/results';
import { createRng } from '../src/engine/rng';
import { run } from '../src/engine/run';
import { previewReal } from '../src/engine/view';
import { createNodeHost } from '../src/headless/nodeHost';
import type { Preset } from '../src/presets/preset';
import { toldScore } from '../src/presets/toldScore';
import type { Frame } from '../src/results/frame';
import { metricsOf, rankedOf, truthsOf } from '../src/ui/charts/metricsOf';
import { planOf, type ThumbnailPlan } from '../src/ui/gallery/thumbnail';

/** Charts of an embed's poster: two by two. */
const CHARTS = 4;

/** What a thumbnail is drawn from: a run of the preset itself. */
export interface ThumbnailRun {
  readonly experiment: Experiment;
  readonly plan: ThumbnailPlan;
  /** whose curves the poster of an embed shows */
  readonly metrics: readonly MetricDescription[];
  /** every generation; what is shown of it only where the plan needs that */
  readonly frames: readonly Frame[];
  readonly preview: Preview;
  readonly density: Modes | null;
}

/** The score that the preset tells of, then those that an embed shows beside it; of many runs the first alone. */
function posterMetrics(preset: Preset, experiment: Experiment): readonly MetricDescription[] {
  const told = toldScore(preset);
  const ranked = rankedOf(metricsOf(experiment).filter(({ id }) => experiment.scores.includes(id)));
  const all = [...metricsOf(experiment), ...truthsOf(experiment)];
  return [...all.filter(({ id }) => id === told), ...ranked.filter(({ id }) => id !== told)].slice(0, experiment.replicates > 1 ? 1 : CHARTS);
}

/** Runs the preset without a browser. Scores that no picture shows are left out: no draw of the rest changes by it. */
export async function runForThumbnail(preset: Preset): Promise<ThumbnailRun> {
  const { experiment } = parseQuery(preset.query);
  const plan = planOf(preset);
  const metrics = posterMetrics(preset, experiment);
  const scores = experiment.scores.filter((id) => metrics.some((metric) => metric.id === id));
  const wanted = new Set(plan.kind === 'panes' ? plan.panes.map(({ generation }) => generation) : []);
  const host = createNodeHost('wasm');
  const frames: Frame[] = [];
  for await (const event of run({ ...experiment, scores }, host, { shown: plan.kind === 'panes', noise: false })) {
    if (event.type !== 'generation') continue;
    const isShown = plan.kind === 'curve' || wanted.has(event.generation);
    frames.push({ generation: event.generation, lanes: event.lanes.map((lane) => kept(lane, isShown)), elapsedMs: 0 });
  }
  const dataset = byId(datasets, experiment.dataset);
  const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), host);
  return {
    experiment,
    plan,
    metrics,
    frames,
    preview: await previewReal(experiment, dataset, source),
    density: dataset.density?.(experiment) ?? null,
  };
}

/** A run of thousands of generations is kept without its models. */
function kept(
  { loop, replicate, trainingSize, scores, undefined: reasons, truth, theory, fit, shares, shown }: LaneResult,
  isShown: boolean,
): LaneResult {
  return { loop, replicate, trainingSize, scores, undefined: reasons, truth, theory, fit, shares, shown: isShown ? shown : null };
}
