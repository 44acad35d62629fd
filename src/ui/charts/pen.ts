import type { TheoryKind } from '../../results/theory';
import type { Shape } from '../plot/primitive';
import type { Plane } from './geometry';

/** How one surface draws charts. */
export interface Pen {
  /** of what is no loop's */
  readonly mute: string;
  readonly noise: string;
  /** of a loop's words and thin lines */
  ink(loop: string): string;
  readonly change: {
    readonly strokeWidth?: number;
    readonly strokeDasharray: string;
    /** px that the line rises above the plot */
    readonly rise: number;
    /** px above the plot, and the width of a character; null: no words */
    readonly words: { readonly rise: number; readonly character: number } | null;
  };
  /** words on the plot, px, and what keeps lines away from them; null: none */
  readonly told: { readonly fontSize: number; readonly halo: string } | null;
  /** colour of what was expected; absent where that is not drawn */
  readonly guess?: string;
  axes(plane: Plane): readonly Shape[];
  readonly run: {
    readonly strokeWidth: number;
    readonly isDashed: boolean;
    readonly cap?: 'round';
    /** how many signs of its loop lie on a line, about */
    readonly signs: number;
  };
  /** opacity of the area under a line and of the band of replicates, 0 = none */
  readonly area: number;
  readonly band: number;
  readonly theory: { readonly strokeWidth: number; colour(loop: string): string; dash(kind: TheoryKind): string };
}
