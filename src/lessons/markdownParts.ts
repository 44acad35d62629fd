/** A lesson's file cut into its parts, each with the line that it begins on: front matter, and steps of a heading, a text and a block. */
import { excerpt } from '../engine/refusal';
import { isStructure } from './lesson';
import type { Problem } from './problem';

interface Part {
  /** of its first line */
  readonly line: number;
  readonly text: string;
}

export interface StepPart {
  /** of the heading */
  readonly line: number;
  readonly heading: { readonly id: string; readonly title: string; readonly minutes: number };
  readonly text: Part | null;
  readonly block: Part | null;
}

interface Parts {
  readonly front: Part | null;
  readonly steps: readonly StepPart[];
  readonly problems: readonly Problem[];
}

const HEADING = /^##(.*)\{minutes=(\d{1,3}(?:\.\d{1,20})?)\}\s*$/;
const isHeading = (line: string) => /^##(\s|$)/.test(line);
const isFence = (line: string) => /^```mad\s*$/.test(line);
const isEnd = (line: string) => /^```\s*$/.test(line);
const isRule = (line: string) => /^---\s*$/.test(line);
const isBlank = (line: string) => line.trim() === '';

/** Lines `from` to the one before `to`, counted from 0; without blank ones at both ends null where nothing is left. */
function partOf(lines: readonly string[], from: number, to: number): Part | null {
  let [first, end] = [from, to];
  while (first < end && isBlank(lines[first])) first++;
  while (end > first && isBlank(lines[end - 1])) end--;
  return first < end ? { line: first + 1, text: lines.slice(first, end).join('\n') } : null;
}

export function partsOf(file: string): Parts {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const problems: Problem[] = [];
  const add = (at: number, message: string) => problems.push({ line: at + 1, message });

  const opening = lines.findIndex((line) => !isBlank(line));
  const closing = opening < 0 || !isRule(lines[opening]) ? -1 : lines.findIndex((line, at) => at > opening && isRule(line));
  if (closing < 0) add(Math.max(opening, 0), 'A lesson begins with its front matter: YAML between two lines “---”.');
  const front = closing < 0 ? null : { line: opening + 2, text: lines.slice(opening + 1, closing).join('\n') };

  // a block may hold a line that looks like a heading: only outside of one a step begins
  const starts: number[] = [];
  let fence = -1;
  for (let at = closing + 1; at < lines.length; at++) {
    if (fence >= 0) fence = isEnd(lines[at]) ? -1 : fence;
    else if (isFence(lines[at])) fence = at;
    else if (isHeading(lines[at])) starts.push(at);
  }
  if (fence >= 0) add(fence, 'The block “```mad” that begins here has no end; close it by a line “```”.');
  const stray = closing < 0 ? null : partOf(lines, closing + 1, starts[0] ?? lines.length);
  if (stray) add(stray.line - 1, 'Here a step has to begin: ## id | Title {minutes=5}.');

  const steps = starts.flatMap((start, nth) => stepOf(lines, start, starts[nth + 1] ?? lines.length, add) ?? []);
  return { front, steps, problems };
}

function readHeading(line: string): StepPart['heading'] | null {
  const [, names = '', minutes] = HEADING.exec(line) ?? [];
  const bar = names.indexOf('|');
  return bar < 0 ? null : { id: names.slice(0, bar).trim(), title: names.slice(bar + 1).trim(), minutes: Number(minutes) };
}

function stepOf(lines: readonly string[], start: number, end: number, add: (at: number, message: string) => void): StepPart | null {
  const heading = readHeading(lines[start]);
  if (heading === null) add(start, `“${excerpt(lines[start])}” is no heading of a step; write ## id | Title {minutes=5}.`);
  const within = lines.slice(start + 1, end);
  const fence = within.findIndex(isFence);
  const open = fence < 0 ? end : start + 1 + fence;
  const text = partOf(lines, start + 1, open);
  for (let at = start + 1; at < open; at++) {
    if (isStructure(lines[at]))
      add(at, `“${excerpt(lines[at])}” would be text; a step begins with ## id | Title {minutes=5}, its block with “\`\`\`mad”.`);
  }
  const length = fence < 0 ? -1 : within.slice(fence + 1).findIndex(isEnd);
  const close = length < 0 ? end : open + 1 + length;
  const behind = partOf(lines, Math.min(close + 1, end), end);
  if (behind) {
    const isSecond = isFence(behind.text.split('\n')[0]);
    add(
      behind.line - 1,
      isSecond ? 'A step has one block “```mad”; put both into one.' : 'The text of a step stands before its block “```mad”; move this up.',
    );
  }
  const block = fence < 0 ? null : { line: open + 2, text: lines.slice(open + 1, close).join('\n') };
  return heading && { line: start + 1, heading, text, block };
}
