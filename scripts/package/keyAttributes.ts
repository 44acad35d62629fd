import { KEYS } from '../../src/engine/experiment';
import { specOf } from '../../src/engine/keyText';
import { attributeName } from '../../src/engine/names';

/** `src/element/keyAttributes.ts`: the element takes no code or types of the engine, so its types are written from the schema, as docs are. */
export function keyAttributes(): string {
  const lines = KEYS.map((key) => {
    const { type } = specOf(key);
    const name = attributeName(key);
    return `  ${name.includes('-') ? `'${name}'` : name}?: string${type === 'integer' || type === 'number' ? ' | number' : ''};`;
  });
  return [
    '/** Attributes of an experiment: written by `npm run docs:embedding` from its keys. */',
    'export interface KeyAttributes {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
