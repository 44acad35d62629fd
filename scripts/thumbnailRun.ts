import type { Modes } from '../src/engine/contracts';
import { datasets } from '../src/engine/datasets';
import type { Experiment } from '../src/engine/experiment';
import { parseQuery } from '../src/engine/experimentText';
import { byId } from '../src/engine/registry';
import type { LaneResult, Preview } from '../src/engine/results';
import { createRng } from '../src/engine/rng';
import { run } from '../src/engine/run';
import { previewReal } from '../src/engine/view';
import { createNodeHost } from '../src/headless/nodeHost';
import type { Preset } from '../src/presets/preset';
import type { Frame } from '../src/results/frame';
import { planOf, type ThumbnailPlan } from '../src/ui/gallery/thumbnail';

/** What a thumbnail is drawn from: a run of the preset itself. */
export interface ThumbnailRun {
  readonly experiment: Experiment;
  readonly plan: ThumbnailPlan;
  /** the generations that the plan needs: of a curve all, of panes theirs */
  readonly frames: readonly Frame[];
  readonly preview: Preview;
  readonly density: Modes | null;
}

/** Runs the preset without a browser. Scores that the picture does not show are left out: no draw of the rest changes by it. */
export async function runForThumbnail(preset: Preset): Promise<ThumbnailRun> {
  const { experiment } = parseQuery(preset.query);
  const plan = planOf(preset);
  const scores = plan.kind === 'curve' ? experiment.scores.filter((id) => id === plan.value) : [];
  const wanted = new Set(plan.kind === 'panes' ? plan.panes.map(({ generation }) => generation) : []);
  const host = createNodeHost('wasm');
  const frames: Frame[] = [];
  for await (const event of run({ ...experiment, scores }, host, { shown: plan.kind === 'panes', noise: false })) {
    if (event.type !== 'generation' || (plan.kind === 'panes' && !wanted.has(event.generation))) continue;
    frames.push({ generation: event.generation, lanes: event.lanes.map(withoutModel), elapsedMs: 0 });
  }
  const dataset = byId(datasets, experiment.dataset);
  const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), host);
  return { experiment, plan, frames, preview: await previewReal(experiment, dataset, source), density: dataset.density?.(experiment) ?? null };
}

/** A run of thousands of generations is kept without its models. */
function withoutModel({ loop, replicate, trainingSize, scores, undefined: reasons, truth, theory, fit, shares, shown }: LaneResult): LaneResult {
  return { loop, replicate, trainingSize, scores, undefined: reasons, truth, theory, fit, shares, shown };
}
