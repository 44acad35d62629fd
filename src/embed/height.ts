import type { HostDoor } from './hostDoor';

/** Smallest change that a host is told of, px: less is rounding. */
const STEP = 2;
/** A question is answered at most this often, ms. */
const ANSWER_MS = 50;
/** Messages of the host among which its question is looked for: whoever floods is not listened to. */
const MOST_LOOKS = 20;

/** Time for a host to give its frame the height that was asked for, ms, and px from which on a frame that stayed is too high. */
const PATIENCE_MS = 1500;
const EXCESS = 40;

/**
 * Tells the host how high the page is, now and whenever it changes: in our own form, and in Embedly's, which article editors know.
 * @param hasLeft told by how many px the frame stays higher than was asked for, so that what is in it may fill it; nothing is asked for meanwhile
 */
export function reportHeight(door: HostDoor, hasLeft: (px: number) => void): { settle(): void } {
  if (window.parent === window) return { settle() {} };
  let told = 0;
  let left = 0;
  let isPoster = true;
  const leave = (px: number) => {
    if (px === left) return;
    left = px;
    hasLeft(px);
  };
  const judge = (patient: boolean) => {
    const px = innerHeight - told;
    leave(isPoster && px > EXCESS && (left > 0 || patient) ? px : 0);
  };
  setTimeout(judge, PATIENCE_MS, true);
  addEventListener('resize', () => judge(false));
  const heightNow = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
  const tell = () => {
    // what came later needs more than the frame has: it is not filled any more, but asked to grow
    if (left > 0 && heightNow() - innerHeight >= STEP) leave(0);
    if (left > 0) return;
    const px = heightNow();
    if (px === 0 || Math.abs(px - told) < STEP) return;
    told = px;
    door.send({ type: 'height', px });
    window.parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height: px }), '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);

  // a host's script may come later than the first height: it asks once. Whoever asks, an answer changes nothing here.
  let asked = false;
  let looks = 0;
  addEventListener('message', function look(event) {
    if (event.source !== window.parent) return;
    if (++looks >= MOST_LOOKS) removeEventListener('message', look);
    if (asked || event.data?.ns !== 'mad-lab-height') return;
    asked = true;
    setTimeout(() => {
      asked = false;
      leave(0);
      told = 0;
      tell();
    }, ANSWER_MS);
  });
  return {
    /** The figure comes: it has its own height, whatever the frame's is. */
    settle() {
      isPoster = false;
      leave(0);
    },
  };
}
