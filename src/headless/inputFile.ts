import { createReadStream } from 'node:fs';
import { describe, Refusal } from '../engine/refusal';
import { userPath } from './userPath';

/** Within these limits the text and what is read from it fit into 2 GB. */
const MOST_BYTES = 256e6;
const MOST_LISTS = 4e6;
const MOST_NUMBERS = 5e7;
/** reading an object of millions of names takes minutes */
const MOST_NAMES = 1e5;

export const FILE_LIMITS = 'one JSON object in UTF-8 of at most 256 MB, 4 million points and 50 million numbers';

/** Reads one JSON object from a file, or from standard input where `path` is `-`. What is wrong with it is a `Refusal` of one line. */
export async function readJsonObject(path: string): Promise<Record<string, unknown>> {
  const name = path === '-' ? 'standard input' : path;
  return parseJsonObject(name, await readBytes(path, name));
}

/** Reads a text in UTF-8. `what`: the file that it has to be, in a refusal. */
export async function readText(path: string, what: string): Promise<string> {
  const name = path === '-' ? 'standard input' : path;
  return decode(name, await readBytes(path, name, what));
}

/** @param name of the file, for messages */
export function parseJsonObject(name: string, bytes: Uint8Array): Record<string, unknown> {
  assertSize(name, bytes);
  const text = decode(name, bytes);
  if (text.trim() === '') throw new Refusal(`${name} is empty; it has to hold one JSON object`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${name} is not JSON: ${whyNotJson(text, (error as Error).message)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(`${name} has to hold one JSON object, not ${describe(value)}`);
  }
  return value as Record<string, unknown>;
}

async function readBytes(path: string, name: string, what = 'a file with one JSON object'): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of path === '-' ? process.stdin : createReadStream(userPath(path))) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      // here too, for a pipe may have no end
      if (size > MOST_BYTES) throw tooLarge(name, 'over 256 MB');
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const problems: Record<string, string> = { ENOENT: 'does not exist', EISDIR: 'is a directory', EACCES: 'may not be read' };
    throw new Refusal(`${name} ${problems[code ?? ''] ?? `can't be read (${code})`}; it has to be ${what}`);
  }
  return Buffer.concat(chunks, size);
}

function assertSize(name: string, bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) throw tooLarge(name, 'over 256 MB');
  if (bytes.length <= MOST_LISTS) return;
  const [COMMA, COLON, LIST, OBJECT] = [0x2c, 0x3a, 0x5b, 0x7b];
  let lists = 0;
  let commas = 0;
  let colons = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === COMMA) commas++;
    else if (bytes[i] === COLON) colons++;
    else if (bytes[i] === LIST || bytes[i] === OBJECT) lists++;
  }
  if (lists > MOST_LISTS) throw tooLarge(name, 'over 4 million points');
  if (commas > MOST_NUMBERS) throw tooLarge(name, 'over 50 million numbers');
  if (colons > MOST_NAMES) throw tooLarge(name, 'over 100,000 names');
}

function tooLarge(name: string, what: string): Refusal {
  return new Refusal(`${name} is too large: ${what}; allowed is ${FILE_LIMITS}. A random part of the points will do`);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    // also drops a byte order mark
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${name} is not text in UTF-8`);
  }
}

/** Many programs write NaN and Infinity as if they were JSON: they are named with their place. */
function whyNotJson(text: string, message: string): string {
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (inText && sign === '\\') i++;
    else if (sign === '"') inText = !inText;
    else if (!inText && (sign === 'N' || sign === 'n' || sign === 'I' || sign === 'i')) {
      const [literal] = /^(?:nan|inf(?:inity)?)\b/i.exec(text.slice(i, i + 10)) ?? [];
      if (literal) return `${lineAndColumn(text, i)} is ${literal}, and JSON has finite numbers only`;
    }
  }
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return position === undefined ? message : `${lineAndColumn(text, Number(position))}: ${message}`;
}

function lineAndColumn(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${at - start + 1}`;
}
