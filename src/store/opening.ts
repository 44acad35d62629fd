import type { Experiment, Note } from '../engine/experiment';
import { type Parsed, parseQuery } from '../engine/experimentText';
import { fewNotes } from '../engine/notes';
import { type AddressBar, comparedIn, ranHere, readAddress } from './addressBar';
import type { KeptRun } from './comparing';
import { readDesk } from './desk';
import { notesOnText, textIn, withText } from './ownText';
import { addressWithText, queryHere, withKey } from './pageAddress';
import { readPlay } from './playKeys';
import { ended, firstRun } from './run';
import { experimentOnScreen, standOf } from './selectors';
import type { LabActions, LabHome } from './state';

/** Whole experiments that take the place of the present one: presets, files, the address. */
export function createOpening(
  { getState, setState }: LabHome,
  address: AddressBar,
  keptRun: KeptRun,
  { reset, goTo }: Pick<LabActions, 'reset' | 'goTo'>,
  keepForUndo: () => void,
) {
  function load(experiment: Experiment, notes: readonly Note[]): void {
    setState({ draft: experiment, notes });
    reset();
  }

  /** What finished before is computed anew: it depends on nothing but the experiment. */
  function comeBack(to: number, wasSeen: boolean): void {
    goTo(to);
    setState(({ run: { runId } }) => ({ comeback: { runId, to, wasSeen } }));
  }

  /** The experiment of a link, and how the link wants it watched. */
  function enter(query: string, { experiment, notes }: Parsed, compared: Parsed | null, wasSeen: boolean): void {
    const { speed, at, notes: ofPlay } = readPlay(query, experiment.generations);
    setState({ speed, readersSpeed: null });
    load(experiment, fewNotes([...notes, ...ofPlay, ...(compared?.notes ?? [])]));
    if (at > 0) comeBack(at, wasSeen);
  }

  const actions: Pick<LabActions, 'open' | 'put' | 'openLink' | 'restore'> = {
    open(experiment, notes = []) {
      keepForUndo();
      address.push({ ...standOf(getState()), experiment, at: 0, isSeen: false });
      load(experiment, notes);
    },
    put: (experiment) => load(experiment, []),
    openLink(query) {
      keepForUndo();
      // whatever leads on from an experiment with a text of the reader's own goes on with it
      const { text } = experimentOnScreen(getState());
      const parsed = withText((beside) => parseQuery(query, beside), text);
      const compared = comparedIn(query, parsed.experiment);
      const { experiment } = parsed;
      const { speed, at } = readPlay(query, experiment.generations);
      address.push({ experiment, speed, at, isSeen: false });
      if (compared) {
        keptRun.follow(compared.experiment);
        address.compare(compared.experiment);
      }
      enter(query, parsed, compared, false);
    },
    restore(experiment, frames, noise) {
      actions.open(experiment);
      if (frames.length === 0) return;
      // a run that was saved on its way is shown as far as it goes
      const run = firstRun(getState().run, { ...experiment, generations: frames.length });
      setState({ run: ended({ ...run, frames, noise, shown: frames.length, origin: 'file' }) });
    },
  };

  return {
    ...actions,
    openAddress(): void {
      const query = queryHere();
      const beside = textIn(addressWithText());
      const parsed = readAddress(query, history.state, beside.text);
      const compared = comparedIn(query, parsed.experiment, history.state);
      const { desk, notes: ofDesk } = readDesk(location.href);
      const before = getState();
      keptRun.follow(compared?.experiment ?? null);
      address.isComparedWith(compared?.experiment ?? null);
      setState({ desk });
      const experiment = typeof desk === 'number' ? { ...parsed.experiment, seed: desk } : parsed.experiment;
      // where the run stood that was another desk's; a link that opens, or waits for a desk, may still say where all desks begin
      const isLinks = before.desk === 'asked' && before.comeback !== null;
      const isAnothers = !isLinks && before.run.status !== 'idle' && experiment.seed !== parsed.experiment.seed;
      const watched = isAnothers ? withKey(query, 'at', null) : query;
      const notes = [...ofDesk, ...notesOnText(experiment, beside, history.state), ...parsed.notes];
      enter(watched, { experiment, notes }, compared, ranHere(history.state));
    },
  };
}
