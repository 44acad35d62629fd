import { expect, it } from 'vitest';
import { percent } from './format';

it('a share is whole percent, and short however large it is', () => {
  expect([0.004, 0.36, 1.42, 999].map(percent)).toEqual(['0\u00a0%', '36\u00a0%', '142\u00a0%', '99900\u00a0%']);
  expect(percent(1.4e97)).toBe('1.4e99\u00a0%');
});
