/** What is wrong with a lesson's Markdown, for whoever wrote it. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}
