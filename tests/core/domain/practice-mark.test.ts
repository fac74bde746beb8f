// The mark of practice mode: found wherever it stands in a certificate, and in none that does not bear it.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bearsPracticeMark, PRACTICE_POLICY } from '../../../core/domain/practice-mark.ts';

it('is the UUID that its description names (ITU-T X.667), as openssl reads it', () => {
  const said = execFileSync('openssl', ['asn1parse', '-inform', 'DER'], { input: PRACTICE_POLICY });
  expect(said.toString()).toMatch(/OBJECT\s+:2\.25\.11394837036258529104923796811141424525\n/);
});

it('is found at the beginning, in the middle and at the end', () => {
  const [mark, before] = [Buffer.from(PRACTICE_POLICY), Buffer.of(1, 6, 6, 19, 105)];
  expect(bearsPracticeMark(mark)).toBe(true);
  expect(bearsPracticeMark(Buffer.concat([before, mark]))).toBe(true);
  expect(bearsPracticeMark(Buffer.concat([before, mark, before]))).toBe(true);
});

it('is not found where a part of it is missing', () => {
  const mark = Buffer.from(PRACTICE_POLICY);
  expect(bearsPracticeMark(mark.subarray(0, -1))).toBe(false);
  expect(bearsPracticeMark(mark.subarray(1))).toBe(false);
  expect(bearsPracticeMark(new Uint8Array())).toBe(false);
});
