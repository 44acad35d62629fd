import type { Experiment } from '../engine/experiment';
import { printQuery, VIEW_KEYS } from '../engine/experimentText';

/** Safari allows 100 changes of the address in 30 s. */
const WRITE_MS = 400;

/** The link that reproduces an experiment, keys of the view kept as they are. */
export function linkOf(experiment: Experiment, location: Location): string {
  const view = [...new URLSearchParams(location.search)].filter(([name]) => (VIEW_KEYS as readonly string[]).includes(name));
  const viewQuery = view.length > 0 ? `&${new URLSearchParams(view)}`.replaceAll('%2C', ',') : '';
  return `${location.origin}${location.pathname}?${printQuery(experiment)}${viewQuery}`;
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
    push(experiment: Experiment): void {
      flush();
      history.pushState(null, '', linkOf(experiment, location));
    },
  };
}
