// The new PIN's fields: what is wrong is said before a try is spent, and taking leaves nothing behind.
import { describe, expect, it } from 'vitest';
import { newPinProblem, takeNewPin } from '../../../renderer/features/pin/secret/new-pin.ts';

const LENGTHS = { minLength: 4, maxLength: 8 };
const fields = (...values: readonly [string, string, string]) =>
  values.map((value) => ({ value })) as [{ value: string }, { value: string }, { value: string }];

describe('newPinProblem', () => {
  it.each([
    [['', '5678', '5678'], 'current'],
    [['1234', '567', '567'], 'short'],
    [['1234', '567890123', '567890123'], 'long'],
    // Five letters of two bytes each: the token counts bytes.
    [['1234', 'ééééé', 'ééééé'], 'long'],
    [['1234', '5678', '5679'], 'different'],
    [['1234', '1234', '1234'], 'same'],
    [['1234', '5678', '5678'], null],
  ] as const)('%j: %s', ([current, next, again], problem) => {
    expect(newPinProblem(...fields(current, next, again), LENGTHS)).toBe(problem);
  });

  it('takes no empty one, whatever the token says', () => {
    const none = { minLength: 0, maxLength: 8 };
    expect(newPinProblem(...fields('1234', '', ''), none)).toBe('short');
  });
});

it('takes both as bytes and empties all three fields', () => {
  const typed = fields('1234', '5678', '5678');
  const taken = takeNewPin(...typed);
  expect(new TextDecoder().decode(taken.current)).toBe('1234');
  expect(new TextDecoder().decode(taken.next)).toBe('5678');
  expect(typed.map(({ value }) => value)).toEqual(['', '', '']);
});
