import { expect, it, vi } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { labStore } from '../../store/labStore';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { toJson } from './json';
import { openSaved } from './openSaved';

const { experiment } = parseExperiment({ loop: 'fully-synthetic', generations: 2 });
const frame = frameOf(1, [laneOf('fully-synthetic', { scores: { recall: 0.5 }, shares: aliveModes('11011111') })]);
const json = toJson({ experiment, frames: [frame], noise: null, backend: 'wasm', version: '0.1.0', link: '', exported: '2026-11-29' });
const file = (text: string, name = 'saved.json') => new File([text], name);

it('a file that is refused leaves the page as it was, and one that is fit is shown', async () => {
  // what it does with the page and its address needs a browser
  const restore = vi.fn();
  labStore.setState({ restore });
  const before = labStore.getState();
  for (const text of [
    json.slice(0, -20),
    json.replace('"seed": 1', '"seed": {"toString": 1}'),
    json.replace('"changes": ""', '"changes": [{"generation": 2, "settings": null}]'),
    json.replace('"seed": 1', `"seed": ${'['.repeat(30_000)}${']'.repeat(30_000)}`),
    json.replace('"recall": 0.5', '"recall": 1e999'),
    '['.repeat(1e6),
    '# MAD Lab\n',
    '',
  ]) {
    expect(text).not.toBe(json);
    expect(await openSaved(file(text)), text.slice(0, 60)).toBe(false);
    expect(labStore.getState()).toBe(before);
  }
  expect(restore).not.toHaveBeenCalled();
  expect(await openSaved(file(json))).toBe(true);
  expect(restore).toHaveBeenCalledWith(experiment, [{ ...frame, lanes: [expect.objectContaining({ scores: { recall: 0.5 } })] }], null);
});
