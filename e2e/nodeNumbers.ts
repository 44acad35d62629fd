import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';

interface Lane {
  readonly loop: string;
  readonly scores: Record<string, number | null>;
  readonly truth: Record<string, number | null>;
  readonly trainingSize: number;
  readonly fit: unknown;
}

type Row = Lane & { readonly generation: number };

const pick = ({ generation, loop, trainingSize, scores, truth, fit }: Row): Row => ({ generation, loop, trainingSize, scores, truth, fit });

/** The generations that the command without a browser prints for a link's keys. */
function simulated(query: string): Row[] {
  const flags = [...new URLSearchParams(query)].flatMap(([key, value]) => [`--${key}`, value]);
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/simulate.ts', ...flags], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'generation');
}

/** That the JSON which the page saved holds Node's numbers for this link, to the last bit. */
export function expectNodeNumbers(saved: string, query: string): void {
  const { results } = JSON.parse(saved) as { results: { generation: number; lanes: Lane[] }[] };
  const shown = results.flatMap(({ generation, lanes }) => lanes.map((lane) => ({ generation, ...lane })));
  const wanted = simulated(query);
  expect(wanted.length).toBeGreaterThan(0);
  expect(shown.map(pick)).toEqual(wanted.map(pick));
}
