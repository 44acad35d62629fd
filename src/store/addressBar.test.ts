import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseExperiment, parseQuery } from '../engine/experimentText';
import { encodePoints } from '../engine/pointsText';
import { comparedIn, createAddressBar, linkOf, readAddress } from './addressBar';
import { changeDraft } from './draft';

const DEFAULTS = parseQuery('').experiment;
const at = (search: string) => ({ href: `https://lab.example/${search}`, search }) as Location;
const drawn = (count: number) =>
  parseExperiment({ dataset: 'drawn', seed: 4, points: encodePoints(Float64Array.from({ length: 2 * count }, (_, i) => (i % 50) / 25 - 1)) })
    .experiment;
const searchOf = (link: string) => new URL(link).search;

describe('the link of own points', () => {
  it('holds up to 500 of them', () => {
    const experiment = drawn(500);
    expect(parseQuery(searchOf(linkOf(experiment, at('')))).experiment).toEqual(experiment);
  });

  it('leaves more of them out, but the draft does not', () => {
    const experiment = drawn(501);
    expect(parseQuery(searchOf(linkOf(experiment, at(''))))).toEqual({ experiment: { ...experiment, points: '' }, notes: [] });
    expect(changeDraft(experiment, { seed: 5 })).toEqual({ experiment: { ...experiment, seed: 5 }, notes: [] });
  });

  it('finds them again in the entry of the history', () => {
    const experiment = drawn(501);
    const search = searchOf(linkOf(experiment, at('')));
    expect(readAddress(search, { points: experiment.points }).experiment).toEqual(experiment);
    for (const state of [null, {}, { points: 'no points!' }, 3]) expect(readAddress(search, state).experiment.points).toBe('');
    expect(readAddress('?v=1', { points: experiment.points }).experiment.dataset).toBe('ring');
  });
});

describe('the experiment that a link compares with', () => {
  it('is read as a link of its own, however it came', () => {
    const compared = 'v=1&dataset=long-tail&loop=fully-synthetic,fresh-data&bias=0.8&changes=12:bias=0.5,real=10;20:bias=1';
    const { experiment } = parseQuery(compared);
    const query = `v=1&seed=7&compare=${encodeURIComponent(compared)}`;
    for (const mangled of [
      query,
      query.replaceAll('&', '&amp;'),
      query.replaceAll('&', '&#038;'),
      query.replaceAll('%26', '%26amp%3B'),
      query.replaceAll('%', '%25'),
      encodeURIComponent(query),
      encodeURIComponent(encodeURIComponent(query)),
      `${query}).`,
      `${query}&fbclid=x`,
      `${query}%26utm_source%3Dnews`,
      query.replace('0.8', '0%2C8').replace('long-tail', 'long_tail'),
    ]) {
      expect(comparedIn(mangled, DEFAULTS), mangled).toEqual({ experiment, notes: [] });
      expect(parseQuery(mangled).experiment.seed, mangled).toBe(7);
    }
    expect(comparedIn('?v=1', DEFAULTS)).toBeNull();
  });
});

describe('the link of a view', () => {
  it('keeps its keys however they are written, and no others', () => {
    const link = linkOf(parseQuery('').experiment, at('?HIDE=share,seed&parent-origin=https%3A%2F%2Fa.example&nonsense=1'));
    const mangled = linkOf(parseQuery('').experiment, at('?v=1&amp;HIDE=share&#038;theme=dark&#038;utm_source=news#x'));
    expect(searchOf(mangled)).toBe('?v=1&HIDE=share&theme=dark');
    expect(searchOf(link)).toBe('?v=1&HIDE=share,seed&parent-origin=https:%2F%2Fa.example');
  });
});

describe('the draft', () => {
  it('drops own points with their dataset, without a note', () => {
    expect(changeDraft(drawn(3), { dataset: 'moons' })).toMatchObject({ experiment: { dataset: 'moons', points: '' }, notes: [] });
    expect(changeDraft(drawn(3), { model: 'vae' })).toMatchObject({ experiment: { dataset: 'digits', points: '' }, notes: [] });
    expect(changeDraft(drawn(3), { model: 'gaussian' })).toMatchObject({ experiment: { dataset: 'drawn', points: drawn(3).points }, notes: [] });
    const digits = parseQuery('model=vae').experiment;
    const { points } = drawn(3);
    expect(changeDraft(digits, { dataset: 'drawn', points })).toMatchObject({
      experiment: { model: 'gaussian-mixture', points, components: 12 },
      notes: [],
    });
  });
});

describe('the address bar', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('does not let a change wait for where the run stands', () => {
    vi.useFakeTimers();
    const written: string[] = [];
    const page = { parent: null as unknown };
    page.parent = page;
    vi.stubGlobal('window', page);
    vi.stubGlobal('location', at('?v=1'));
    vi.stubGlobal('history', { replaceState: (_state: unknown, _title: string, address: string) => written.push(searchOf(address)) });
    const { experiment } = parseQuery('v=1');
    const bar = createAddressBar(() => null);
    bar.write({ experiment, speed: 2, at: 3, isSeen: true }, true);
    vi.advanceTimersByTime(300);
    bar.write({ experiment: { ...experiment, seed: 7 }, speed: 2, at: 3, isSeen: true }, false);
    vi.advanceTimersByTime(450);
    expect(written).toEqual(['?v=1&seed=7&at=3']);
    bar.write({ experiment, speed: 2, at: 4, isSeen: true }, true);
    vi.advanceTimersByTime(450);
    expect(written).toHaveLength(1);
    vi.advanceTimersByTime(600);
    expect(written[1]).toBe('?v=1&at=4');
  });
});
