/** A lesson's Markdown becomes the lesson, or what is wrong with it, line by line. Never throws. */
import { describe } from '../engine/refusal';
import { checkLesson } from './checkLesson';
import { type Path, placeInMarkdown, sentenceOf } from './fault';
import type { Lesson } from './lesson';
import { partsOf, type StepPart } from './markdownParts';
import type { Problem } from './problem';
import { LONGEST_LESSON, sizeProblem } from './size';
import { keyOf, readYaml } from './yamlBlock';

export type FromMarkdown =
  | {
      readonly lesson: Lesson;
      /** the line on which what stands at a path, or else what holds it, begins */
      readonly lineOf: (path: Path) => number;
    }
  | { readonly problems: readonly Problem[] };

const MOST_PROBLEMS = 50;

/** What stands in the heading and around the block, and so not in it. */
const OF_HEADING = ['id', 'title', 'minutes', 'text'];

export function readMarkdown(file: string): FromMarkdown {
  const tooLong = sizeProblem(file);
  if (tooLong !== null) return { problems: [{ line: 1, message: tooLong }] };
  const { front, steps, problems: ofParts } = partsOf(file.slice(0, LONGEST_LESSON));
  const problems = [...ofParts];
  const lines = new Map<string, number>([[keyOf([]), 1]]);

  /** The fields of a block; `path`: where they belong in the lesson. */
  function fieldsOf(block: { readonly text: string; readonly line: number } | null, path: Path, others: readonly string[], remedy: string): object {
    if (block === null) return {};
    const yaml = readYaml(block.text, block.line);
    problems.push(...yaml.problems);
    for (const [key, line] of yaml.lines) lines.set(keyOf([...path, ...(JSON.parse(key) as Path)]), line);
    if (yaml.value === null) return {};
    if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
      problems.push({ line: block.line, message: `This block is ${describe(yaml.value)}; it has to hold lines “name: value”.` });
      return {};
    }
    for (const name of others.filter((other) => other in (yaml.value as object))) {
      problems.push({ line: yaml.lines.get(keyOf([name])) ?? block.line, message: `${name} does not belong here; ${remedy}.` });
    }
    return yaml.value;
  }

  const stepOf = ({ line, heading, text, block }: StepPart, at: number): object => {
    const path = ['steps', at];
    const fields = fieldsOf(block, path, OF_HEADING, 'a step has it in its heading, and its text before the block');
    for (const name of ['id', 'title', 'minutes']) lines.set(keyOf([...path, name]), line);
    lines.set(keyOf(path), line);
    if (text) lines.set(keyOf([...path, 'text']), text.line);
    return { ...heading, ...(text ? { text: text.text } : {}), ...fields };
  };

  const head = fieldsOf(front, [], ['steps'], 'each step is a heading ## id | Title {minutes=5} below the front matter');
  const value = { ...head, steps: steps.map(stepOf) };
  const lineOf = (path: Path): number => lines.get(keyOf(path)) ?? lineOf(path.slice(0, -1));
  if (problems.length > 0) return { problems: inOrder(problems) };
  const checked = checkLesson(value);
  if ('lesson' in checked) return { lesson: checked.lesson, lineOf };
  return {
    problems: inOrder(checked.faults.map((fault) => ({ line: lineOf(fault.path), message: sentenceOf(fault, placeInMarkdown(fault.path, value)) }))),
  };
}

const inOrder = (problems: readonly Problem[]): readonly Problem[] => [...problems].sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS);
