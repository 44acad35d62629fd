import { afterEach, describe, expect, it } from 'vitest';
import { chooseAxes, keepSketch, receiveFile, receiveText, refuseLongText, setSketch, sketchStore, skipFaultyLines } from './sketchStore';

const { getState, setState } = sketchStore;
const start = getState();
afterEach(() => setState(start, true));

const words = () => getState().report?.words;

describe('a text of points', () => {
  it('takes the place of the sketch and can be taken back', async () => {
    setState({ sketch: { points: [1, 1], past: [] } });
    await receiveText('x,y\n1,2\n3,4\n');
    expect(getState().sketch.points).toHaveLength(4);
    expect(getState().sketch.past).toEqual([[1, 1]]);
    expect(words()).toMatch(/^Line 1 was read as names\. 2 points, moved by/);
  });

  it('that is refused leaves the sketch as it was', async () => {
    const sketch = { points: [1, 1], past: [[2, 2]] };
    setState({ sketch });
    await receiveText('x,y\n1,2\n3,four\n');
    expect(getState().sketch).toBe(sketch);
    expect(getState().report).toMatchObject({ isProblem: true, words: expect.stringMatching(/^Line 3: “four” is not a number/) });
  });

  it('is read without its faulty lines when that is asked for', async () => {
    await receiveText('x,y\n1,2\n3,four\n5,6\n7\n9,10\n');
    expect(getState().report).toMatchObject({ isProblem: true, faulty: 2, words: expect.stringMatching(/^Line 3: “four” is not a number/) });
    await skipFaultyLines();
    expect(getState().sketch.points).toHaveLength(6);
    expect(words()).toMatch(/^Line 1 was read as names\. 2 lines, the first 3, were skipped\. 3 points, moved by/);
  });

  it('without one good line has nothing to skip to', async () => {
    await receiveText('x,y\n1,two\n3,four\n');
    expect(getState().report).toMatchObject({ isProblem: true });
    expect(getState().report?.faulty).toBeUndefined();
  });

  it('that was refused is past as soon as something is drawn, or the points from before are kept', async () => {
    for (const go of [() => setSketch({ points: [1, 1, 2, 2], past: [] }), keepSketch]) {
      await receiveText('x,y\n1,two\n');
      expect(getState().report?.isProblem).toBe(true);
      go();
      expect(getState().report).toBeNull();
    }
  });

  it('of several columns gives the likeliest two, and others as they are chosen', async () => {
    await receiveText('id,a,b,c\nu,0,1,5\nv,2,3,5\n');
    expect(getState().source).toMatchObject({ axes: { x: 1, y: 2 } });
    expect(getState().sketch.points).toEqual([-1, -1, 1, 1]);
    await chooseAxes({ x: 1, y: 3 });
    expect(words()).toMatch(/x is “a”, y is “c”/);
    const taken = getState().sketch;
    await chooseAxes({ x: 0, y: 3 });
    expect(words()).toMatch(/^Line 2: “u” is not a number/);
    expect(getState().sketch).toBe(taken);
    await chooseAxes({ x: 2, y: 1 });
    expect(getState()).toMatchObject({ report: { isProblem: false }, source: { axes: { x: 2, y: 1 } } });
  });

  it('that was read later wins over one that is still read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${i % 7}`).join('\n');
    const [slow, quick] = [receiveText(rows), receiveText('0,0\n1,1\n')];
    await Promise.all([slow, quick]);
    expect(getState().sketch.points).toHaveLength(4);
    expect(words()).toMatch(/^2 points/);
  });

  it('too long to be pasted is refused before it is shown', () => {
    expect(refuseLongText('1,2\n')).toBe(false);
    expect(refuseLongText('1,2\n'.repeat(2e6))).toBe(true);
    expect(words()).toBe('The text has 8.0 million characters; at most 4 million are read.');
  });
});

describe('a file of points', () => {
  it('may be written in UTF-16', async () => {
    const bytes = Uint8Array.from('x\ty\n1,5\t2\n3\t4,5\n', (character) => character.charCodeAt(0));
    await receiveFile(new File([bytes], 'plain.txt'));
    expect(words()).toMatch(/^plain\.txt: .*“1,5” was read as 1\.5\. 2 points/);
    const wide = Uint8Array.from({ length: 2 * bytes.length }, (_, i) => (i % 2 === 0 ? bytes[i / 2] : 0));
    await receiveFile(new File([Uint8Array.of(0xff, 0xfe), wide], 'wide.txt'));
    expect(words()).toMatch(/^wide\.txt: .*“1,5” was read as 1\.5\. 2 points/);
  });

  it.each([
    ['photo.png', '1,2', /^photo\.png is no text\. Allowed:/],
    ['large.csv', '1,2\n'.repeat(2_100_000), /^large\.csv is 8\.4 MB\. Allowed:/],
    ['saved.csv', '# MAD Lab\n# v: 1\n', /^saved\.csv: This is a table of results/],
  ])('%s is refused in words', async (name, text, message) => {
    await receiveFile(new File([text], name));
    expect(getState().report).toMatchObject({ isProblem: true, words: expect.stringMatching(message) });
    expect(getState().sketch).toBe(start.sketch);
  });
});
