import { describe, expect, it } from 'vitest';
import { readCommand } from './protocol';

const command = (fields: object) => ({ ns: 'mad-lab', v: 1, ...fields });

describe('reading a command', () => {
  it('says what is wrong in few words, however long what it quotes', () => {
    const long = 'x'.repeat(60_000);
    for (const data of [command({ type: long }), command({ type: 'set', experiment: { [long]: {} } }), command({ type: 'export', format: long })]) {
      const words = readCommand(data);
      expect(typeof words === 'string' && words.length > 0 && words.length < 300).toBe(true);
    }
  });

  it('takes no names of an object’s inner parts for keys', () => {
    const read = readCommand(JSON.parse('{"ns":"mad-lab","v":1,"type":"set","experiment":{"__proto__":"x","constructor":"y","seed":2}}'));
    expect(read).toEqual(command({ type: 'set', experiment: { seed: 2 } }));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('drops what the schema does not know', () => {
    expect(readCommand(command({ type: 'run', experiment: { seed: 2 }, more: 1 }))).toEqual(command({ type: 'run' }));
  });
});
