import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { framesOfRuns } from '../compare/behind';
import { MOST_POINTS, type Showing } from './useLargeChart';

/** What has to be said of the lines before they are read. */
export function showingWords({ replicates }: Experiment, frames: readonly Frame[], showing: Showing, hasZero: boolean): string[] {
  const drawn = framesOfRuns(frames, replicates, MOST_POINTS).length;
  const words = [
    showing.scale === 'log' && hasZero ? 'A logarithmic axis has no 0: values of 0 lie on its lower edge.' : '',
    replicates === 1 ? 'One run of each loop. With more replicates (under Set up) there is a median, a mean and all runs.' : '',
    replicates > 1 && showing.hasMean
      ? 'Where mean and median part, the runs lie unevenly: a few that are far from the others can hold the mean away from them.'
      : '',
    showing.runs === 'all' && replicates > 1 && drawn < frames.length
      ? `Single runs are drawn at ${drawn} of the ${frames.length} generations in sight.`
      : '',
  ];
  return words.filter((sentence) => sentence !== '');
}
