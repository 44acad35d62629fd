import type { Experiment } from '../engine/experiment';
import { SCHEMA } from '../engine/experiment';
import { isViewKey, type Parsed, parseQuery, printQuery } from '../engine/experimentText';
import { countPoints, MOST_POINTS_IN_LINK, readPoints } from '../engine/pointsText';
import { printPairs, queryOf as queryIn, readQuery, valuesIn } from '../engine/query';
import { fragmentOf } from './desk';
import { isEmbed, pageOf, rewriteAddress, rewriteKey } from './pageAddress';

/** Safari allows 100 changes of the address in 30 s. */
const WRITE_MS = 400;

/** Points beyond what a link holds: files have them, and the browser's own history, so that a reload keeps them. */
const isTooLong = ({ points }: Experiment) => countPoints(points) > MOST_POINTS_IN_LINK;

/** The link that reproduces an experiment, keys of the view kept as they are, those of an embed left out. More points than a link holds are left out. */
export function linkOf(experiment: Experiment, location: Pick<Location, 'href'>): string {
  const view = isEmbed(location) ? [] : readQuery(queryIn(location.href)).filter(([name]) => isViewKey(name));
  return [`${pageOf(location)}?${queryOf(experiment)}`, ...view.map((pair) => printPairs([pair]))].join('&');
}

const queryOf = (experiment: Experiment) => printQuery(isTooLong(experiment) ? { ...experiment, points: '' } : experiment);

const historyOf = (experiment: Experiment) => (isTooLong(experiment) ? { points: experiment.points } : null);

/** The experiment of a query, with the points that its entry in the history holds. */
export function readAddress(query: string, state: unknown): Parsed {
  const parsed = parseQuery(query);
  const { experiment } = parsed;
  if (!SCHEMA.points.applies(experiment) || experiment.points !== '' || typeof state !== 'object' || state === null || !('points' in state))
    return parsed;
  return { ...parsed, experiment: { ...experiment, points: readPoints(String(state.points)).points ?? '' } };
}

/** The experiment that a link compares with: the value of its key `compare` is a query of its own; null without one. */
export function comparedIn(query: string): Parsed | null {
  const compared = valuesIn(query).get('compare');
  return compared === undefined ? null : parseQuery(compared);
}

export type AddressBar = ReturnType<typeof createAddressBar>;

/** Keeps the address bar at the link of the experiment on the screen. `push` makes an entry for the back button, `write` replaces the present one. */
export function createAddressBar(deskHere: () => number | null) {
  const addressOf = (experiment: Experiment) => linkOf(experiment, location) + fragmentOf(deskHere(), experiment);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Experiment | null = null;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) rewriteAddress(addressOf(waiting), historyOf(waiting));
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
      rewriteKey('compare', experiment && queryOf(experiment));
    },
    push(experiment: Experiment): void {
      flush();
      rewriteAddress(addressOf(experiment), historyOf(experiment), 'push');
    },
  };
}
