import { deflateRawSync } from 'node:zlib';
import { datasets } from '../engine/datasets';
import type { Experiment } from '../engine/experiment';
import type { ShownImages } from '../engine/kinds/images';
import { byId } from '../engine/registry';
import type { LaneResult, NoiseFloor, Preview, ShownSamples } from '../engine/results';
import { createRng } from '../engine/rng';
import { run } from '../engine/run';
import { previewReal } from '../engine/view';
import type { Lesson } from '../lessons/lesson';
import { recordedIn } from '../lessons/lessonRuns';
import { type PackedRun, type Recording, shadeOf } from '../lessons/recording';
import type { Frame } from '../results/frame';
import { version } from '../version';
import { createNodeHost } from './nodeHost';

/** Gathers the pixels of pictures, those of the same ones once. */
function createAlbum() {
  const pages: Buffer[] = [];
  const places = new Map<string, number>();
  let length = 0;
  function place(page: Buffer): number {
    const key = page.toString('base64');
    const at = places.get(key) ?? length;
    if (at < length) return at;
    places.set(key, at);
    pages.push(page);
    length += page.length;
    return at;
  }
  const imagesOf = (shown: ShownSamples) => {
    const { values, classes, ...about } = shown as ShownImages;
    return { ...about, at: place(Buffer.concat([values.map(shadeOf), ...(classes ? [classes] : [])])), isRead: classes !== undefined };
  };
  return {
    imagesOf,
    laneOf: (lane: LaneResult) => ({ ...lane, shown: lane.shown && imagesOf(lane.shown) }),
    pictures: () => deflateRawSync(Buffer.concat(pages), { level: 9 }).toString('base64'),
  };
}

async function realOf(experiment: Experiment): Promise<Preview> {
  const dataset = byId(datasets, experiment.dataset);
  const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), createNodeHost(experiment.backend));
  return previewReal(experiment, dataset, source);
}

async function framesOf(experiment: Experiment): Promise<{ readonly frames: readonly Frame[]; readonly noise: NoiseFloor | null }> {
  const frames: Frame[] = [];
  let noise: NoiseFloor | null = null;
  for await (const event of run(experiment, createNodeHost(experiment.backend), { shown: true, noise: true })) {
    if (event.type === 'noise') noise = event.noise;
    if (event.type === 'generation') frames.push({ generation: event.generation, lanes: event.lanes, elapsedMs: 0 });
  }
  return { frames, noise };
}

/** The runs of a lesson that are to be recorded, as the page would compute them; null where none is. */
export async function recordRuns(lesson: Lesson, code: string): Promise<Recording | null> {
  const album = createAlbum();
  const runs: Record<string, PackedRun> = {};
  for (const [name, experiment] of recordedIn(lesson)) {
    const { ghost: _, modes: __, ...real } = await realOf(experiment);
    const { frames, noise } = await framesOf(experiment);
    runs[name] = {
      experiment,
      noise,
      real: { ...real, real: album.imagesOf(real.real) },
      frames: frames.map(({ lanes, ...frame }) => ({ ...frame, lanes: lanes.map(album.laneOf) })),
    };
  }
  return Object.keys(runs).length === 0 ? null : { lesson: lesson.id, version, code, runs, pictures: album.pictures() };
}
