// The mark of practice mode: found wherever it stands in a certificate, and in none that does not bear it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bearsPracticeMark,
  isForPractice,
  PRACTICE_POLICY,
} from '../../../core/domain/practice-mark.ts';

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

/** A certificate that openssl makes, under a name as one is given on its command line. */
function named(subject: string, ...more: readonly string[]): Uint8Array {
  const dir = mkdtempSync(join(tmpdir(), 'pena-test-'));
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
  ];
  return execFileSync(
    'openssl',
    [...request, '-keyout', join(dir, 'key'), '-outform', 'DER', '-subj', subject, ...more],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
}

describe('an authority known by its name', () => {
  it('is what Pena called its own before they bore the mark', () => {
    const earlier = named('/C=ID/O=LATIHAN/CN=CA LATIHAN Pena', '-utf8');
    expect([bearsPracticeMark(earlier), isForPractice(earlier)]).toEqual([true, true]);
  });

  it('is what others call theirs for trials, which is no mark of ours', () => {
    const demo = named('/C=ID/O=Badan Siber dan Sandi Negara/CN=OSD DEMO');
    expect([bearsPracticeMark(demo), isForPractice(demo)]).toEqual([false, true]);
  });

  it.each([
    '/C=ID/O=LATIHAN/CN=CA LATIHAN Penang',
    '/C=ID/O=LATIHAN/CN=CA LATIHAN Pen',
    '/C=ID/O=OSD DEMO/CN=OSD LU Kelas 2',
    '/C=ID/O=CA LATIHAN Pena/CN=BSRE CA DS G1',
  ])('is not one of another name: %s', (subject) => {
    expect(isForPractice(named(subject))).toBe(false);
  });
});
