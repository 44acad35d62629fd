/** What rules know of a lesson beside the lesson itself. */
import type { Fault } from '../fault';
import type { Lesson } from '../lesson';
import { type RunTable, runTable } from './runTable';
import { type Ways, waysThrough } from './ways';

export interface Context {
  readonly lesson: Lesson;
  readonly table: RunTable;
  readonly ways: Ways;
  /** names of the page's controls */
  readonly controls: readonly string[];
}

export type Rule = (context: Context) => readonly Fault[];

export const contextOf = (lesson: Lesson, controls: readonly string[]): Context => ({
  lesson,
  table: runTable(lesson),
  ways: waysThrough(lesson),
  controls,
});
