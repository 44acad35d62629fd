import type { Experiment } from '../engine/experiment';
import { SCHEMA } from '../engine/experiment';
import { isViewKey, type Parsed, parseQuery, printQuery } from '../engine/experimentText';
import { plainName } from '../engine/names';
import { countPoints, MOST_POINTS_IN_LINK, readPoints } from '../engine/pointsText';
import { type Pair, printPairs, queryOf as queryIn, readQuery, valuesIn } from '../engine/query';
import { type Desk, fragmentOf } from './desk';
import { hasOwnText, withText } from './ownText';
import { isEmbed, pageOf, rewriteAddress, rewriteKey } from './pageAddress';
import { PLAY_KEYS, playPairs } from './playKeys';

/** Safari allows 100 changes of the address in 30 s. */
const WRITE_MS = 400;
/** Where a run stands is no news each time. */
const STAND_MS = 1000;

/** What the address tells of the page. */
export interface Stand {
  readonly experiment: Experiment;
  readonly speed: number;
  /** the generation that is shown, or on its way; 0 where nothing has run */
  readonly at: number;
  /** whether it was on the screen */
  readonly isSeen: boolean;
}

/** Points beyond what a link holds: files have them, and the browser's own history, so that a reload keeps them. */
const isTooLong = ({ points }: Experiment) => countPoints(points) > MOST_POINTS_IN_LINK;

type Place = Pick<Location, 'href'>;

const viewPairs = (location: Place, without: readonly string[]): Pair[] =>
  isEmbed(location) ? [] : readQuery(queryIn(location.href)).filter(([name]) => isViewKey(name) && !without.includes(plainName(name)));

const printLink = (experiment: Experiment, location: Place, view: readonly Pair[]) =>
  [`${pageOf(location)}?${queryOf(experiment)}`, ...view.map((pair) => printPairs([pair]))].join('&');

/**
 * The link that reproduces an experiment, keys of the view kept as they are, but for where the reader stands; those of an embed left out.
 * More points than a link holds are left out.
 */
export const linkOf = (experiment: Experiment, location: Place): string => printLink(experiment, location, viewPairs(location, ['at']));

/** The same for others, with the reader's own text in its fragment, which no server is sent, as far as that fits. */
export const sharedLinkOf = (experiment: Experiment, location: Place): string => linkOf(experiment, location) + fragmentOf(null, experiment);

/** The same as `linkOf` with where the reader stands, and how fast. */
const standLink = ({ experiment, speed, at }: Stand): string =>
  printLink(experiment, location, [...viewPairs(location, PLAY_KEYS), ...playPairs({ speed, at })]);

const queryOf = (experiment: Experiment) => printQuery(isTooLong(experiment) ? { ...experiment, points: '' } : experiment);

/** What an entry of the history holds beside its address: own points, own texts, and whether its run was seen here. */
function historyOf({ experiment, isSeen }: Stand, comparedText: string) {
  const entry = {
    ...(isTooLong(experiment) && { points: experiment.points }),
    ...(hasOwnText(experiment) && { text: experiment.text }),
    ...(comparedText !== '' && { comparedText }),
    ...(isSeen && { ran: true }),
  };
  return Object.keys(entry).length > 0 ? entry : null;
}

interface Entry {
  readonly points?: unknown;
  readonly text?: unknown;
  readonly comparedText?: unknown;
  readonly ran?: unknown;
}

const entryOf = (state: unknown): Entry => (typeof state === 'object' && state !== null ? state : {});

/** Whether the run of this entry of the history was seen in this tab, before a reload or on the way back. */
export const ranHere = (state: unknown): boolean => entryOf(state).ran === true;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The experiment of a query, with the points and the text that its entry in the history holds; `text`: from its fragment. */
export function readAddress(query: string, state: unknown, text?: string): Parsed {
  const { points, text: known } = entryOf(state);
  const parsed = withText((beside) => parseQuery(query, beside), textOf(known) ?? text);
  const { experiment } = parsed;
  if (!SCHEMA.points.applies(experiment) || experiment.points !== '' || points === undefined) return parsed;
  return { ...parsed, experiment: { ...experiment, points: readPoints(String(points)).points ?? '' } };
}

/** The experiment that a link compares with: the value of its key `compare` is a query of its own; null without one. Its text is in the history, or the one beside it. */
export function comparedIn(query: string, { text }: Experiment, state: unknown = null): Parsed | null {
  const compared = valuesIn(query).get('compare');
  if (compared === undefined) return null;
  return withText((beside) => parseQuery(compared, beside), textOf(entryOf(state).comparedText) ?? text);
}

const ownTextOf = (experiment: Experiment | null): string => (experiment && hasOwnText(experiment) ? experiment.text : '');

export type AddressBar = ReturnType<typeof createAddressBar>;

/** Keeps the address bar at the link of the experiment on the screen. `push` makes an entry for the back button, `write` replaces the present one. */
export function createAddressBar(deskHere: () => Desk) {
  const addressOf = (stand: Stand) => standLink(stand) + fragmentOf(deskHere(), stand.experiment);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWaitCalm = false;
  let waiting: Stand | null = null;
  /** of the experiment that is compared with */
  let comparedText = '';

  function stopWait(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function flush(): void {
    stopWait();
    if (waiting) rewriteAddress(addressOf(waiting), historyOf(waiting, comparedText));
    waiting = null;
  }

  return {
    /** What waits, at once: before a reload. */
    flush,
    /** Soon, or calmly where only the generation is another. */
    write(stand: Stand, isCalm: boolean): void {
      waiting = stand;
      // news does not wait for where a run stands
      if (isWaitCalm && !isCalm) stopWait();
      if (timer !== undefined) return;
      isWaitCalm = isCalm;
      timer = setTimeout(flush, isCalm ? STAND_MS : WRITE_MS);
    },
    /** Notes, or takes out, the experiment that the present one is compared with. */
    compare(experiment: Experiment | null): void {
      flush();
      const before = comparedText;
      comparedText = ownTextOf(experiment);
      rewriteKey('compare', experiment && queryOf(experiment), comparedText === before ? {} : { comparedText });
    },
    /** What the address already says is compared with. */
    isComparedWith(experiment: Experiment | null): void {
      comparedText = ownTextOf(experiment);
    },
    push(stand: Stand): void {
      flush();
      rewriteAddress(addressOf(stand), historyOf(stand, comparedText), 'push');
    },
  };
}
