/** What a program is put together of. */
export interface Program {
  /** of the standard library */
  readonly imports: readonly string[];
  /** lines behind those that all programs have */
  readonly settings: readonly string[];
  /** what is counted: samples, names */
  readonly many: string;
  /** between them stands an empty line */
  readonly parts: readonly (readonly string[])[];
  /** what is printed, and how its numbers are written */
  readonly columns: readonly (readonly [name: string, format: string])[];
  /** the line that puts theory beside the table of a loop; null where none is known */
  readonly theory: string | null;
}
