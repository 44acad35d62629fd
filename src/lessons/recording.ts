/**
 * Runs of a lesson as they were computed once, for computers that can't compute them. All numbers are to the last digit; pictures have 64 shades, which
 * is at most 1/126 of black from what was drawn.
 */
import type { Experiment } from '../engine/experiment';
import type { ShownImages } from '../engine/kinds/images';
import type { LaneResult, NoiseFloor, Preview } from '../engine/results';
import type { Frame } from '../results/frame';

export interface RecordedRun {
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  readonly noise: NoiseFloor | null;
  readonly real: Preview;
}

/** What pictures are without their pixels. */
interface PackedImages extends Omit<ShownImages, 'values' | 'classes'> {
  /** where they stand among all pictures of the file */
  readonly at: number;
  /** whether the classifier read them */
  readonly isRead: boolean;
}

type PackedLane = Omit<LaneResult, 'shown'> & { readonly shown: PackedImages | null };
type PackedFrame = Omit<Frame, 'lanes'> & { readonly lanes: readonly PackedLane[] };

export interface PackedRun extends Omit<RecordedRun, 'frames' | 'real'> {
  readonly frames: readonly PackedFrame[];
  readonly real: Omit<Preview, 'real' | 'modes' | 'ghost'> & { readonly real: PackedImages };
}

/** A file of them, one for a lesson. */
export interface Recording {
  readonly lesson: string;
  /** of the engine that computed them */
  readonly version: string;
  /** the hash of all that they come from */
  readonly code: string;
  /** by their names */
  readonly runs: Readonly<Record<string, PackedRun>>;
  /** of all sets of pictures a byte for each pixel, and behind each set one for what each picture was read as; deflated, in base64 */
  readonly pictures: string;
}

const DARKEST = 63;
export const shadeOf = (byte: number): number => Math.round((byte * DARKEST) / 255);
const byteOf = (shade: number): number => Math.round((shade * 255) / DARKEST);

async function inflated(base64: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
}

/** The runs of a file, by their names. */
export async function runsIn({ runs, pictures }: Recording): Promise<ReadonlyMap<string, RecordedRun>> {
  const bytes = await inflated(pictures);
  function imagesOf({ at, isRead, ...about }: PackedImages): ShownImages {
    const end = at + about.count * about.side * about.side;
    return { ...about, values: bytes.slice(at, end).map(byteOf), ...(isRead && { classes: bytes.slice(end, end + about.count) }) };
  }
  const laneOf = ({ shown, ...lane }: PackedLane): LaneResult => ({ ...lane, shown: shown && imagesOf(shown) });
  const runOf = ({ frames, real, ...run }: PackedRun): RecordedRun => ({
    ...run,
    real: { ...real, real: imagesOf(real.real), ghost: null, modes: new Float32Array(0) },
    frames: frames.map(({ lanes, ...frame }) => ({ ...frame, lanes: lanes.map(laneOf) })),
  });
  return new Map(Object.entries(runs).map(([name, run]) => [name, runOf(run)]));
}
