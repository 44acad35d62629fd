import { excerpt, Refusal } from '../engine/refusal';
import type { Lesson } from '../lessons/lesson';
import { printMarkdown } from '../lessons/printMarkdown';
import { problemIn, readFile } from '../lessons/readFile';
import { readJson } from '../lessons/readJson';
import { CONTROL_NAMES } from '../ui/view/controls';
import { isStarted, Refusals, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { readText } from './inputFile';
import { lessonJsonSchema } from './lessonJsonSchema';

const HELP = `Lessons, format mad-lesson/1, in their two forms: Markdown for people, JSON for machines.

  npm run --silent lesson -- compile file.md     checks a lesson and prints it as JSON; a file that ends in .json is checked, too
  npm run --silent lesson -- print file.json     prints a lesson of JSON as Markdown
  npm run --silent lesson -- schema              prints the JSON Schema

What is wrong with a lesson is told one thing a line, "file.md:12: …", with exit code 2. A file has at most 256 kB; - is standard input.`;

/** @param name of the file, for messages */
export function compileLesson(file: string, name: string): Lesson {
  const { lesson, problems } = readFile(file, /\.json$/i.test(name), CONTROL_NAMES);
  if (lesson === null || problems.length > 0) throw new Refusals(problems.map((problem) => problemIn(problem, name)));
  return lesson;
}

function lessonOfJson(file: string, name: string): Lesson {
  const read = readJson(file);
  if ('problems' in read) throw new Refusals(read.problems.map((problem) => `${name}: ${problem}`));
  return read.lesson;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function main(args: readonly string[]): Promise<void> {
  writeWhole(STANDARD_OUTPUT, await answerTo(args));
}

async function answerTo([task, path, ...others]: readonly string[]): Promise<string> {
  if (task === '--help' || task === '-h') return `${HELP}\n`;
  if (task === 'schema' && path === undefined) return json(lessonJsonSchema());
  if (task !== 'compile' && task !== 'print') throw new Refusal(`lesson “${excerpt(task ?? '')}” is not compile file.md, print file.json or schema`);
  if (path === undefined || others.length > 0)
    throw new Refusal(`lesson ${task} takes one file; write lesson ${task} ${task === 'print' ? 'file.json' : 'file.md'}`);
  const name = path === '-' ? 'standard input' : path;
  const file = await readText(path, 'a lesson');
  return task === 'compile' ? json(compileLesson(file, name)) : printMarkdown(lessonOfJson(file, name));
}

if (isStarted(import.meta.url)) await runCommand(main);
