/** Tells when nobody can see the page: its tab is hidden or, in a frame, the frame is out of sight. */
export function watchSight(changed: (isSeen: boolean) => void) {
  let inSight = true;
  let wasSeen = true;
  function look(): void {
    const isSeen = inSight && document.visibilityState === 'visible';
    if (isSeen !== wasSeen) changed(isSeen);
    wasSeen = isSeen;
  }
  document.addEventListener('visibilitychange', look);
  return {
    /** A frame says whether any of it is in sight. */
    frameIs(seen: boolean): void {
      inSight = seen;
      look();
    },
  };
}
