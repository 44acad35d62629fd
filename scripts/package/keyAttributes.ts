import { KEYS } from '../../src/engine/experiment';
import type { KeySpec } from '../../src/engine/keys/key';
import { specOf } from '../../src/engine/keyText';
import { attributeName } from '../../src/engine/names';

/** Types of keys whose values may be numbers. */
const NUMBERS: ReadonlySet<KeySpec['type']> = new Set(['integer', 'number', 'text']);

/** `src/element/keyAttributes.ts`: the element takes no code or types of the engine, so its types are written from the schema, as docs are. */
export function keyAttributes(): string {
  // an attribute goes into an address: what is the reader's own is none
  const lines = KEYS.filter((key) => !specOf(key).isPrivate).map((key) => {
    const name = attributeName(key);
    return `  ${name.includes('-') ? `'${name}'` : name}?: string${NUMBERS.has(specOf(key).type) ? ' | number' : ''};`;
  });
  return [
    '/** Attributes of an experiment: written by `npm run docs:embedding` from its keys. */',
    'export interface KeyAttributes {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
