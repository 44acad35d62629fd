import type { Experiment } from '../engine/experiment';
import { type Parsed, parseQuery, printQuery, VIEW_KEYS } from '../engine/experimentText';
import { countPoints, MOST_POINTS_IN_LINK, readPoints } from '../engine/pointsText';
import { isEmbed, pageOf, rewriteAddress } from './pageAddress';

/** Safari allows 100 changes of the address in 30 s. */
const WRITE_MS = 400;

/** Points beyond what a link holds: files have them, and the browser's own history, so that a reload keeps them. */
const isTooLong = ({ points }: Experiment) => countPoints(points) > MOST_POINTS_IN_LINK;

const plain = (name: string) => name.replaceAll('-', '').toLowerCase();

/** The link that reproduces an experiment, keys of the view kept as they are, those of an embed left out. More points than a link holds are left out. */
export function linkOf(experiment: Experiment, location: Location): string {
  const view = isEmbed(location)
    ? []
    : [...new URLSearchParams(location.search)].filter(([name]) => VIEW_KEYS.some((key) => plain(key) === plain(name)));
  const viewQuery = view.length > 0 ? `&${new URLSearchParams(view)}`.replaceAll('%2C', ',') : '';
  return `${pageOf(location)}?${queryOf(experiment)}${viewQuery}`;
}

const queryOf = (experiment: Experiment) => printQuery(isTooLong(experiment) ? { ...experiment, points: '' } : experiment);

const historyOf = (experiment: Experiment) => (isTooLong(experiment) ? { points: experiment.points } : null);

/** The experiment of a query, with the points that its entry in the history holds. */
export function readAddress(query: string, state: unknown): Parsed {
  const parsed = parseQuery(query);
  const { dataset, points } = parsed.experiment;
  if (dataset !== 'drawn' || points !== '' || typeof state !== 'object' || state === null || !('points' in state)) return parsed;
  return { ...parsed, experiment: { ...parsed.experiment, points: readPoints(String(state.points)) ?? '' } };
}

/** The experiment that a link compares with: the value of its key `compare` is a query of its own; null without one. */
export function comparedIn(query: string): Parsed | null {
  const compared = new URLSearchParams(query).get('compare');
  return compared === null ? null : parseQuery(compared);
}

/** Keeps the address bar at the link of the experiment on the screen. `push` makes an entry for the back button, `write` replaces the present one. */
export function createAddressBar() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Experiment | null = null;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) rewriteAddress(linkOf(waiting, location), historyOf(waiting));
    waiting = null;
  }

  return {
    write(experiment: Experiment): void {
      waiting = experiment;
      timer ??= setTimeout(flush, WRITE_MS);
    },
    /** Notes, or takes out, the experiment that the present one is compared with. */
    compare(experiment: Experiment | null): void {
      flush();
      const address = new URL(location.href);
      if (experiment) address.searchParams.set('compare', queryOf(experiment));
      else address.searchParams.delete('compare');
      rewriteAddress(address, history.state);
    },
    push(experiment: Experiment): void {
      flush();
      rewriteAddress(linkOf(experiment, location), historyOf(experiment), 'push');
    },
  };
}
