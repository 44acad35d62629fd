/** What is wrong with a lesson that its schema can't say; nothing where it can be taught. */
import type { Fault } from './fault';
import type { Lesson } from './lesson';
import { contextOf, type Rule } from './rules/context';
import { graph } from './rules/graph';
import { inert } from './rules/inert';
import { pace } from './rules/pace';
import { questions } from './rules/questions';
import { readings } from './rules/readings';
import { recorded } from './rules/recorded';
import { screen } from './rules/screen';

const runs: Rule = ({ table }) => table.faults;

/** One mistake in a large file may make thousands. */
const MOST_FAULTS = 100;

const RULES: readonly Rule[] = [runs, graph, questions, readings, recorded, screen, inert, pace];

/** @param controls the names of the page's controls, which this layer does not know */
export function compile(lesson: Lesson, controls: readonly string[]): readonly Fault[] {
  const context = contextOf(lesson, controls);
  return RULES.flatMap((rule) => rule(context)).slice(0, MOST_FAULTS);
}
