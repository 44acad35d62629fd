import type { LiveKey } from '../engine/experiment';

/** What a program is put together of. */
export interface Program {
  /** lines that import from the standard library */
  readonly imports: readonly string[];
  /** of the settings that may change on the way */
  readonly keys: readonly LiveKey[];
  /** further whole numbers: each with its name and what it is */
  readonly numbers: readonly (readonly [name: string, value: number, words: string])[];
  /** what the evaluation samples are */
  readonly scored: string;
  /** lines behind those that all programs have */
  readonly settings: readonly string[];
  /** between them stands an empty line */
  readonly parts: readonly (readonly string[])[];
  /** what is printed, and how its numbers are written */
  readonly columns: readonly (readonly [name: string, format: string])[];
  /** whether a number may be missing */
  readonly canLack: boolean;
  /** the columns of theory for a loop; null where none is known */
  readonly theory: string | null;
}
