import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderMarkdown } from './markdownModule';

test('chapters have headings below a dialog’s own, and ids to go to', () => {
  const { html, sections } = renderMarkdown('# Title\n\n## Loops (MAD)\n\n### Part\n');
  expect(sections).toEqual([{ id: 'model-loops-mad-', title: 'Loops (MAD)' }]);
  expect(html).toContain('<h3 id="model-loops-mad-" tabindex="-1">Loops (MAD)</h3>');
  expect(html).toContain('<h4>Part</h4>');
  expect(html).not.toContain('Title');
});

test('symbols get their indices, code keeps its underscores', () => {
  const { html } = renderMarkdown('n_s of G_{t−1}, (S_X S_Y)^½, a ≤ b_k, `n_s`, make_moons');
  expect(html).toContain('n<sub>s</sub> of G<sub>t−1</sub>, (S<sub>X</sub> S<sub>Y</sub>)<sup>½</sup>');
  expect(html).toContain('<code>n_s</code>');
});

test('a table can be scrolled by keyboard and has a name', () => {
  const { html } = renderMarkdown('| a | b |\n| --- | --- |\n| n_s | \\|x\\| < y |\n');
  expect(html).toContain('<div role="region" aria-label="Table: a, b" tabindex="0"><table>');
  expect(html).toContain('<td>n<sub>s</sub></td><td>|x| &lt; y</td>');
});

test('MODEL.md becomes text with every chapter and no leftover markup', () => {
  const { html, sections } = renderMarkdown(readFileSync('src/engine/MODEL.md', 'utf8'));
  expect(sections.map(({ title }) => title)).toEqual(expect.arrayContaining(['Symbols', 'Data', 'Models', 'Scores']));
  const words = html.replaceAll(/<code>.*?<\/code>/gs, '').replaceAll(/<[^>]+>/g, '');
  expect(words).not.toMatch(/\*\*|\| ---|[A-Za-z]_[A-Za-z{]/);
});
