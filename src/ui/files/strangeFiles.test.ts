import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownImages } from '../../engine/kinds/images';
import type { ShownPoints } from '../../engine/kinds/points';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { finish } from '../testing/finish';
import { toCsv } from './csv';
import { toJson } from './json';
import { openFile } from './openFile';
import type { Results } from './results';

const points = parseExperiment({ loop: 'fully-synthetic', generations: 3, changes: '2:bias=0.5' }).experiment;
const digits = parseExperiment({ dataset: 'digits', loop: 'fully-synthetic', generations: 3 }).experiment;

function resultsOf(experiment: Results['experiment']): Results {
  const isImages = experiment.model === 'vae';
  const frame = (generation: number) =>
    frameOf(generation, [
      laneOf('fully-synthetic', {
        scores: { recall: 0.25 * generation, density: null },
        undefined: { density: 'too few' },
        shares: aliveModes(isImages ? '1111111111' : '11011111'),
        shown: isImages
          ? ({ kind: 'images', count: 1, side: 14, values: new Uint8Array(196).fill(generation) } as ShownImages)
          : ({
              kind: 'points',
              count: 1,
              dim: 2,
              values: Float32Array.of(1, generation),
              components: Float32Array.of(1, 0, 0, 1, 0, 1),
            } as ShownPoints),
      }),
    ]);
  return {
    experiment,
    frames: [1, 2, 3].map(frame),
    noise: null,
    backend: 'wasm',
    version: '0.1.0',
    link: 'https://lab.example/?v=1',
    exported: '2026-11-29',
  };
}

/** The saved JSON, then changed: a function sees the parsed file. */
function json(change: (file: ReturnType<typeof JSON.parse>) => void, experiment = points): string {
  const file = JSON.parse(toJson(resultsOf(experiment)));
  change(file);
  return JSON.stringify(file);
}

const lane = (file: ReturnType<typeof JSON.parse>) => file.results[1].lanes[0];
const open = (text: string) => finish(openFile(text));
const problemOf = (text: string): string => {
  const opened = open(text);
  return 'problem' in opened ? opened.problem : expect.fail('it was opened');
};
const base64 = (...numbers: number[]) => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a strange file is refused in a short sentence that names the place', () => {
  it.each<[string, string, RegExp]>([
    [
      'a seed that is an object',
      json((file) => Object.assign(file.experiment, { seed: { toString: 1 } })),
      /^experiment\.seed = an object is not a whole/,
    ],
    [
      'changes without settings',
      json((file) => Object.assign(file.experiment, { changes: [{ generation: 2, settings: null }] })),
      /^experiment\.changes = a list is not GEN:key=value/,
    ],
    ['lists 30,000 deep', json(() => {}).replace('"seed":1', `"seed":${deep(30_000)}`), /more than 16 deep/],
    ['a list a million deep', '['.repeat(1e6), /more than 16 deep/],
    ['three million empty lists', `{"results": [${'[],'.repeat(3e6)}[]]}`, /more than 1,000,000 lists/],
    [
      'a billion empty images',
      json((file) => Object.assign(lane(file).shown, { count: 1e9, side: 0, values: '' }), digits),
      /shown\.count = 1000000000 is not/,
    ],
    ['a side of 0', json((file) => Object.assign(lane(file).shown, { side: 0, values: '' }), digits), /shown\.side = 0 is not 14/],
    ['half a side', json((file) => Object.assign(lane(file).shown, { side: 0.5 }), digits), /Generation 2, .*shown\.side = 0\.5 is not 14/],
    ['more pixels than said', json((file) => Object.assign(lane(file).shown, { count: 2 }), digits), /shown\.values = .* is not base64 of 392 bytes/],
    [
      'samples that are no numbers',
      json((file) => Object.assign(lane(file).shown, { values: base64(1, Number.NaN) })),
      /shown\.values\[1\] is not a number/,
    ],
    [
      'a score beyond all numbers',
      json(() => {}).replace('"recall":0.5', '"recall":1e999'),
      /scores\.recall is a number beyond 1\.7e308, and not a number from -1e300/,
    ],
    [
      'a score near the end of numbers',
      json((file) => Object.assign(lane(file).scores, { recall: 1e308 })),
      /recall = 1e\+308 is not a number from -1e300 to 1e300, or null/,
    ],
    ['an endless time', json(() => {}).replace('"elapsedMs":20', '"elapsedMs":1e999'), /Generation 1: elapsedMs is a number beyond/],
    ['a negative training set', json((file) => Object.assign(lane(file), { trainingSize: -1 })), /trainingSize = -1 is not a whole number from 0/],
    ['half an iteration', json((file) => Object.assign(lane(file).fit, { iterations: 0.5 })), /fit\.iterations = 0\.5 is not a whole number/],
    ['an endless objective', json(() => {}).replace(/"objective":-1/, '"objective":-1e999'), /fit\.objective is a number beyond/],
    ['shares of more modes than there are', json((file) => lane(file).shares.share.push(0.1)), /shares has 9 shares and 8 flags; ring has 8 modes/],
    ['a share above 1', json((file) => lane(file).shares.share.fill(2)), /shares\.share\[0\] = 2 is not a number from 0 to 1/],
    ['no shares at all', json((file) => delete lane(file).shares), /shares is missing/],
    [
      'a million letters for a number',
      json((file) => Object.assign(lane(file), { trainingSize: 'x'.repeat(1e6) })),
      /trainingSize = "x{40}"… is not/,
    ],
    [
      'a version of 100,000 letters',
      json((file) => Object.assign(file, { version: '9'.repeat(1e5) })),
      /^version = "9{40}"… is not a text of at most 60/,
    ],
    [
      'a long reason',
      json((file) => Object.assign(lane(file).undefined, { density: 'x'.repeat(1e5) })),
      /reasons\.density = .* at most 500 characters/,
    ],
    ['a long name', json((file) => Object.assign(lane(file).scores, { ['x'.repeat(1e5)]: 1 })), /A name in .*scores = "x{40}"… is not of 1 to 60/],
    [
      'a crowd of names',
      json((file) => Object.assign(lane(file), { scores: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`s${i}`, 1])) })),
      /scores has 300 names; allowed are at most 200/,
    ],
    [
      'a noise floor of words',
      json((file) => Object.assign(file, { noiseFloor: { bands: { recall: { low: 'a', high: 1 } }, undefined: {} } })),
      /noiseFloor\.bands\.recall\.low = "a" is not/,
    ],
    ['a key of another experiment', json((file) => Object.assign(file.experiment, { sede: 3 })), /unknown key “sede”/],
    ['a lane twice', json((file) => file.results[1].lanes.push(lane(file))), /^Generation 2 holds 2 loops and replicates instead of 1/],
    ['a quoted cell of 10 MB', `${toCsv(resultsOf(points))}1,"${'x'.repeat(1e7)}",1\n`, /^Line \d+: a cell has more than 10,000 characters/],
    [
      'a quotation mark that never closes',
      `${toCsv(resultsOf(points))}1,"x,1\n`.repeat(2),
      /^Line \d+: a quotation mark opens a cell, and none closes it|cells instead of/,
    ],
    [
      'a line repeated',
      toCsv(resultsOf(points)).replace(/^(2,.*\n)/m, '$1'.repeat(4000)),
      /^Generation 2 holds 4000 loops and replicates instead of 1/,
    ],
    [
      'semicolons for commas',
      toCsv(resultsOf(points)).replace(/^(generation|\d).*$/gm, (line) => line.replaceAll(',', ';')),
      /^Line \d+ names the columns, .*put semicolons for the commas.* as it was saved, or the JSON/,
    ],
    [
      'a generation too far',
      toCsv(resultsOf(points)).replace(/^3,/m, '1e9,'),
      /^Line \d+: generation = 1000000000 is not a whole number from 1 to 2000/,
    ],
  ])('%s', (_, text, message) => {
    const problem = problemOf(text);
    expect(problem).toMatch(message);
    expect(problem.length).toBeLessThanOrEqual(300);
    expect(problem).not.toMatch(/NaN|Infinity|undefined is/);
  });
});

it.each([
  ['{"a": 1,\n "b": NaN}', 2],
  ['{"a": 1\n "b": 2}', 2],
  ['{"a": [1,\n2,\n]}', 3],
  ['{"a": "x\n"}', 1],
  ['{"a": 1}\n{', 2],
  ['{"a": 01}', 1],
  ['{\n"a" 1}', 2],
  ['{\na: 1}', 2],
  ['[1,\n2', 2],
  ['', 1],
])('%j is no JSON, and the line that says so is %d', (text, line) => {
  expect(problemOf(text)).toMatch(new RegExp(`^Line ${line}: This is not JSON`));
});

describe('a table of results', () => {
  const csv = toCsv(resultsOf(points));

  it('opens with the line ends of old Macs', () => {
    expect(open(csv.replaceAll('\n', '\r'))).toEqual(open(csv));
    expect(open(csv)).toHaveProperty('frames.length', 3);
  });

  it('keeps samples that lie beyond float32 at the farthest place that there is', () => {
    const opened = open(json((file) => Object.assign(lane(file).shown, { values: base64(Number.POSITIVE_INFINITY, -1e30) })));
    const shown = 'frames' in opened ? opened.frames[1]?.lanes[0]?.shown : null;
    expect([...((shown as ShownPoints | null)?.values ?? [])]).toEqual([3.4028234663852886e38, Math.fround(-1e30)]);
  });

  it.each([
    '=HYPERLINK("http://localhost","x")',
    '+1',
    '@SUM(A1)',
    '-2',
    "'=1",
    'a,b\nc',
    'a "b"',
    ' spaced ',
    'generation',
    'truth.logDet',
    'score.x',
    'loop',
    '%0041',
    'naïve ✓',
  ])('is no formula and opens again where a score is named %j', (name) => {
    const text = json((file) => {
      for (const { lanes } of file.results)
        Object.assign(lanes[0], { scores: { [name]: 0.5, plain: null }, undefined: { plain: 'none', [name]: 'x' } });
      Object.assign(file, { noiseFloor: { bands: { [name]: { low: 0, high: 1 } }, undefined: {} } });
    });
    const opened = open(text);
    if ('problem' in opened) return expect.fail(opened.problem);
    const table = toCsv({ ...resultsOf(points), ...opened, version: '1' });
    const again = open(table);
    if ('problem' in again) return expect.fail(again.problem);
    expect(again.frames.map(({ lanes }) => lanes[0]?.scores)).toEqual(opened.frames.map(({ lanes }) => lanes[0]?.scores));
    expect(again.frames[2]?.lanes[0]?.undefined).toEqual({ plain: 'none', [name]: 'x' });
    expect(again.noise).toEqual(opened.noise);
    for (const line of table.split('\n').filter((part) => !part.startsWith('#'))) expect(line).not.toMatch(/(^|,)"?[=+@]/);
  });

  it('holds no formula in the words of its remarks', () => {
    const results = resultsOf(points);
    const table = toCsv({ ...results, version: '1,=1+1;@x,"=2' });
    expect(table).toContain("# version: 1,'=1+1;'@x,\"'=2\n");
    expect(toCsv({ ...results, version: "1,'=1+1;'@x,\"'=2" })).toBe(table);
  });
});
