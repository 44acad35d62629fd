import { Refusal } from '../../engine/refusal';
import { thousands } from '../../format';

const DEEPEST = 16;
/** Many times what a saved file of the largest size holds; more would keep the page busy for half a minute before it could be refused. */
const MOST_LISTS = 1e6;
const MOST_ENTRIES = 6e6;
const PIECE = 500_000;
const [QUOTE, BACKSLASH, COMMA] = ['"', '\\', ','].map((mark) => mark.charCodeAt(0));

/** The quotation mark that ends the string which begins at `open`. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return at;
  }
}

/** Refuses JSON too deep or too crowded to have been saved here, before it is parsed: parsing can't be interrupted. */
export function* assertShape(text: string): Generator<void, void> {
  let depth = 0;
  let lists = 0;
  let entries = 0;
  let pause = PIECE;
  for (let at = 0; at < text.length; at++) {
    if (at >= pause) {
      pause = at + PIECE;
      yield;
    }
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) entries++;
    else if (code === 0x5b || code === 0x7b) {
      lists++;
      depth++;
    } else if (code === 0x5d || code === 0x7d) depth--;
    if (depth > DEEPEST) throw new Refusal(`Its lists and objects stand more than ${DEEPEST} deep, and those of no saved file do`);
    if (lists > MOST_LISTS || entries > MOST_ENTRIES)
      throw new Refusal(`It holds more than ${thousands(MOST_LISTS)} lists or ${thousands(MOST_ENTRIES)} values, which no saved file does`);
  }
}

const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON, for browsers that don't say; its end where it is cut off. What is wrong within a string stays unfound: null. */
export function* faultIn(text: string): Generator<void, number | null> {
  const open: string[] = [];
  let wants: 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' = 'value';
  let pause = PIECE;
  for (let at = 0; at < text.length; at++) {
    if (at >= pause) {
      pause = at + PIECE;
      yield;
    }
    const mark = text[at];
    if (mark === ' ' || mark === '\n' || mark === '\r' || mark === '\t') continue;
    const closes = mark === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    if (closes && (wants === 'comma' || wants.startsWith('first'))) {
      open.pop();
      wants = 'comma';
    } else if (wants === 'comma') {
      if (mark !== ',' || open.length === 0) return at;
      wants = open.at(-1) === '{' ? 'name' : 'value';
    } else if (wants === 'colon') {
      if (mark !== ':') return at;
      wants = 'value';
    } else if (mark === '"') {
      const end = endOfString(text, at);
      if (end === text.length || text.slice(at, end).includes('\n')) return at;
      at = end;
      wants = wants.endsWith('name') ? 'colon' : 'comma';
    } else if (wants.endsWith('name')) return at;
    else if (mark === '{' || mark === '[') {
      open.push(mark);
      wants = mark === '{' ? 'first name' : 'first value';
    } else {
      ATOM.lastIndex = at;
      const [atom] = ATOM.exec(text) ?? [];
      if (atom === undefined) return at;
      at += atom.length - 1;
      wants = 'comma';
    }
  }
  return open.length > 0 || wants !== 'comma' ? text.length : null;
}
