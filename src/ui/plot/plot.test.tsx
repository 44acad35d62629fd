import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { frameOf, laneOf } from '../../store/testing/frames';
import { axisOf } from '../charts/axis';
import { plotWhole } from '../charts/curves/plotWhole';
import { planeOf } from '../charts/geometry';
import { type ChartData, extentOfChart } from '../charts/layer';
import { layersOf } from '../charts/layers';
import { type EndPen, endSigns, endWords } from '../charts/layers/ends';
import { pageEnds, pagePen } from '../charts/pagePen';
import { seriesOf } from '../charts/series';
import { figureEnds, figurePen } from '../figures/figurePen';
import type { Primitive, Shape } from './primitive';
import { print } from './print';
import { Shapes } from './Shapes';

const METRIC = { range: [0, null], scale: 'linear', better: 'lower' } as const;

/** Three loops over five generations, one of which has no value, with all that a chart can show. */
function everything(): ChartData {
  const { experiment } = parseExperiment({ generations: 5, replicates: 2, changes: '3:bias=0.5' });
  const frames = [1, 2, 3, 4, 5].map((generation) =>
    frameOf(
      generation,
      experiment.loop.flatMap((loop, at) =>
        [1, 2].map((replicate) =>
          laneOf(loop, {
            replicate,
            truth: { kl: generation === 3 ? null : generation + at / 2 + replicate / 8 },
            theory: { theory: { kl: generation }, undefined: {} },
          }),
        ),
      ),
    ),
  );
  const kept = [1, 2, 4].map((generation) => ({ generation, value: 7 / generation }));
  return {
    experiment,
    series: seriesOf(frames, experiment.loop, 'kl'),
    noise: { low: 0.1, high: 0.4 },
    behind: [{ kind: 'kept', loop: 'fresh-data', lines: [[...kept, { generation: 5, value: null }]] }],
    told: [{ value: 3, generations: [4, 5], long: 'told for generations 4 to 5: 3.0, a mean', short: 'told: 3.0', by: 'theory' }],
  };
}

const geometry = { width: 400, height: 160, left: 30, right: 90, top: 20, bottom: 24, values: true };

const planeFor = (data: ChartData) => planeOf(geometry, axisOf(METRIC, extentOfChart(data.series, layersOf(data))), data.experiment.generations);

const inFigure = (data: ChartData): Shape[] => plotWhole(data, layersOf(data), planeFor(data), figurePen);

const onPage = (data: ChartData): Shape[] => plotWhole(data, layersOf(data), planeFor(data), pagePen(12));

function atEnds(data: ChartData, pen: EndPen): Shape[] {
  const ends = data.experiment.loop.map((loop, at) => ({ loop, generation: 5, value: 5 + at / 2 }));
  return [...endSigns(ends, planeFor(data), 1), ...endWords(ends, planeFor(data), pen)];
}

/** Elements as React prints them for a file, written as we write them. */
const asElements = (shapes: readonly Shape[]) =>
  renderToStaticMarkup(<Shapes shapes={shapes} />)
    .replaceAll(/><\/(path|ellipse)>/g, '/>')
    .replaceAll(/opacity="0\./g, 'opacity=".')
    .replaceAll(' stroke-dasharray=""', '');

describe('the layers of a chart', () => {
  it('are the same elements on the page as in a file, whatever the pen', () => {
    const data = everything();
    for (const shapes of [
      [...inFigure(data), ...atEnds(data, figureEnds)],
      [...onPage(data), ...atEnds(data, pageEnds(15))],
    ]) {
      expect(new Set(shapes.map(({ kind }) => kind))).toEqual(new Set(['path', 'marks', 'words']));
      expect(asElements(shapes)).toBe(print(shapes, { digits: 2 }).replaceAll('\n', ''));
    }
  });

  it('are the same in a figure as on the page', () => {
    const found = (shapes: readonly Shape[]) => shapes.flatMap(({ kind, data }) => (kind === 'path' && data ? [data.join(' ')] : []));
    expect(found(onPage(everything()))).toEqual(found(inFigure(everything())));
  });

  it('lie each on their own, in order', () => {
    const found = [...print(inFigure(everything())).matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name} ${value}`);
    const loops = everything().experiment.loop;
    expect(found).toEqual([
      'noise 0.1 0.4',
      'behind kept fresh-data',
      'told 3',
      ...loops.map((loop) => `band ${loop}`),
      ...loops.map((loop) => `line ${loop} exact`),
      ...loops.map((loop) => `line ${loop}`),
    ]);
  });

  it('cover together what the axis has to show, and draw what they have', () => {
    const data = everything();
    expect(extentOfChart(data.series, layersOf(data))).toEqual({ extent: [0.1, 7], smallest: 0.1 });
    const bare = { ...data, noise: null, behind: [], told: [] };
    expect(extentOfChart(bare.series, layersOf(bare)).extent).toEqual([1, expect.closeTo(6.2375)]);
    expect(print(inFigure(bare))).not.toMatch(/data-(noise|behind|told)/);
  });

  it('break where there is no value', () => {
    const d = /data-line="fresh-data" d="([^"]*)"/.exec(print(inFigure(everything())))?.[1] ?? '';
    expect(d.match(/M/g)).toHaveLength(2);
    expect(d.match(/L/g)).toHaveLength(2);
  });
});

describe('print', () => {
  const words = (text: string): Shape => ({ kind: 'words', x: 1, y: 2, parts: [{ text }, { text: '"b"', fontWeight: 600 }] });

  it('escapes words and attributes', () => {
    expect(print([words('a < b & c')])).toBe('<text x="1" y="2">a &lt; b &amp; c<tspan font-weight="600">&quot;b&quot;</tspan></text>');
    expect(print([{ kind: 'path', steps: [['M', 0, 0]], data: ['of', '<"&>'] }])).toBe('<path data-of="&lt;&quot;&amp;&gt;" d="M0 0"/>');
  });

  it('rounds places, and nothing else', () => {
    const line: Shape = {
      kind: 'path',
      steps: [['M', 1.26, -0.04], ['L', 2.54, 1 / 3], ['V', 4], ['H', 7.96], ['z']],
      stroke: '#000',
      strokeWidth: 1.25,
      strokeOpacity: 0.125,
    };
    expect(print([line])).toBe('<path d="M1.3 0L2.5 0.3V4H8z" stroke="#000" stroke-width="1.25" stroke-opacity=".125"/>');
    expect(print([line], { digits: 0 })).toContain('d="M1 0L3 0V4H8z"');
  });

  it('closes circles, however they are rounded', () => {
    expect(print([{ kind: 'marks', outline: 1.26, places: [5, 6, 7, 8] }])).toBe(
      '<path d="M5 6m-1.3 0a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0zM7 8m-1.3 0a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0z"/>',
    );
  });

  it('refuses places that are none', () => {
    for (const place of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => print([{ kind: 'path', steps: [['M', place, 0]] }])).toThrow(`A picture has no place ${place}.`);
  });

  it('says what shapes are of only where that is wanted', () => {
    const shape: Primitive = { kind: 'path', steps: [['M', 0, 0]], data: ['line', 'a'] };
    expect(print([shape], { data: false })).toBe('<path d="M0 0"/>');
  });
});
