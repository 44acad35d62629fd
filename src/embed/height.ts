import type { HostDoor } from './hostDoor';

/** Smallest change that a host is told of, px: less is rounding. */
const STEP = 2;

/** Tells the host how high the page is, now and whenever it changes: in our own form, and in Embedly's, which article editors know. */
export function reportHeight(door: HostDoor): void {
  if (window.parent === window) return;
  let told = 0;
  const tell = () => {
    const px = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (px === 0 || Math.abs(px - told) < STEP) return;
    told = px;
    door.send({ type: 'height', px });
    window.parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height: px }), '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
}
