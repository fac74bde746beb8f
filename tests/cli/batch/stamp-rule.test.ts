import { expect, test } from 'vitest';
import { stampRuleOf } from '../../../cli/batch/stamp-rule.ts';

test.each([
  ['last:300,60,200,70', { page: 'last', rect: [300, 60, 200, 70] }],
  ['tag:#:200,70', { tag: '#', size: [200, 70] }],
  ['last', { page: 'last', size: null }],
  ['3:180,60', { page: 3, size: [180, 60] }],
])('%s is a place', (text, at) => {
  expect(stampRuleOf(text, {})?.at).toEqual(at);
});

test.each(['', 'first', 'last:', 'last:1', 'last:1,2,3', 'last:1,2,3,4,5', 'tag:#', '0'])(
  '"%s" is none',
  (text) => {
    expect(() => stampRuleOf(text, {})).toThrow(
      expect.objectContaining({ key: 'batchStamp' }) as Error,
    );
  },
);
