import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandSchema } from '../src/embed/protocol';
import { COMMANDS } from '../src/embed/protocolWords';
import { VIEW_KEYS } from '../src/engine/experimentText';
import { withTables } from './embeddingTables';
import { keyAttributes } from './package/keyAttributes';

const text = readFileSync(new URL('../docs/embedding.md', import.meta.url), 'utf8');

describe('docs/embedding.md', () => {
  it('has the tables that the schemas make: if not, `npm run docs:embedding`', () => {
    expect(withTables(text)).toBe(text);
  });

  it('has the element’s types, too', () => {
    expect(keyAttributes()).toBe(readFileSync(new URL('../src/element/keyAttributes.ts', import.meta.url), 'utf8'));
  });

  it('tells every command of the schema with all its fields', () => {
    const inherited = ['ns', 'v', 'id', 'requestId', 'type'];
    const fields = Object.fromEntries(
      commandSchema.options.map(({ entries }) => [entries.type.literal, Object.keys(entries).filter((key) => !inherited.includes(key))]),
    );
    expect(Object.keys(fields)).toEqual(Object.keys(COMMANDS));
    for (const [type, names] of Object.entries(fields)) {
      for (const name of names) expect(COMMANDS[type as keyof typeof COMMANDS].fields, type).toContain(`\`${name}\``);
      if (names.length === 0) expect(COMMANDS[type as keyof typeof COMMANDS].fields).toBe('');
    }
  });

  it('tells every view key', () => {
    for (const key of VIEW_KEYS.filter((name) => name !== 'compare' && name !== 'watch')) expect(text).toContain(`| \`${key}\` |`);
  });
});
