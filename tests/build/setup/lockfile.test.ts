// What makes the set-up install again, and what does not.
import { describe, expect, it } from 'vitest';
import { outdatedPackages } from '../../../build/setup/lockfile.mjs';

const named = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/keytar': { version: '7.9.0', optional: true },
  },
};
const zod = { 'node_modules/zod': { version: '4.6.7' } };

describe('outdatedPackages', () => {
  it('finds nothing when all is there, or only an optional package is not', () => {
    expect(outdatedPackages(named, { packages: zod })).toEqual([]);
  });
  it('finds a package that is missing', () => {
    expect(outdatedPackages(named, { packages: {} })).toEqual(['node_modules/zod']);
  });
  it('finds another version, of an optional package too', () => {
    const old = { ...zod, 'node_modules/keytar': { version: '7.8.0' } };
    expect(outdatedPackages(named, { packages: old })).toEqual(['node_modules/keytar']);
  });
});
