declare module 'virtual:formulas' {
  /** MathML by LaTeX, made when the page was built (scripts/formulasModule.ts) */
  export const formulas: Readonly<Record<string, string>>;
}
