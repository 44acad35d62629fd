/** What a control is, for a reader of sixteen and for one who has read the papers. */
export interface ControlWords {
  readonly meaning: string;
  /** what moving it does */
  readonly effect: string;
  /** in words and plain symbols, for ears; in LaTeX; what its letters stand for. Empty where there is nothing to write down. */
  readonly formula: string;
  readonly latex: string;
  readonly symbols: string;
  readonly trap: string;
  readonly source: string;
}

/** The page's explanation of every key of a table. */
export type WordsOf<Table> = { readonly [Key in keyof Table]: ControlWords };

/** A line on every key of a table, for shells and docs. */
export type HelpOf<Table> = { readonly [Key in keyof Table]: string };

/** For words: nothing to write down as a formula. */
export const NO_FORMULA = { formula: '', latex: '', symbols: '' } as const;

export const MAD = 'Alemohammad et al., arXiv 2307.01850';
export const NATURE = 'Shumailov et al., Nature 631 (2024)';
export const OURS = 'a choice of MAD Lab';
export const DERIVED = 'derived here: MODEL.md, cures';
export const MEASURED = 'measured here: MODEL.md, cures';
