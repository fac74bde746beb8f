// The one reason that stands beside the verdict.
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../../core/domain/reason-code.ts';
import type { Indication } from '../../../core/domain/indication.ts';
import { documentReport } from '../../../core/contract/validation.ts';
import { decisiveReason, toneOfReason } from '../../../core/domain/decisive-reason.ts';
import { afterColon } from '../../../core/domain/messages/sentence.ts';

const signature = (indication: Indication, ...codes: ReasonCode[]) => ({
  field: 'Signature1',
  type: 'signature',
  subFilter: 'ETSI.CAdES.detached',
  level: 'PAdES-B-B',
  indication,
  subIndication: null,
  intact: true,
  coverage: 'ENTIRE_FILE',
  byteRange: [0, 1, 2, 3],
  modification: 'NOT_JUDGED',
  docMdp: null,
  signer: null,
  chain: [],
  trustAnchor: null,
  issuedUnder: null,
  claimedTime: null,
  bestTime: null,
  timestamps: [],
  revocation: {
    chain: [],
    ...{ status: 'NOT_JUDGED', embedded: [], source: null },
    ...{ checkedAt: null, revokedAt: null, reason: null },
  },
  revision: 1,
  reasons: codes.map((code) => ({ code, params: {} })),
});
const report = (...signatures: ReturnType<typeof signature>[]) =>
  documentReport.parse({
    name: 'a.pdf',
    sha256: '0'.repeat(64),
    verdict: 'INDETERMINATE',
    trustDate: null,
    policy: 'Pena',
    checkedAt: '2026-11-24T02:15:00Z',
    signatures,
    revisions: [],
    certificates: [],
  });

describe('decisiveReason', () => {
  it('prefers what is missing over what was not judged', () => {
    const found = decisiveReason(
      report(
        signature('INDETERMINATE', 'SIGNATURE_INTACT', 'REVOCATION_UNKNOWN', 'CHAIN_NOT_FOUND'),
      ),
    );
    expect(found?.code).toBe('CHAIN_NOT_FOUND');
  });

  it('speaks of the failed signature, wherever it stands', () => {
    const found = decisiveReason(
      report(
        signature('INDETERMINATE', 'CHAIN_NOT_FOUND'),
        signature('TOTAL_FAILED', 'REVOCATION_UNKNOWN', 'DIGEST_MISMATCH'),
      ),
    );
    expect(found?.code).toBe('DIGEST_MISMATCH');
  });

  it('speaks of the gravest where several signatures are equally weak', () => {
    const found = decisiveReason(
      report(
        signature('TOTAL_FAILED', 'SIGNATURE_INTACT', 'SIGNED_FIELD_CHANGED'),
        signature('TOTAL_FAILED', 'SIGNATURE_INTACT', 'SIGNATURE_REMOVED'),
        signature('INDETERMINATE', 'BYTE_RANGE_INVALID'),
      ),
    );
    expect(found?.code).toBe('SIGNATURE_REMOVED');
  });

  it('does not say of an unsigned document what its time stamp lacks', () => {
    const stamped = report({
      ...signature('INDETERMINATE', 'REVOCATION_UNKNOWN'),
      type: 'docTimeStamp',
    });
    expect(decisiveReason({ ...stamped, verdict: 'NO_SIGNATURE' })).toBeNull();
  });

  it('has nothing to say where all passed or nothing was signed', () => {
    expect(decisiveReason(report(signature('TOTAL_PASSED', 'SIGNATURE_INTACT')))).toBeNull();
    expect(decisiveReason(report())).toBeNull();
  });
});

describe('toneOfReason', () => {
  it('never shows what was not judged as good', () => {
    expect(toneOfReason('MODIFICATION_NOT_JUDGED')).toBe('plain');
    expect(toneOfReason('SIGNATURE_INTACT')).toBe('ok');
    expect(toneOfReason('DIGEST_MISMATCH')).toBe('bad');
    expect(toneOfReason('CHAIN_NOT_FOUND')).toBe('warn');
  });
});

describe('afterColon', () => {
  it('makes the first letter small but leaves acronyms', () => {
    expect(afterColon('Isi dokumen berubah.')).toBe('isi dokumen berubah.');
    expect(afterColon('CRL tidak ada.')).toBe('CRL tidak ada.');
    expect(afterColon('')).toBe('');
  });
});

describe('a remark that changes no result', () => {
  it('is never what a verdict rests on while something is missing', () => {
    const found = decisiveReason(
      report(
        signature(
          ...(['INDETERMINATE', 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT'] as const),
          'TIMESTAMP_REVOCATION_UNKNOWN',
        ),
      ),
    );
    expect(found?.code).toBe('TIMESTAMP_REVOCATION_UNKNOWN');
    expect(toneOfReason('SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT')).toBe('plain');
  });
});
