import { Buffer } from 'node:buffer';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../engine/refusal';
import { oneLine } from './command';
import { parseJsonObject, readJsonObject } from './inputFile';

const parse = (text: string | Uint8Array) => parseJsonObject('in.json', typeof text === 'string' ? Buffer.from(text) : text);

describe('an input file', () => {
  it('may start with a byte order mark', () => {
    expect(parse('\uFEFF{"k": 3}')).toEqual({ k: 3 });
  });

  it.each([
    ['', 'in.json is empty'],
    [' \n', 'in.json is empty'],
    ['[[1, 2]]', 'not a list'],
    ['3', 'not 3'],
    ['null', 'not null'],
    ['{"real": [[1, NaN]]}', 'line 1, column 15 is NaN'],
    ['{"real": [\n[1, -Infinity]]}', 'line 2, column 6 is Infinity'],
    ['{"NaN \\" x": "NaN", "real": [nan]}', 'column 30 is nan'],
    ['{"real": [[1, 2]', 'not JSON'],
    ['{"real": [[1, 2],\n]}', 'not JSON'],
    ['{real: 1}', 'not JSON'],
    ['{"real": 0x10}', 'not JSON'],
    ["{'real': 1}", 'not JSON'],
    ['\u0000', 'not JSON'],
  ])('of %j is refused with one line', (text, words) => {
    let message = '';
    try {
      parse(text);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      message = oneLine((error as Error).message);
    }
    expect(message).toContain(words);
    expect(message).not.toMatch(/\p{Cc}/u);
  });

  it('that is not UTF-8 is refused', () => {
    expect(() => parse(Buffer.from('{"k": 3}', 'utf16le'))).toThrow('not JSON');
    expect(() => parse(Uint8Array.of(0xff, 0xfe, 0x7b))).toThrow('not text in UTF-8');
  });

  it('too large to be read in memory is refused before it is parsed, and the limit named', () => {
    expect(() => parse(new Uint8Array(256e6 + 1))).toThrow('at most 256 MB');
    expect(() => parse(Buffer.from(`{"real": [${'[],'.repeat(4e6)}[]]}`))).toThrow('4 million points');
    expect(() => parse(Buffer.from(`{"a": ${'"b": '.repeat(1e6)}}`))).toThrow('100,000 names');
  });

  it('of a million levels is read or refused, and not a crash', () => {
    expect(parse(`{"real": ${'['.repeat(1e6)}${']'.repeat(1e6)}}`)).toHaveProperty('real');
    expect(() => parse(`{"real": ${'['.repeat(1e6)}`)).toThrow('not JSON');
  });

  it('that is missing, a directory or without a name is refused with its name', async () => {
    await expect(readJsonObject('/nowhere/x.json')).rejects.toThrow('/nowhere/x.json does not exist');
    await expect(readJsonObject(tmpdir())).rejects.toThrow('is a directory');
    await expect(readJsonObject('')).rejects.toBeInstanceOf(Refusal);
    await expect(readJsonObject('a\0b')).rejects.toBeInstanceOf(Refusal);
  });

  it('is read from its path', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mad-')), 'ü x.json');
    writeFileSync(path, '{"real": [[1e-3, -0.5]]}');
    expect(await readJsonObject(path)).toEqual({ real: [[0.001, -0.5]] });
  });
});

it('a message is one line without control characters, its end kept however long a value is', () => {
  expect(oneLine('bad\n\u001b[31m  value\u2028here\r\n')).toBe('bad [31m  value here');
  const long = oneLine(`k = ${'x'.repeat(1e5)} is not a whole number from 1 to 20`);
  expect(long.length).toBeLessThan(1010);
  expect(long).toMatch(/^k = xx.* … .*from 1 to 20$/);
});
