import { describe, expect, it } from 'vitest';
import { untilFailure } from '../../../../native/pkcs11/host/until-failure.ts';

const yes = (value: string): PromiseSettledResult<string> => ({ status: 'fulfilled', value });
const no = (reason: string): PromiseSettledResult<string> => ({ status: 'rejected', reason });

describe('the signatures of a group', () => {
  it('are all there where none failed', () => {
    expect(untilFailure([yes('a'), yes('b')])).toEqual(['a', 'b']);
  });

  it('end before the first that failed: no later one takes its place', () => {
    expect(untilFailure([yes('a'), no('gone'), yes('c')])).toEqual(['a']);
  });

  it('fail with the first', () => {
    expect(() => untilFailure([no('gone'), yes('b')])).toThrow('gone');
  });
});
