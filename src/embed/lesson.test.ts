import { describe, expect, it } from 'vitest';
import { valuesIn } from '../engine/query';
import { lessonOf } from './lesson';

const LESSONS = { cure: { title: 'Can it be cured?', minutes: 45 } };
const found = (query: string, hash = '') => lessonOf(valuesIn(query), LESSONS, hash);

describe('a lesson in a frame', () => {
  it('is what the link asks for', () => {
    expect(found('')).toBeNull();
    expect(found('lesson=')).toBeNull();
    expect(found('lesson=cure&step=treat&theme=dark&run=auto&generations=3', '#desk=7')).toEqual({
      title: 'Can it be cured?',
      about: 'A lesson of 45 minutes. Predict first, then watch real models train, and see where you were right.',
      address: './?lesson=cure&step=treat&theme=dark#desk=7',
    });
  });

  it('is left to the page where there is none of that name', () => {
    expect(found('lesson=constructor')).toMatchObject({ title: 'A lesson of MAD Lab', address: './?lesson=constructor' });
  });
});
