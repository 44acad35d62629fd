import { expect, it } from 'vitest';
import type { Finding } from './finding';
import { report, table } from './report';

const finding: Finding = { what: 'mean', against: '|a| in file.json', cases: 1200, worst: 0.02, limit: 0.1, unit: 'relative', reason: 'rounding' };

it('says of every row whether it passes, or that nothing is required', () => {
  const rows = table([finding, { ...finding, worst: 0.2 }, { ...finding, worst: Number.NaN }, { ...finding, limit: null }])
    .split('\n')
    .slice(2);
  expect(rows.map((row) => row.split(' | ')[6])).toEqual(['yes', '**no**', '**no**', 'shown']);
});

it('keeps a table a table when a text holds a bar', () => {
  expect(table([finding])).toContain('| \\|a\\| in file.json | 1,200 | 0.02 | 0.1 | relative |');
});

it('counts what passes over all families, and names commit and Node', () => {
  const made = { commit: 'abc', node: '20.1.0', date: '2026-01-01' };
  const chapters = [
    { family: 'metrics', findings: [finding], notes: ['### A table'], seconds: 30, ...made },
    {
      family: 'loops',
      findings: [
        { ...finding, worst: 1 },
        { ...finding, limit: null },
      ],
      seconds: 90,
      ...made,
    },
  ];
  const text = report(chapters);
  expect(text).toContain('1 of 2 comparisons pass, over 3,600 numbers');
  expect(text).toContain('| rounding |\n\n### A table\n\nComputed on');
  expect(text).toContain('from commit abc, Node 20.1.0');
  expect(text).toContain(', in 2 min: `npm run verify:science -- --family loops`');
});
