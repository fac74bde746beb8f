// The trust list: the anchors shipped, and those that an office's policy lays down, by their fingerprints.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { shippedTrustList } from '../../../native/files/trust-list.ts';
import { makeAuthority } from '../../core/support/test-certificates.ts';

test('an anchor that the office lays down stands on the list beside those shipped', async () => {
  const { der } = makeAuthority('Root Kantor');
  const shipped = await shippedTrustList();
  const { pinned, pasal6, date } = await shippedTrustList([der]);
  expect(shipped.pinned.length).toBeGreaterThan(0);
  expect(pinned.slice(0, -1)).toEqual(shipped.pinned);
  expect(pinned.at(-1)?.sha256).toBe(createHash('sha256').update(der).digest('hex'));
  // It issues nothing under Pasal 6 by that, and the list is no younger.
  expect([pasal6, date]).toEqual([shipped.pasal6, shipped.date]);
});
