import { expect, it } from 'vitest';
import { mathml } from './formulasModule.ts';

it('draws LaTeX as MathML, with its words for readers without it', () => {
  const math = mathml({ formula: '1/n < "1"', latex: '\\frac{1}{n}' });
  expect(math).toBe('<math displaystyle="true" alttext="1/n &lt; &quot;1&quot;"><mfrac><mn>1</mn><mi>n</mi></mfrac></math>');
});

it('refuses LaTeX that it does not know, and draws nothing for none', () => {
  expect(() => mathml({ formula: 'x', latex: '\\nosuch{x}' })).toThrow(/nosuch/);
  expect(mathml({ formula: '', latex: '' })).toBe('');
});
