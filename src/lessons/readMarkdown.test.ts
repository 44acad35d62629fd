import { describe, expect, it } from 'vitest';
import { createRng } from '../engine/rng';
import { CONTROL_NAMES } from '../ui/view/controls';
import { compile } from './compile';
import type { Problem } from './problem';
import { readMarkdown } from './readMarkdown';
import { BEGUN, lessonOf, withChanges } from './testing/begun';

function problemsIn(file: string): readonly Problem[] {
  const read = readMarkdown(file);
  return 'problems' in read ? read.problems : [];
}

const lineOf = (text: string): number => BEGUN.slice(0, BEGUN.indexOf(text)).split('\n').length;

describe('a lesson in Markdown', () => {
  it('has its fields in front matter, headings, texts and blocks', () => {
    const { steps, ...front } = lessonOf(BEGUN);
    expect(front).toMatchObject({ id: 'cure-begun', minutes: 32, vocabulary: ['model', 'sample', 'generation', 'recall'] });
    expect(steps.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['start', 4],
      ['loops', 9],
      ['again', 1],
      ['patient', 2],
      ['treat', 5],
      ['play', 6],
      ['exit', 5],
    ]);
    expect(steps[1].text).toBe('Each new model learns from 200 samples of the model before it.\n\n### What to look at\n\nEight kinds of dots.');
    expect(steps[5].text).toBeUndefined();
    expect(steps[4].predict?.[1]).toMatchObject({ type: 'sketch', x: [20, 21, 30, 40] });
  });

  it('may come from any editor: with a byte order mark, and lines ended as Windows or old Macs end them', () => {
    for (const end of ['\r\n', '\r']) expect(readMarkdown(`\uFEFF${BEGUN.replaceAll('\n', end)}`)).toMatchObject({ lesson: lessonOf(BEGUN) });
  });

  it('knows the line of each of its parts', () => {
    const read = readMarkdown(BEGUN);
    if ('problems' in read) throw new Error('it has problems');
    expect(read.lineOf(['base'])).toBe(lineOf('base:'));
    expect(read.lineOf(['goals', 1, 'text'])).toBe(lineOf('- {id: G4'));
    expect(read.lineOf(['steps', 1, 'title'])).toBe(lineOf('## loops'));
    expect(read.lineOf(['steps', 1, 'text'])).toBe(lineOf('Each new model'));
    expect(read.lineOf(['steps', 4, 'predict', 0, 'options', 1, 'holds', 'all', 0, 'stat'])).toBe(lineOf('stat: median'));
    expect(read.lineOf(['steps', 6, 'play'])).toBe(lineOf('## exit'));
    expect(read.lineOf(['needs'])).toBe(2);
  });
});

describe('what is wrong is told with its line:', () => {
  it.each([
    ['minutes: 32', 'minutes: 300', 'minutes = 300 is not a number from 5 to 120'],
    ['ages: 14-17', 'ages: 14', 'ages = 14 is not text of 1 to 20 characters on one line; put it in quotes'],
    ['language: en', 'language: English', 'language = "English" is not a language as en or en-GB'],
    ['language: en', 'langauge: en', 'langauge is not known here; allowed are format, id, title'],
    ['format: mad-lesson/1', 'format: mad-lesson/2', 'format = "mad-lesson/2" is not mad-lesson/1'],
    ['base: backend', 'steps: []\nbase: backend', 'steps does not belong here; each step is a heading'],
    ['base: backend', 'base: &a backend', '“&a” is an anchor of YAML; leave it out.'],
    ['base: backend', 'base: !!str backend', '“tag:yaml.org,2002:str” is a tag of YAML; leave it out.'],
    ['limits: Eight', 'limits: *a', 'This is not YAML: '],
    ['limits: Eight clumps of dots and a few hundred points are no large model.', 'limits: *a', 'alias'],
    ['limits: Eight', '<<: {id: x}\nlimits: Eight', '<< is not known here'],
    ['limits: Eight', '__proto__: {id: x}\nlimits: Eight', '“__proto__” is not known here.'],
    ['limits: Eight', 'constructor: x\nlimits: Eight', '“constructor” is not known here.'],
    ['limits: Eight', '? [a, b]\n: c\nlimits: Eight', 'This is no name of a field'],
    ['limits: Eight', '1: c\nlimits: Eight', 'This is no name of a field'],
    ['vocabulary: [', 'vocabulary: [[], ', 'vocabulary[0] = an empty list is not text of 1 to 40 characters'],
    ['limits: Eight', 'limits: Eight: and', 'Text with a colon, a comma or another sign of YAML in it stands in quotes'],
    [
      '## loops | Three ways to go on {minutes=9}',
      '## loops | Three ways to go on',
      '“## loops | Three ways to go on” is no heading of a step; write ## id | Title {minutes=5}.',
    ],
    [
      '## loops | Three ways to go on {minutes=9}',
      '## loops | Three ways to go on {minutes=0.1}',
      'loops.minutes = 0.1 is not a number from 0.5 to 90',
    ],
    [
      '## loops | Three ways to go on {minutes=9}',
      '# loops | Three ways to go on {minutes=9}',
      'would be text; a step begins with ## id | Title {minutes=5}',
    ],
    ['## loops | Three ways to go on {minutes=9}', '## loops {minutes=9}', 'is no heading of a step'],
    ['## loops | Three ways to go on {minutes=9}', '## loops | {minutes=9}', 'loops.title = "" is not text of 1 to 80 characters'],
    ['## loops | Three ways to go on {minutes=9}', '## lo ops | Three ways to go on {minutes=9}', 'lo ops.id = "lo ops" is not a name'],
    ['## again | Once more {minutes=1}', '## again | Once more {minutes=1}\n\n  ``` mad', 'would be text; a step begins with ## id'],
    ['## loops |', '## Loops |', 'Loops.id = "Loops" is not a name of small letters'],
    ['unlock: [timeline]', 'unlock: timeline', 'loops.unlock = "timeline" is not “all”, or a list of controls'],
    ['unlock: [timeline]', 'unlock: []', 'loops.unlock = an empty list is not a list of 1 to 40 controls'],
    ['unlock: [timeline]', 'unlock: [timeline]\ntitle: x', 'title does not belong here; a step has it in its heading'],
    ['unlock: [timeline]', 'unlock: [timeline]\nunlock: all', '“unlock” stands here twice; keep one.'],
    ['    type: order', '    type: rank', 'loops.predict[0].type = "rank" is not one of choose, order, number, sketch'],
    ['    within: 0\n', '    within: .nan\n', 'loops.observe[0].within = NaN is not a number from 0 on'],
    ['    within: 0\n', '    withn: 0\n', 'loops.observe[0].withn is not known here; allowed are id, ask, is, within, again, untold'],
    ['at: [38, 40]', 'at: [40, 38]', 'loops.predict[1].is.at = a list is not a list of two generations, the earlier one first'],
    ['at: [38, 40]', 'at: [38, 40, 42]', 'is not a list of two generations'],
    ['score: recall\n', 'score: recall\n    score: recall\n', '“score” stands here twice'],
    ['misconception: M11', 'misconception: M13', 'treat.predict[0].options[1].misconception = "M13" is not one of none, M1, M2,'],
    ['        holds:\n          all:', '        holds:\n          some:', 'treat.predict[0].options[1].holds'],
    ['quiz:\n', 'quiz:\n%YAML 1.1\n', 'This is not YAML'],
    [
      'ask: What became of the variety?,',
      'ask: What, what became of the variety?,',
      'loops.explain.what became of the variety? is not known here; allowed are id, ask, words; text with a comma in it stands in quotes',
    ],
  ])('“%s” as “%s”', (from, to, message) => {
    const found = problemsIn(withChanges([from, to]));
    const said = found.find((problem) => problem.message.includes(message));
    expect(said, JSON.stringify(found)).toBeDefined();
    const first = lineOf(from);
    expect(said?.line).toBeGreaterThanOrEqual(first);
    expect(said?.line).toBeLessThan(first + to.split('\n').length);
  });

  it('of a bracket that is never closed, where it is missed', () => {
    const [{ line, message }] = problemsIn(withChanges(['limits: Eight', 'limits: [Eight']));
    expect(message).toContain('each bracket before them is closed');
    expect(line).toBe(lineOf('limits: Eight') + 1);
  });

  it.each([
    ['', 1, 'A lesson begins with its front matter'],
    ['# A lesson\n', 1, 'A lesson begins with its front matter'],
    ['---\nid: a\n', 1, 'A lesson begins with its front matter'],
    ['---\nid: a\n---\n\nOnce upon a time\n', 5, 'Here a step has to begin: ## id | Title {minutes=5}.'],
    ['---\n- a\n---\n## a | A {minutes=1}\n', 2, 'This block is a list; it has to hold lines “name: value”.'],
    ['---\nid: a\n---\n## a | A {minutes=1}\n```mad\nrun: a\n', 5, 'The block “```mad” that begins here has no end'],
    ['---\nid: a\n---\n## a | A {minutes=1}\n```mad\nrun: a\n```\nText\n', 8, 'The text of a step stands before its block'],
    ['---\nid: a\n---\n## a | A {minutes=1}\n```mad\nrun: a\n```\n```mad\nrun: b\n```\n', 8, 'A step has one block'],
    ['---\nid: a\n---\n## a | A {minutes=1}\n```mad\n# nothing\n```\n', 2, 'format is missing; it has to be mad-lesson/1'],
    ['---\n---\n', 1, 'format is missing'],
    [`---\n${'x'.repeat(300_000)}`, 1, 'This file has over 256 kB'],
    [`---\n%YAML 1.1\n---\n`, 2, ''],
  ])('%#: of a file that is hardly one', (file, line, message) => {
    const [first] = problemsIn(file);
    expect(first.message).toContain(message);
    expect(first.line).toBe(line);
  });
});

/** Each sign that YAML or the format makes something of. */
const SIGNS = [...'{}[]:,-#&*!|>\'"%@`~?=.$<> \t\n09azé', '```', '---', '{{', '}}', '\u0000', '\ud83d', '<<: ', '__proto__: ', '- ', '  '];

/** A file with one to three things wrong with it. */
function mutated(file: string, seed: number): string {
  const rng = createRng(seed);
  const below = (count: number) => Math.floor(rng.uniform() * count);
  const lines = file.split('\n');
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const at = below(lines.length);
    const line = lines[at];
    const place = below(line.length + 1);
    const sign = SIGNS[below(SIGNS.length)];
    const ways = [
      () => lines.splice(at, 1),
      () => lines.splice(at, 0, line),
      () => lines.splice(at, 2, lines[at + 1] ?? '', line),
      () => lines.splice(at, 1, line.slice(0, place) + sign + line.slice(place + 1)),
      () => lines.splice(at, 1, line.slice(0, place) + sign + line.slice(place)),
      () => lines.splice(at, 1, line.slice(0, place)),
      () => lines.splice(at, 1, ` ${line}`),
      () => lines.splice(at, 1, line.trimStart()),
      () => lines.splice(at, below(20)),
    ];
    ways[below(ways.length)]();
  }
  return lines.join('\n');
}

describe('1,000 files with something wrong', () => {
  it('are each a lesson, or have lines with what is wrong; none throws', () => {
    let lessons = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const file = mutated(BEGUN, seed);
      const read = readMarkdown(file);
      const count = file.split(/\r\n|\r|\n/).length;
      const lines =
        'problems' in read ? read.problems.map(({ line }) => line) : compile(read.lesson, CONTROL_NAMES).map(({ path }) => read.lineOf(path));
      if ('problems' in read) for (const { message } of read.problems) expect(message, `seed ${seed}`).toMatch(/\S{3}/);
      else lessons++;
      if ('problems' in read) expect(lines.length, `seed ${seed}`).toBeGreaterThan(0);
      for (const line of lines) {
        expect(Number.isInteger(line) && line >= 1 && line <= count, `seed ${seed}: line ${line} of ${count}`).toBe(true);
      }
    }
    // some changes do no harm
    expect(lessons).toBeGreaterThan(50);
    expect(lessons).toBeLessThan(800);
  });

  it('of many brackets, marks and blanks are refused soon', () => {
    const heaps = [
      '[',
      '{a: ',
      '- ',
      '? ',
      '&a ',
      '*a ',
      '|\n',
      '"',
      'a:\n',
      '!!',
      '# ',
      '\n',
      '- &a [\n',
      '{{',
      '%',
      '\\',
      '## a | ',
      ' ',
      '](',
      'a.',
      'a@',
    ];
    for (const heap of heaps) {
      const many = heap.repeat(Math.floor(120_000 / heap.length));
      for (const file of [many, `---\n${many}\n---\n`, `---\nid: a\n---\n## a | A {minutes=1}\n\`\`\`mad\nrun: ${many}\n\`\`\`\n`]) {
        expect(problemsIn(file).length, JSON.stringify(heap)).toBeGreaterThan(0);
      }
    }
  });
});
