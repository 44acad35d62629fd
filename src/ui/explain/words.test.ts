import { formulas } from 'virtual:formulas';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import { KEYS } from '../../engine/experiment';
import { KEY_WORDS } from '../../engine/keyWords';
import { EXPLAINED } from './words';

const NO_CONTROL = ['v', 'scores', 'changes'];

/** Names of elements that are open when another ends; throws where tags don't match: the part of well-formedness that string surgery can break. */
function expectWellFormed(markup: string): void {
  const open: string[] = [];
  for (const [, end, name, attributes, single] of markup.matchAll(/<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (end === '/') expect(open.pop(), attributes).toBe(name);
    else if (single !== '/') open.push(name ?? '');
  }
  expect(open).toEqual([]);
  const text = markup.replaceAll(/<\/?[a-z]+(?:\s+[a-z]+="[^"<]*")*\s*\/?>/g, '');
  expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#\w+);)/);
}

describe.each(EXPLAINED)('what is said of %s', (_, { meaning, formula, latex, symbols, trap, source }) => {
  it('has a meaning of at most two sentences, a trap and a source', () => {
    expect(meaning).toMatch(/\w.*\.$/);
    expect(meaning.match(/[.!?](\s|$)/g)?.length).toBeLessThanOrEqual(2);
    expect(trap).toMatch(/\w.*\.$/);
    expect(source).not.toBe('');
  });

  it('has no word that a reader, or a monkey, takes for a fault of the program', () => {
    expect([meaning, formula, symbols, trap, source].join(' ')).not.toMatch(/\b(NaN|undefined|Infinity)\b|\[object /);
  });

  it('draws its formula as well-formed MathML that can be heard in words, and names its letters', () => {
    expect([formula === '', symbols === '']).toEqual([latex === '', latex === '']);
    if (latex === '') return;
    const math = formulas[latex] ?? '';
    expect(math).toMatch(/^<math displaystyle="true" alttext="[^"]+">.*<\/math>$/s);
    expect(math).not.toMatch(/merror| (style|class)=|\\/);
    expectWellFormed(math);
  });
});

it('explains every score, exact value and loop that there is', () => {
  const ids = EXPLAINED.map(([id]) => id);
  for (const { id } of [...catalogue.metrics, ...catalogue.truths, ...catalogue.loops]) expect(ids).toContain(id);
});

it('explains every key that has a control, and says what moving it does', () => {
  expect(Object.keys(KEY_WORDS).sort()).toEqual(KEYS.filter((key) => !NO_CONTROL.includes(key)).sort());
  for (const { effect } of Object.values(KEY_WORDS)) expect(effect).toMatch(/\w.*\.$/);
});
