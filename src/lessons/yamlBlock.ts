/** A block of YAML within a file: plain data, and the line on which each part of them stands. No anchors, aliases, tags or directives. */
import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { excerpt } from '../engine/refusal';
import { DEEPEST } from './checkLesson';
import type { Path } from './fault';
import type { Problem } from './problem';

export interface YamlBlock {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** by `keyOf` of its path within the block */
  readonly lines: ReadonlyMap<string, number>;
}

const MOST_PROBLEMS = 5;
/** What mends most of what the library words for programmers, by its codes. */
const QUOTES = 'Text with a colon, a comma or another sign of YAML in it stands in quotes: ask: "Why?"';
const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Lines that belong together begin in the same column, and each bracket before them is closed.',
  MISSING_CHAR: 'Something is opened and not closed, or a comma or colon is missing.',
  TAB_AS_INDENT: 'Begin the line with blanks and no tab.',
  MULTIPLE_DOCS: 'Leave out the line “---” or “...”.',
};
const TOO_DEEP = 'This nests too deep to be read.';

export const keyOf = (path: Path): string => JSON.stringify(path);

/** @param firstLine of the text in its file */
export function readYaml(text: string, firstLine: number): YamlBlock {
  const counter = new LineCounter();
  const problems: Problem[] = [];
  const lines = new Map<string, number>();
  const lineAt = (offset: number) => firstLine + Math.max(0, counter.linePos(offset).line - 1);
  const add = (offset: number, message: string) => problems.push({ line: lineAt(offset), message });

  function refuseMarks({ range: [start], anchor, tag }: Exclude<ParsedNode, Alias.Parsed>): void {
    if (anchor !== undefined) add(start, `“&${excerpt(anchor)}” is an anchor of YAML; leave it out.`);
    if (tag !== undefined) add(start, `“${excerpt(tag)}” is a tag of YAML; leave it out.`);
  }

  function read(node: ParsedNode | null, path: Path): unknown {
    if (node === null) return null;
    const [start] = node.range;
    if (!lines.has(keyOf(path))) lines.set(keyOf(path), lineAt(start));
    if (path.length > DEEPEST) add(start, `This nests deeper than ${DEEPEST} levels.`);
    else if (isAlias(node)) add(start, `“*${excerpt(node.source)}” is an alias of YAML; write out what it stands for.`);
    else {
      refuseMarks(node);
      if (isSeq(node)) return node.items.map((item, at) => read(item, [...path, at]));
      if (isMap(node)) return readMap(node.items, path);
      return isScalar(node) ? node.value : null;
    }
    return null;
  }

  function readMap(pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[], path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key: node, value } of pairs) {
      const key = isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
      const [start] = node.range;
      if (!isAlias(node)) refuseMarks(node);
      if (key === undefined) add(start, 'This is no name of a field; a name is text in front of a colon.');
      else if (entries.has(key)) add(start, `“${excerpt(key)}” stands here twice; keep one.`);
      else if (key in Object.prototype) add(start, `“${excerpt(key)}” is not known here.`);
      else {
        lines.set(keyOf([...path, key]), lineAt(start));
        entries.set(key, read(value, [...path, key]));
      }
    }
    return Object.fromEntries(entries);
  }

  try {
    // keys are told apart above: the library compares each with every other
    const options = {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: counter,
    } as const;
    const document = parseDocument(text, options);
    // one mistake makes many
    for (const { pos, code, message } of [...document.errors, ...document.warnings].slice(0, MOST_PROBLEMS)) {
      add(pos[0], code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : `This is not YAML: ${excerpt(message, 200)}. ${REMEDIES[code] ?? QUOTES}`);
    }
    if (/^%/m.test(text)) add(text.search(/^%/m), 'A line that begins with % is a directive of YAML; leave it out.');
    return { value: problems.length > 0 ? null : read(document.contents, []), problems, lines };
  } catch (error) {
    // thousands of brackets one in another are too many for its recursion
    if (!(error instanceof RangeError)) throw error;
    return { value: null, problems: [{ line: firstLine, message: TOO_DEEP }], lines };
  }
}
