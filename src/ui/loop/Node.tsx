import type { ReactNode } from 'react';
import { NODES, type NodeName } from './geometry';
import styles from './LoopDiagram.module.css';

/** Width of a letter of the small type where the font is a wide one, of the box of the diagram. */
const LETTER = 6.2;

interface NodeProps {
  readonly name: NodeName;
  /** one sentence on what it is */
  readonly about: string;
  readonly active: boolean;
  readonly title: ReactNode;
  readonly detail: string;
}

/** A station of the loop. */
export function Node({ name, about, active, title, detail }: NodeProps) {
  const { x, y, width, height } = NODES[name];
  const bare = name === 'real';
  const middle = bare ? x : x + width / 2;
  const line = y + height / 2;
  // a long name is set narrower rather than beside its box
  const squeezed = !bare && detail.length * LETTER > width ? width - 10 : undefined;
  return (
    <g className={active ? styles.active : undefined} textAnchor={bare ? 'start' : 'middle'} data-node={name} data-active={active}>
      <title>{about}</title>
      <rect className={bare ? styles.bare : styles.node} x={x} y={y} width={width} height={height} rx="6" />
      <rect className={styles.pulse} data-ring={name} x={x - 3} y={y - 3} width={width + 6} height={height + 6} rx="9" />
      <text className={styles.title} x={middle} y={line - 4}>
        {title}
      </text>
      <text className={styles.detail} x={middle} y={line + 11} textLength={squeezed} lengthAdjust="spacingAndGlyphs">
        {detail}
      </text>
    </g>
  );
}
