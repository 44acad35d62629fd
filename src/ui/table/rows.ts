import { Refusal } from '../../engine/refusal';
import { thousands } from '../../format';

/** Cells between separators, as spreadsheets write them: a quoted cell may hold separators, line ends and doubled quotation marks. */
export interface Row {
  /** of the text, from 1, on which it begins */
  readonly line: number;
  /** trimmed, but not within quotation marks */
  readonly cells: readonly string[];
  /** where the next row begins, and on which line */
  readonly end: number;
  readonly nextLine: number;
}

const MOST_CELLS = 1000;
const LONGEST_CELL = 10_000;
const [TAB, LINE_FEED, RETURN, SPACE, QUOTE] = ['\t', '\n', '\r', ' ', '"'].map((mark) => mark.charCodeAt(0));
const SPACES = /\s/;

export const lineText = (line: number): string => `Line ${thousands(line)}`;

function refuse(line: number, what: string): never {
  throw new Refusal(`${lineText(line)}: ${what}`);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === LINE_FEED || code === RETURN || Number.isNaN(code)) return false;
  return code === SPACE || code === TAB || (code > 127 && SPACES.test(text[at]));
}

const isLineEnd = (code: number) => code === LINE_FEED || code === RETURN || Number.isNaN(code);

/** Where the next line begins, from a place at or before the end of this one. */
function pastLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

/** The rest of a line, and where the next begins. */
export function lineAt(text: string, start: number): { readonly line: string; readonly end: number } {
  let at = start;
  while (!isLineEnd(text.charCodeAt(at))) at++;
  return { line: text.slice(start, at), end: pastLineEnd(text, at) };
}

function closingQuote(text: string, open: number, line: number): number {
  let close = open + 1;
  for (;;) {
    close = text.indexOf('"', close);
    if (close < 0) refuse(line, 'a quotation mark opens a cell, and none closes it.');
    if (text.charCodeAt(close + 1) !== QUOTE) return close;
    close += 2;
  }
}

const lineEndsIn = (text: string) => text.match(/\r\n?|\n/g)?.length ?? 0;

/** The row that begins at `start` of `text`. Separator ' ' stands for any run of spaces and tabs. */
function rowAt(text: string, start: number, separator: string, line: number): Row {
  const mark = separator.charCodeAt(0);
  const bySpaces = mark === SPACE;
  const cells: string[] = [];
  let at = start;
  let nextLine = line;
  for (;;) {
    while (isBlank(text, at) && (bySpaces || text.charCodeAt(at) !== mark)) at++;
    if (bySpaces && cells.length > 0 && isLineEnd(text.charCodeAt(at))) break;
    let quoted = '';
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at, nextLine);
      if (close - at > LONGEST_CELL) refuse(nextLine, `a cell has more than ${thousands(LONGEST_CELL)} characters.`);
      quoted = text.slice(at + 1, close).replaceAll('""', '"');
      nextLine += lineEndsIn(quoted);
      at = close + 1;
    }
    const from = at;
    while (!isLineEnd(text.charCodeAt(at)) && !(bySpaces ? isBlank(text, at) : text.charCodeAt(at) === mark)) at++;
    if (at - from > LONGEST_CELL) refuse(nextLine, `a cell has more than ${thousands(LONGEST_CELL)} characters.`);
    cells.push(quoted + text.slice(from, at).trim());
    if (cells.length > MOST_CELLS) refuse(line, `it has more than ${thousands(MOST_CELLS)} cells.`);
    if (isLineEnd(text.charCodeAt(at))) break;
    if (!bySpaces) at++;
  }
  return { line, cells, end: pastLineEnd(text, at), nextLine: nextLine + 1 };
}

/** All rows from a place on, empty ones too: whoever reads a long text is to breathe between them. */
export function* rowsFrom(text: string, start: number, separator: string, line: number): Generator<Row, void> {
  for (let at = start, number = line; at < text.length; ) {
    const row = rowAt(text, at, separator, number);
    at = row.end;
    number = row.nextLine;
    yield row;
  }
}

export const isEmpty = ({ cells }: Row): boolean => cells.every((cell) => cell === '');
