import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { differenceWords } from './differences';

/** What the faint lines are. */
export function GhostWords() {
  const ghosts = useLab((state) => state.ghosts);
  const from = [...new Set(ghosts.map((ghost) => ghost.from))].sort((a, b) => a - b);
  const places = from.map((generation) => (generation === 0 ? 'the start' : `generation ${generation}`)).join(', ');
  return `Faint lines: ${ghosts.length === 1 ? 'the discarded future' : `${ghosts.length} discarded futures`} after ${places}. `;
}

/** What the kept run is, and how it differs. */
export function KeptWords() {
  const kept = useLab((state) => state.kept);
  const here = useLab(experimentOnScreen);
  if (!kept) return null;
  const { experiment, frames, problem } = kept;
  const missing = experiment.generations - frames.length;
  return (
    <>
      <strong>Compared with the kept run. </strong>
      {differenceWords(here, experiment)}
      {problem !== null && ` The kept run could not be computed: ${problem}`}
      {problem === null &&
        missing > 0 &&
        (frames.length > 0 ? ` It is computed to generation ${frames.length}.` : ' It is computed when you press Run.')}{' '}
    </>
  );
}
