// The endurance run in small: a few hundred signatures and ten insertions leave no more handles open and no
// more memory taken than the first of them. `npm run endurance` does the same for hours.
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertMany } from '../../../build/endurance/cycles.mjs';
import { holdingOf, type Holding, type Reading } from '../../../build/endurance/readings.mjs';
import { signMany } from '../../../build/endurance/signatures.mjs';
import { whyNoCard } from '../../support/modules/opensc.ts';
import { whyNoSoftHsm } from '../../support/softhsm.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const noToken = whyNoSoftHsm();
const noCard = whyNoCard();
/** Megabytes a process may grow by: a heap that is still finding its size takes some, a leak takes all. */
const GROWTH = 100;
/** Handles that a process may open late and once; what is lost each time is more at the end. */
const LATE = 2;

test.skipIf(process.platform !== 'linux')('a handle that stays open is counted', () => {
  const handles = () => holdingOf(process.pid)?.handles ?? NaN;
  const before = handles();
  const left = [1, 2, 3].map(() => openSync('/dev/null', 'r'));
  expect(handles()).toBe(before + 3);
  left.forEach(closeSync);
  expect(handles()).toBe(before);
});

test.skipIf(noToken !== null)(
  `300 signatures under thirty logins ${noToken ?? ''}`,
  { timeout: 300_000 },
  async () => {
    const readings: Reading[] = [];
    const told = (reading: Reading) => readings.push(reading);
    const result = await signMany(join(temporaryFolder(), 'sign'), 300, told, 10);
    expect(result).toEqual({ signatures: 300, logins: 30 });
    expect(readings).toHaveLength(10);
    expectFlat(readings, ({ here }) => here);
    expectFlat(readings, ({ hosts }) => hosts);
  },
);

test.skipIf(noCard !== null)(
  `ten insertions of a virtual card ${noCard ?? ''}`,
  { timeout: 300_000 },
  async () => {
    const readings: Reading[] = [];
    const told = (reading: Reading) => readings.push(reading);
    const result = await insertMany(join(temporaryFolder(), 'cards'), 10, told);
    expect(result).toMatchObject({ cycles: 10, signatures: 1, pulled: {}, pinsTried: 1 });
    expect(readings).toHaveLength(10);
    expectFlat(readings, ({ here }) => here);
    expectFlat(readings, ({ hosts }) => hosts);
    expectFlat(readings, ({ service }) => service);
  },
);

/**
 * The least of the last three readings against the most of the first three: one handle lost each time
 * fails it, and one that is open just when it is read does not (a second host may look during a slow call).
 */
function expectFlat(readings: readonly Reading[], of: (reading: Reading) => Holding | null): void {
  const held = readings.map(of).filter((holding) => holding !== null);
  expect(held).toHaveLength(readings.length);
  const least = (what: keyof Holding) => Math.min(...held.slice(-3).map((one) => one[what]));
  const most = (what: keyof Holding) => Math.max(...held.slice(0, 3).map((one) => one[what]));
  expect(least('handles')).toBeGreaterThan(0);
  expect(least('handles')).toBeLessThanOrEqual(most('handles') + LATE);
  expect(least('memory')).toBeLessThan(most('memory') + GROWTH);
}
