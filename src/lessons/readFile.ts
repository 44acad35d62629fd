/** A lesson's file in either form: the lesson with what is wrong with it, or why there is none in it. */
import { compile } from './compile';
import { placeInMarkdown, placeText, sentenceOf } from './fault';
import type { Lesson } from './lesson';
import { readJson } from './readJson';
import { readMarkdown } from './readMarkdown';

export interface FileProblem {
  /** JSON has no lines that anybody reads by */
  readonly line: number | null;
  readonly message: string;
}

export interface FromFile {
  /** null: it can't be read */
  readonly lesson: Lesson | null;
  readonly problems: readonly FileProblem[];
}

/** @param controls the names of the page's controls */
export const readFile = (file: string, isJson: boolean, controls: readonly string[]): FromFile =>
  isJson ? fromJson(file, controls) : fromMarkdown(file, controls);

function fromMarkdown(file: string, controls: readonly string[]): FromFile {
  const read = readMarkdown(file);
  if ('problems' in read) return { lesson: null, problems: read.problems };
  const { lesson, lineOf } = read;
  const problems = compile(lesson, controls).map((fault) => ({
    line: lineOf(fault.path),
    message: sentenceOf(fault, placeInMarkdown(fault.path, lesson)),
  }));
  return { lesson, problems: problems.sort((a, b) => a.line - b.line) };
}

function fromJson(file: string, controls: readonly string[]): FromFile {
  const read = readJson(file);
  if ('problems' in read) return { lesson: null, problems: read.problems.map((message) => ({ line: null, message })) };
  const faults = compile(read.lesson, controls);
  return { lesson: read.lesson, problems: faults.map((fault) => ({ line: null, message: sentenceOf(fault, placeText(fault.path)) })) };
}

/** With the name of its file: "cure.md:12: …". */
export const problemIn = ({ line, message }: FileProblem, name: string): string => `${name}${line === null ? '' : `:${line}`}: ${message}`;
