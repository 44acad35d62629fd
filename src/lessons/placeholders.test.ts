import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, STATS } from './lesson';
import { placeholdersIn, printReading, readReading } from './placeholders';

describe('a number in words', () => {
  it.each<[string, Reading]>([
    ['recall fresh-data 20', { score: 'recall', loop: 'fresh-data', at: 20 }],
    [' median  recall fresh-data last of treat.dose ', { stat: 'median', score: 'recall', loop: 'fresh-data', at: 'last', run: 'treat.dose' }],
    ['recall fresh-data 10..20 median treat.dose', { stat: 'median', score: 'recall', loop: 'fresh-data', at: [10, 20], run: 'treat.dose' }],
    ['firstLoss', { score: 'firstLoss' }],
    ['modeAlive.3 5 of mean', { score: 'modeAlive.3', at: 5, run: 'mean' }],
    ['share traceOverDim 20 above 1.5 of walk', { stat: 'share', score: 'traceOverDim', at: 20, above: 1.5, run: 'walk' }],
  ])('“%s” is a reading', (words, reading) => expect(readReading(words)).toEqual(reading));

  it.each([
    '',
    'median',
    'recall 20 30',
    'recall 20 median mean',
    'recall 20..10',
    '20 recall',
    'recall fresh-data fully-synthetic',
    'recall a b',
    '<b>',
    'recall of x of y',
    'recall 20 above 1 above 2',
  ])('“%s” is none', (words) => expect(readReading(words)).toBeNull());

  it('reads back as it was printed', () => {
    const run = fc.constantFrom('loops', 'treat.dose', 'mean', 'last', 'fresh-data', 'of', '20');
    const at = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constant('last' as const), fc.constantFrom<[number, number]>([1, 2], [30, 2000]));
    const any = fc
      .tuple(
        fc.constantFrom('recall', 'modeAlive.12', 'realUsed'),
        fc.record(
          {
            loop: fc.constantFrom('fresh-data', 'fully-synthetic-with-detector'),
            at,
            stat: fc.constantFrom(...STATS),
            above: fc.constantFrom(0, 1, -2.5),
            run,
          },
          { requiredKeys: [] },
        ),
      )
      .map(([score, others]) => ({ score, ...others }));
    fc.assert(
      fc.property(any, (reading) => {
        expect(readReading(printReading(reading))).toEqual(reading);
      }),
    );
  });

  it('stands in double braces, both of them', () => {
    expect(placeholdersIn('It is {{recall 20}}, then {{ recall 30 }}; {not} this.')).toEqual(['recall 20', ' recall 30 ']);
    for (const text of ['{{recall 20', 'recall 20}}', '{{recall {{20}} }}', '{{a}b}}']) expect(placeholdersIn(text), text).toBeNull();
  });
});
