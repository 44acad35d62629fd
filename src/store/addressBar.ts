import type { Experiment } from '../engine/experiment';
import { type Parsed, parseQuery, printQuery, VIEW_KEYS } from '../engine/experimentText';

/** Safari allows 100 changes of the address in 30 s. */
const WRITE_MS = 400;

/** The link that reproduces an experiment, keys of the view kept as they are. */
export function linkOf(experiment: Experiment, location: Location): string {
  const view = [...new URLSearchParams(location.search)].filter(([name]) => (VIEW_KEYS as readonly string[]).includes(name));
  const viewQuery = view.length > 0 ? `&${new URLSearchParams(view)}` : '';
  return `${location.origin}${location.pathname}?${printQuery(experiment)}${viewQuery}`;
}

/** The experiment that a link compares with: the value of its key `compare` is a query of its own; null without one. */
export function comparedIn(location: Location): Parsed | null {
  const query = new URLSearchParams(location.search).get('compare');
  return query === null ? null : parseQuery(query);
}

/** Keeps the address bar at the link of the experiment on the screen. `push` makes an entry for the back button, `write` replaces the present one. */
export function createAddressBar() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Experiment | null = null;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) history.replaceState(null, '', linkOf(waiting, location));
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
      if (experiment) address.searchParams.set('compare', printQuery(experiment));
      else address.searchParams.delete('compare');
      history.replaceState(null, '', address);
    },
    push(experiment: Experiment): void {
      flush();
      history.pushState(null, '', linkOf(experiment, location));
    },
  };
}
