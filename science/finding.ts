/** One comparison of the engine with values that it did not make: a row of docs/validation.md. */
export interface Finding {
  /** what was computed, in the field's words */
  readonly what: string;
  /** against what: a fixture file, a closed form, a paper's value */
  readonly against: string;
  /** how many numbers were compared */
  readonly cases: number;
  /** the worst deviation, in `unit` */
  readonly worst: number;
  /** the tolerance, in `unit`; null where nothing is required (both values are shown, as with a published value of another set-up) */
  readonly limit: number | null;
  /** what a deviation is: "|z|", "relative", "share of the trace", ... */
  readonly unit: string;
  /** where the tolerance comes from */
  readonly reason: string;
}

/** A family of comparisons, one file each in this folder. */
export interface Family {
  readonly name: string;
  /** All of its findings; `say` takes progress, one line each, `note` what the report shows below the findings, in Markdown. */
  check(say: (line: string) => void, note: (markdown: string) => void): Promise<readonly Finding[]>;
}

export const passes = ({ worst, limit }: Finding): boolean => limit === null || worst <= limit;
