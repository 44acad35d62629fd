import { memo, type ReactNode } from 'react';
import type { Shape } from '../plot/primitive';
import { Shapes } from '../plot/Shapes';
import styles from './Charts.module.css';
import type { Plane } from './geometry';

interface PlotProps {
  readonly plane: Plane;
  readonly shapes: readonly Shape[];
  readonly children?: ReactNode;
}

/** Shapes over the whole box of a chart. */
export const Plot = memo(function Plot({ plane: { geometry }, shapes, children }: PlotProps) {
  const { width, height } = geometry;
  return (
    <svg className={styles.shapes} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Shapes shapes={shapes} />
      {children}
    </svg>
  );
});
