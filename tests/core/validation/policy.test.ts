// The policy as data: what holds at which time, and what an office may make of a check. Dates by hand from
// resources/policy/validation.json and ETSI TS 119 312.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublicKey } from '../../../core/cms/public-key.ts';
import type { ValidationPolicy } from '../../../core/domain/validation-policy.ts';
import { CHECKS } from '../../../core/validation/checks/all.ts';
import { AlgorithmsAt, SHIPPED_POLICY } from '../../../core/validation/policy.ts';
import {
  readValidationPolicy,
  validationPolicyShape,
} from '../../../native/files/validation-policy.ts';
import { resourcePath } from '../../../native/files/resources.ts';
import { refusedWith } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judgeOne, makeDocument } from '../support/test-document.ts';

const at = (date: string): AlgorithmsAt => new AlgorithmsAt(SHIPPED_POLICY, new Date(date));
const key = (kind: PublicKey['kind'], size: number) => ({ kind, size }) as PublicKey;

describe('algorithms', () => {
  it.each([
    ['md5', '2004-08-17', null],
    ['md5', '2004-08-19', 'MD5'],
    ['sha1', '2013-04-12', null],
    ['sha1', '2026-11-25', 'SHA-1'],
    ['sha224', '2028-12-31', null],
    ['sha224', '2029-01-02', 'SHA-224'],
    ['sha256', '2040-01-01', null],
  ] as const)('%s on %s: %s', (hash, date, weak) => {
    expect(at(date).weakHash(['sha512', hash])).toBe(weak);
  });

  it.each([
    ['rsa', 512, '2000-01-01', 'RSA-512'],
    ['rsa', 1024, '2010-07-31', null],
    ['rsa', 1024, '2010-08-02', 'RSA-1024'],
    ['rsa', 2047, '2026-11-25', 'RSA-2047'],
    ['rsa-pss', 2048, '2026-11-25', null],
    ['rsa', 8192, '2026-11-25', null],
    ['ec', 192, '2026-11-25', 'EC-192'],
    ['ec', 256, '2026-11-25', null],
  ] as const)('a key of kind %s with %i bits on %s: %s', (kind, bits, date, weak) => {
    expect(at(date).weakKey(key(kind, bits))).toBe(weak);
  });
});

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const document = makeDocument((digest) => makeCms({ signer, digest, referenced: null }), {
  subFilter: 'adbe.pkcs7.detached',
});

describe('severities', () => {
  const judged = async (severities: ValidationPolicy['severities']) => {
    const policy = { ...SHIPPED_POLICY, severities };
    return judgeOne(document, { anchors: [root.der], policy });
  };

  it('change what a failed check means', async () => {
    const id = 'signing-certificate-referenced';
    const code = 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT';
    expect((await judged({})).codes).toContain(code);
    expect(await judged({ [id]: 'fail' })).toMatchObject({ indication: 'TOTAL_FAILED' });
    expect((await judged({ [id]: 'ignore' })).codes).not.toContain(code);
    expect(await judged({ 'revocation-known': 'remark' })).toMatchObject({
      indication: 'TOTAL_PASSED',
    });
  });

  it('name checks that there are', () => {
    const ids = new Set(CHECKS.map(({ id }) => id));
    expect(Object.keys(SHIPPED_POLICY.severities).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('a policy file', () => {
  it('of the shipped form is read', async () => {
    const read = await readValidationPolicy(resourcePath('policy', 'validation.json'));
    expect(read).toEqual(validationPolicyShape.parse(SHIPPED_POLICY));
  });

  it.each(['{}', 'no JSON', '[]', '{"version": 2}'])('%j is refused', async (text) => {
    const file = join(temporaryFolder(), 'kebijakan.json');
    writeFileSync(file, text);
    expect(await refusedWith(readValidationPolicy(file))).toEqual({
      code: 'POLICY_FILE_INVALID',
      params: { file: 'kebijakan.json' },
    });
  });
});
