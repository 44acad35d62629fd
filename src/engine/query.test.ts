import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import links from '../../test/fixtures/links.json';
import { type Experiment, KEYS } from './experiment';
import { parseExperiment, parseQuery, printQuery } from './experimentText';
import { countPoints, encodePoints } from './pointsText';
import { LONGEST_QUERY, printPairs, queryOf, readQuery, valuesIn } from './query';

const number = (min: number, max: number) => fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
const bias = fc.oneof(fc.double({ min: 0, max: 1.5, noNaN: true }), fc.constantFrom(0.8, 0.25, 1e-7));
const change = fc.record({
  generation: number(1, 2000),
  settings: fc.record(
    { bias, real: number(0, 20000), synthetic: number(10, 20000), memory: fc.constantFrom('previous', 'all') },
    { requiredKeys: ['bias'] },
  ),
});
const points = fc
  .array(fc.double({ min: -8, max: 7.9, noNaN: true }), { minLength: 2, maxLength: 60 })
  .map((values) => encodePoints([...values, ...values]));
/** Experiments as the page may hold them. */
const experiments: fc.Arbitrary<Experiment> = fc
  .record(
    {
      model: fc.constantFrom('gaussian', 'gaussian-mixture', 'vae'),
      dataset: fc.constantFrom('ring', 'long-tail', 'drawn', 'digits', 'gaussian'),
      loop: fc.subarray(['fully-synthetic', 'synthetic-augmentation', 'fresh-data'], { minLength: 1 }),
      initialReal: number(10, 20000),
      bias,
      beta: fc.double({ min: 0, max: 4, noNaN: true }),
      seed: number(0, 4294967295),
      scores: fc.constantFrom('all', 'none', 'recall,vendi', 'frechetDistance'),
      changes: fc.array(change, { maxLength: 4 }),
      points,
      backend: fc.constantFrom('auto', 'wasm'),
    },
    { requiredKeys: [] },
  )
  .map((raw) => parseExperiment(raw).experiment);

/** `query` with every value but the points rewritten. */
const rewritten = (query: string, rewrite: (text: string, isName: boolean) => string) =>
  printPairs(readQuery(query).map(([name, value]) => [rewrite(name, true), /^points$/i.test(name) ? value : rewrite(value, false)]));

/** Its values encoded once more. */
const encodedAgain = (query: string) =>
  query
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=') + 1;
      return pair.slice(0, at) + encodeURIComponent(pair.slice(at));
    })
    .join('&');

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const behind = (marks: string) => (query: string) => (/points=[^&]*$/i.test(query) && /[_-]/.test(marks) ? query : query + marks);

/** What happens to links on their way, by kind. */
const MANGLES: Readonly<Record<string, readonly ((query: string) => string)[]>> = {
  'punctuation behind it': [
    ')',
    '>',
    ',',
    '.',
    ';',
    '!',
    ']',
    '"',
    "'",
    '**',
    '_',
    '…',
    '%E2%80%A6',
    '»',
    '),',
    '%C2%A0',
    '%E2%80',
    '%2',
    '。',
    '—',
    '&quot;',
    '%22',
  ].map(behind),
  '& escaped as in HTML': ['&amp;', '&#038;', '&#38;', '&#x26;', '&amp;amp;', '&amp%3B'].map(
    (mark) => (query: string) => query.replaceAll('&', mark),
  ),
  'values encoded again': [encodedAgain, (query) => encodedAgain(encodedAgain(query)), (query) => query.replaceAll('%', '%25')],
  'encoded as a whole': [encodeURIComponent, (query) => encodeURIComponent(encodeURIComponent(query)), (query) => query.replaceAll('&', '%26')],
  'other hyphens': [
    ...['‐', '‑', '–', '—', '−', '－'].map((dash) => (query: string) => rewritten(query, (text) => text.replaceAll('-', dash))),
    (query) =>
      rewritten(query, (text, isName) => (isName ? kebab(text) : text.replace(/([a-z])-([a-z])/gi, '$1_$2')).replaceAll('-', '_')).replace(
        /(\de)_/gi,
        '$1-',
      ),
  ],
  'another case': [(query) => rewritten(query, (text) => text.toUpperCase())],
  'decimal comma': [(query) => rewritten(query, (text) => text.replace(/(\d)\.(\d)/g, '$1,$2'))],
  trackers: [
    (query) => `${query}&fbclid=IwAR0_x-1&utm_source=news&gclid=a.b&mc_eid=1`,
    (query) => `_ga=1.2&ref=home&${query}`,
    (query) => query.replace('&', '&igshid=a%3D%3D&si=7&'),
    (query) => `${query}?utm_medium=mail`,
  ],
};
const mangle = fc.constantFrom(...Object.values(MANGLES).flat());

describe('a link on its way', () => {
  it.each(links.cases)('$kind: $query is $want', ({ query, want, told }) => {
    const { experiment, notes } = parseQuery(query);
    expect(printQuery(experiment)).toBe(want);
    expect(notes.map(({ key }) => key)).toEqual(told ? ['points'] : []);
  });

  it.each(Object.entries(MANGLES))('opens the same experiment with %s', (_, mangles) => {
    let changed = 0;
    fc.assert(
      fc.property(experiments, fc.constantFrom(...mangles), (experiment, mangleOnce) => {
        const query = printQuery(experiment);
        const mangled = mangleOnce(query);
        if (mangled !== query) changed++;
        expect(parseQuery(mangled), mangled).toEqual({ experiment, notes: [] });
      }),
    );
    expect(changed).toBeGreaterThan(20);
  });

  it('opens the same experiment with two of these at once', () => {
    fc.assert(
      fc.property(experiments, mangle, mangle, (experiment, first, second) => {
        const mangled = second(first(printQuery(experiment)));
        expect(parseQuery(mangled), mangled).toEqual({ experiment, notes: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the points that arrived whole where it was cut, and says how many', () => {
    fc.assert(
      fc.property(points, fc.nat(), (text, cut) => {
        const arrived = text.slice(0, 6 + (cut % (text.length - 6)));
        const { experiment, notes } = parseQuery(`v=1&dataset=drawn&points=${arrived}`);
        const count = countPoints(experiment.points);
        expect(count).toBe(Math.floor((arrived.length * 3) / 16));
        expect(text.startsWith(experiment.points.slice(0, -1))).toBe(true);
        if (experiment.points !== arrived) expect(notes[0].message).toContain(count === 1 ? 'first point' : `first ${count} points`);
      }),
    );
  });
});

describe('any text as a link', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...KEYS,
      '=',
      '&',
      '&amp;',
      '%26',
      '%25',
      '%3D',
      '%',
      '%E2',
      '?',
      '#038;',
      '1',
      '-',
      '0,8',
      ';',
      ':',
      ',',
      '__proto__',
      'constructor',
      'utm_a',
      '\u0000',
    ),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('is quoted in few characters, whatever cannot be seen of it', () => {
    const { notes } = parseQuery(`loop=${'\u{F0000}\u0000'.repeat(30)}&dataset=${'\u0000'.repeat(60)}`);
    expect(notes).toHaveLength(2);
    for (const { message } of notes) expect(message.length, message).toBeLessThanOrEqual(220);
  });

  it('is read without an exception into an experiment that its own link gives back, with few short notes', () => {
    fc.assert(
      fc.property(texts, (query) => {
        const { experiment, notes } = parseQuery(query);
        expect(parseQuery(printQuery(experiment))).toEqual({ experiment, notes: [] });
        expect(notes.length).toBeLessThanOrEqual(5);
        for (const { message } of notes) expect(message.length, message).toBeLessThanOrEqual(220);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2,000 unknown keys', Array.from({ length: 2000 }, (_, i) => `wat${i}=1`).join('&'), 1],
    ['a score of 14,000 characters', `scores=${'x'.repeat(14_000)}`, 1],
    ['a name of 14,000 characters', `${'x'.repeat(14_000)}=1`, 1],
    ['100,000 unknown scores', `scores=${'x,'.repeat(100_000)}y`, 2],
    ['a list of a megabyte', `loop=${'fresh-data,'.repeat(100_000)}`, 2],
    ['thousands of wrong changes', `changes=${'3:seed=1;x;'.repeat(5000)}`, 5],
    ['a wrong value for every key', KEYS.map((key) => `${key}=wrong`).join('&'), 5],
    ['brackets alone', `seed=7${')'.repeat(200_000)}`, 0],
    ['escapes alone', `seed=7&x=${'%25'.repeat(60_000)}`, 1],
    ['separators alone', `seed=7${'&'.repeat(200_000)}`, 0],
    ['encoded separators alone', `seed=7${'%26'.repeat(80_000)}`, 0],
  ])('of %s gets few short notes', (_, query, count) => {
    const { notes } = parseQuery(query);
    expect(notes.length).toBe(count);
    for (const { message } of notes) expect(message.length, message).toBeLessThanOrEqual(220);
  });

  it('names the keys of what it does not tell one by one', () => {
    const messages = parseQuery('seed=a&k=a&bias=a&dim=a&units=a&steps=a&beta=a').notes.map(({ message }) => message);
    expect(messages).toHaveLength(5);
    expect(messages[4]).toBe("3 more values can't be taken as they stand: units, steps, beta.");
    expect(parseQuery('colour=red&size=9').notes[0].message).toBe('There are no keys “colour” and “size”. They were ignored.');
    expect(parseQuery('a=1&b=2&c=3&d=4').notes[0].message).toBe('There are no keys “a”, “b”, and 2 more of that kind. They were ignored.');
  });

  it('says where it stops reading', () => {
    const { notes } = parseQuery(`seed=7&x=${'y'.repeat(LONGEST_QUERY)}`);
    expect(notes.map(({ key }) => key)).toEqual(['link', 'x']);
    expect(notes[0].message).toContain(`at most ${LONGEST_QUERY} are read`);
  });
});

describe('reading a query', () => {
  it('does not take the keys of an address in a tracker for its own', () => {
    expect(readQuery('seed=1&ref=https%3A%2F%2Fnews.example%2F%3Fa%3D1%26seed%3D5')).toEqual([['seed', '1']]);
  });

  it('leaves a query in a value to whoever reads it', () => {
    const compared = 'v=1&loop=fresh-data,fully-synthetic&bias=0.5';
    for (const query of [`compare=${encodeURIComponent(compared)}`, encodeURIComponent(`v=1&compare=${encodeURIComponent(compared)}`)])
      expect(valuesIn(query).get('compare')).toBe(compared);
  });

  it('takes the last of a key that comes twice, however it is spelt', () => {
    expect(parseQuery('seed=1&SEED=2&seed=3').experiment.seed).toBe(3);
    expect(valuesIn('initialReal=1&initial_real=2').get('initialreal')).toBe('2');
  });

  it('keeps brackets that belong to a value', () => {
    expect(valuesIn('parentOrigin=https://[::1]').get('parentorigin')).toBe('https://[::1]');
    expect(valuesIn('parentOrigin=https://a.example)').get('parentorigin')).toBe('https://a.example');
  });

  it('finds what the browser took for a fragment', () => {
    expect(queryOf('https://lab.example/?v=1&seed=7#x')).toBe('v=1&seed=7');
    expect(queryOf('https://lab.example/?v=1&#038;seed=7&#038;k=3')).toBe('v=1&#038;seed=7&#038;k=3');
    expect(queryOf('https://lab.example/#038;seed=7')).toBe('');
    expect(parseQuery(queryOf('https://lab.example/?v=1&#38;seed=7#x')).experiment.seed).toBe(7);
  });
});
