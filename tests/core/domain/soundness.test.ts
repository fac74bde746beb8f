// A signature that could not be checked is called neither intact nor broken.
import { expect, it } from 'vitest';
import { soundnessOf } from '../../../core/domain/soundness.ts';

it.each([
  [true, 'TOTAL_PASSED', 'intact'],
  // Intact, and failed for another reason, such as revocation.
  [true, 'TOTAL_FAILED', 'intact'],
  [false, 'TOTAL_FAILED', 'broken'],
  [false, 'INDETERMINATE', 'unchecked'],
] as const)('intact %s and %s is %s', (intact, indication, soundness) => {
  expect(soundnessOf({ intact, indication })).toBe(soundness);
});
