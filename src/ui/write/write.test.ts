import { beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_TEXT } from '../../engine/text/ownText';
import { textFrom } from './readTextFile';
import { fillExample, receiveTextFile, takeBack, takeWritten, write } from './writtenStore';
import { countWords, linkWords, refusalWords } from './writtenWords';

const bytes = (text: string) => new TextEncoder().encode(text);
const lines = (count: number) => Array.from({ length: count }, (_, n) => `name ${n}`).join('\n');

describe('a file', () => {
  it('is read in whatever way it is written', () => {
    const names = 'Zoë\r\nJosé\r\nÅsa';
    const utf16 = new Uint8Array(2 + 2 * names.length);
    new DataView(utf16.buffer).setUint16(0, 0xfeff);
    for (let at = 0; at < names.length; at++) new DataView(utf16.buffer).setUint16(2 + 2 * at, names.charCodeAt(at));
    const western = Uint8Array.from(names, (letter) => letter.charCodeAt(0));
    for (const file of [bytes(names), bytes(`\uFEFF${names}`), utf16, western]) expect(textFrom(file, 'names.txt')).toEqual({ text: names });
  });

  it('of one column is a list, quotes taken off', () => {
    expect(textFrom(bytes('"Anna"\n"O""Neill"\nBob, Jr\n'), 'class.csv')).toEqual({ text: 'Anna\nO"Neill\nBob, Jr\n' });
    expect(textFrom(bytes('"Anna"'), 'class.txt')).toEqual({ text: '"Anna"' });
  });

  it('that is none is refused by its name', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const problemOf = (file: Uint8Array, name: string) => Object.entries(textFrom(file, name)).flat().join(' ');
    expect(problemOf(picture, 'cat.png')).toBe('problem cat.png is no text. Allowed: a text file (.txt or .csv) of up to 4 MB.');
    expect(problemOf(bytes(' \n'), 'none.txt')).toBe('problem none.txt is empty.');
    expect(problemOf(bytes('# MAD Lab\n# version: 1\n'), 'run.csv')).toContain('run.csv is a table of results');
    expect(problemOf(picture, `${'x'.repeat(500)}.png`).length).toBeLessThan(150);
  });
});

describe('what the dialog says', () => {
  it('counts what is there, and what is left out', () => {
    const of = (text: string, form: 'lines' | 'running') => countWords(text, text.slice(0, LONGEST_TEXT), form);
    expect(of('', 'lines')).toBe('Nothing yet.');
    expect(of('Anna', 'lines')).toBe('1 line; it takes at least 10.');
    expect(of(lines(38), 'lines')).toBe('38 lines; nothing is held out under 100, so some scores stay empty.');
    expect(of(lines(250), 'lines')).toBe('250 lines: 200 to learn from, 50 held out for the scores.');
    expect(of(lines(38), 'running')).toContain('76 words and marks; nothing is held out');
    expect(of(`${lines(38)}\n${'x'.repeat(25_000)}`, 'lines')).toMatch(/Only the first 20,000 characters are read: 5,\d{3} are left out\.$/);
    expect(linkWords('x'.repeat(2000))).toContain('holds it');
    expect(linkWords('x'.repeat(2001))).toContain('leaves it out');
  });

  it('refuses too little, and says what would do', () => {
    expect(refusalWords('', 'lines')).toBe('There is no text yet; it takes at least 10 lines.');
    expect(refusalWords(lines(9), 'lines')).toBe('The text has 9 lines; it takes at least 10 lines. As running text it would do.');
    expect(refusalWords('one two', 'running')).toBe('The text has 2 words and marks; it takes at least 10 words and marks.');
    expect(refusalWords(lines(10), 'lines')).toBeNull();
  });
});

describe('what is written', () => {
  beforeEach(() => write(''));

  it('is lost by no refusal, no file and no example', async () => {
    write('Anna\nBob');
    expect(takeWritten()).toBeNull();
    await receiveTextFile(new File([Uint8Array.from([0, 1, 2, 3])], 'cat.png'));
    expect(takeWritten()).toBeNull();
    fillExample();
    expect(takeWritten()?.text).toContain('aardvark');
    takeBack();
    await receiveTextFile(new File([lines(12)], 'list.txt'));
    expect(takeWritten()).toEqual({ text: lines(12), form: 'lines' });
    takeBack();
    write(`Anna\nBob\n${lines(10)}`);
    expect(takeWritten()?.text).toMatch(/^Anna\nBob\nname 0/);
  });
});
