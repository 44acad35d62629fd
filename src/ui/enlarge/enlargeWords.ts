import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { framesOfRuns } from '../compare/behind';
import { type Look, MOST_POINTS } from './useLargeChart';

/** What has to be said of the lines before they are read. */
export function lookWords({ replicates }: Experiment, frames: readonly Frame[], look: Look, hasZero: boolean): string[] {
  const drawn = framesOfRuns(frames, replicates, MOST_POINTS).length;
  const words = [
    look.scale === 'log' && hasZero ? 'A logarithmic axis has no 0: values of 0 lie on its lower edge.' : '',
    replicates === 1 ? 'One run of each loop. With more replicates (under Set up) there is a median, a mean and all runs.' : '',
    replicates > 1 && look.hasMean ? 'Where mean and median part, a few runs are far from the others.' : '',
    look.runs === 'all' && replicates > 1 && drawn < frames.length
      ? `Single runs are drawn at ${drawn} of the ${frames.length} generations in sight.`
      : '',
  ];
  return words.filter((sentence) => sentence !== '');
}
