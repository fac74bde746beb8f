// What /P allows, bit by bit as table 22 of ISO 32000-2 has it. Bit 1 is the lowest.
import { describe, expect, it } from 'vitest';
import { permissionsOf } from '../../../../core/pdf/crypt/access-permissions.ts';

const bits = (...positions: readonly number[]): number =>
  positions.reduce((all, position) => all | (1 << (position - 1)), 0);

describe('/P', () => {
  it.each([
    [[], 3, false, false],
    [[4], 3, false, false],
    [[6], 3, false, true],
    [[4, 6], 3, true, true],
    [[9], 3, false, true],
    [[4, 9], 3, false, true],
    [[3, 5, 10, 11, 12], 3, false, false],
    // Before revision 3 bit 9 has no meaning.
    [[9], 2, false, false],
    [[4, 6], 2, true, true],
    [[4, 6], 6, true, true],
  ] as const)('with bits %j at revision %i', (positions, revision, createFields, fillFields) => {
    expect(permissionsOf(bits(...positions), revision)).toEqual({ createFields, fillFields });
  });
});
