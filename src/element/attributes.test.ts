import { expect, expectTypeOf, it } from 'vitest';
import { KEYS, type Key } from '../engine/experiment';
import { attributeFor, isKey, isViewKey, keysOf } from './attributes';
import type { MadLoopAttributes } from './types';

type Kebab<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? Letter extends Lowercase<Letter>
    ? `${Letter}${Kebab<Rest>}`
    : `-${Lowercase<Letter>}${Kebab<Rest>}`
  : Name;

/** As much of an element as attributes take. */
const elementWith = (attributes: Record<string, string>) =>
  ({ attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })) }) as unknown as Element;

it('the types name every key of the experiment but the reader’s own text, which goes into no address', () => {
  expectTypeOf<Exclude<Kebab<Key>, keyof MadLoopAttributes>>().toEqualTypeOf<'text'>();
});

it('every key of the experiment is one as an attribute, lower case or with hyphens, and what HTML or a framework brings is none', () => {
  for (const key of KEYS.filter((name) => name !== 'text')) {
    expect(isKey(key.toLowerCase())).toBe(true);
    expect(isKey(attributeFor(elementWith({}), key))).toBe(true);
    expect(isViewKey(key)).toBe(false);
  }
  const others = [
    'id',
    'class',
    'style',
    'text',
    'title',
    'src',
    'height',
    'data-loop',
    'aria-label',
    'onclick',
    'parentorigin',
    'parent-origin',
    '_ngcontent-a',
    '@click',
  ];
  expect(others.filter(isKey)).toEqual([]);
});

it('attributes become keys, and a key finds its attribute in whatever spelling it is there', () => {
  expect(keysOf(elementWith({ id: 'a', 'initial-real': '5', seed: '1', theme: 'dark' }))).toEqual({ initialReal: '5', seed: '1', theme: 'dark' });
  expect(attributeFor(elementWith({ initialreal: '5' }), 'initialReal')).toBe('initialreal');
  expect(attributeFor(elementWith({ seed: '5' }), 'initialReal')).toBe('initial-real');
  expect(attributeFor(elementWith({ initial_real: '5' }), 'initialReal')).toBe('initial_real');
  expect(keysOf(elementWith({ initial_real: '5', parent_origin: 'https://a.example' }))).toEqual({ initial_real: '5' });
});
