import { lookOf } from './palette';
import { hundredths, outlineText } from './plot/element';
import { signOutline } from './plot/marker';

/** A loop's sign in its colour; beside a name, so it says nothing to screen readers. */
export function Mark({ loop }: { loop: string }) {
  const { marker, colour } = lookOf(loop);
  return (
    <svg viewBox="-6 -6 12 12" width="0.75em" height="0.75em" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={outlineText(signOutline(marker, 1), hundredths)} fill={colour} />
    </svg>
  );
}
