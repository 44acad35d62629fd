import type { PointerEvent } from 'react';
import type { Band } from './geometry';
import styles from './PaneDiagram.module.css';
import { type BandProps, useBandDrag } from './useBandDrag';

/** Width of what a mouse can take of a thin band. */
const LEAST = 10;

/** The band itself, for a mouse: a finger on it scrolls the page. */
export function Grip({ band: { path, width }, ...props }: BandProps & { band: Band }) {
  const { onPointerDown, ...following } = useBandDrag(props);
  const take = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') onPointerDown(event);
  };
  return <path className={styles.grip} d={path} strokeWidth={Math.max(LEAST, width)} onPointerDown={take} {...following} />;
}
