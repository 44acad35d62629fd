/** Beyond this many a page would take more memory than time. */
const MOST = 8;
/** From so many cores on one is left to the page, and to all else that runs. */
const MANY_CORES = 4;
/** A phone's shorter side is below this, px; a tablet's is not. */
const PHONE = 600;

/** How many workers compute here: as many as there are cores, fewer where memory is small. */
export function workersHere(): number {
  // no navigator: the page is drawn beforehand. Safari and Firefox don't say how much memory there is
  const { hardwareConcurrency: cores = 1, deviceMemory = MOST } = (globalThis.navigator ?? {}) as {
    readonly hardwareConcurrency?: number;
    readonly deviceMemory?: number;
  };
  const isPhone = globalThis.matchMedia?.('(pointer: coarse)').matches === true && Math.min(screen.width, screen.height) < PHONE;
  const most = deviceMemory <= 2 ? 1 : deviceMemory <= 4 || isPhone ? 2 : MOST;
  return Math.min(most, cores >= MANY_CORES ? Math.min(MOST, cores) - 1 : Math.max(1, cores));
}
