// The greeting of the hour.
import { expect, it } from 'vitest';
import { greetingAt } from '../../../renderer/features/home/greeting.ts';

it('greets as the hour asks', () => {
  const greetings = [4, 10, 11, 14, 15, 17, 18, 3].map(greetingAt);
  expect(greetings).toEqual([
    'morning',
    'morning',
    'midday',
    'midday',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
  ]);
});
