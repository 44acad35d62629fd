import { expect, test } from 'vitest';
import { type Part, runParts } from './parts.mjs';

/** Parts that note when they begin and end, and how many were at work at once. */
function watched() {
  const events: string[] = [];
  let working = 0;
  let most = 0;
  const part = (name: string, more: Partial<Part> = {}): Part => ({
    name,
    ...more,
    work: async (tools) => {
      events.push(`${name} begins`);
      most = Math.max(most, ++working);
      tools.say(`${name} 1\n`);
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
      tools.say(`${name} 2\n`);
      working--;
      events.push(`${name} ends`);
      return more.work ? more.work(tools) : true;
    },
  });
  const printed: string[] = [];
  return { part, events, printed, print: (text: string) => printed.push(text), most: () => most };
}

test('parts of a group run side by side, as many as there are cores, and print in one piece; the next group waits for all', async () => {
  const { part, events, printed, print, most } = watched();
  await runParts([['a', 'b', 'c'].map((name) => part(name)), [part('last')]], 2, print);
  expect(most()).toBe(2);
  expect(events.indexOf('b begins')).toBeLessThan(events.indexOf('a ends'));
  expect(events.slice(-2)).toEqual(['last begins', 'last ends']);
  for (const name of ['a', 'b', 'c']) expect(printed).toContain(`\n=== ${name}\n${name} 1\n${name} 2\n`);
});

test('on one core, and alone in its group, a part prints while it works', async () => {
  const { part, printed, print, most } = watched();
  await runParts([[part('a'), part('b')], [part('c')]], 1, print);
  expect(most()).toBe(1);
  expect(printed).toEqual(['a', 'b', 'c'].flatMap((name) => [`\n=== ${name}\n`, `${name} 1\n`, `${name} 2\n`]));
});

test('what needs a part that failed is left out, and what needs that; what only comes after it runs', async () => {
  const { part, events, print } = watched();
  const outcomes = await runParts(
    [
      [part('build', { work: () => false }), part('size', { needs: ['build'] }), part('later', { after: ['build'] })],
      [part('journeys', { needs: ['size'] })],
    ],
    4,
    print,
  );
  expect(events).toEqual(['build begins', 'build ends', 'later begins', 'later ends']);
  expect(outcomes.map(({ name, succeeded }) => [name, succeeded])).toEqual([
    ['build', false],
    ['later', true],
  ]);
});

test('a part counts its cases, or as one; one that fails without naming a case counts as one that failed', async () => {
  const { part, print } = watched();
  const cases = { passed: 7, failed: 0, skipped: 2 };
  const outcomes = await runParts(
    [[part('one')], [part('many', { cases: () => cases })], [part('fails', { work: () => false, cases: () => ({ ...cases }) })]],
    2,
    print,
  );
  expect(outcomes.map(({ counts }) => counts)).toEqual([{ passed: 1, failed: 0, skipped: 0 }, cases, { ...cases, failed: 1 }]);
});

test('a part that throws has failed, says why, and disturbs no other', async () => {
  const { part, printed, print } = watched();
  const throws = part('throws', { work: () => Promise.reject(new Error('not the file that it was')) });
  const outcomes = await runParts([[throws, part('other')], [part('next')]], 2, print);
  expect(outcomes.map(({ name, succeeded }) => `${name} ${succeeded}`).sort()).toEqual(['next true', 'other true', 'throws false']);
  expect(printed.join('')).toContain('not the file that it was\n');
});

test('a part that waits for one that nobody does is an error', async () => {
  const { part, print } = watched();
  await expect(runParts([[part('a', { needs: ['b'] })]], 2, print)).rejects.toThrow('a: waiting for what nobody does');
});

test('what a command prints is part of what its part prints, and its exit code decides', async () => {
  const { part, printed, print } = watched();
  const node = (code: string) => part(code, { work: async ({ run }) => (await run(process.execPath, ['-e', code])) === 0 });
  const outcomes = await runParts([[node("console.log('said')"), node("console.error('wrong'); process.exit(3)")]], 2, print);
  expect(printed.join('')).toMatch(/said\n/);
  expect(printed.join('')).toMatch(/wrong\n/);
  expect(outcomes.map(({ succeeded }) => succeeded).sort()).toEqual([false, true]);
});
