// Verifying the open document: the report, the document as it was signed, and the report as a file.
import { z } from 'zod';
import { call } from './entry.ts';
import { openedDocument } from './document.ts';
import { documentHandle, fileName, isoTime, sha256Hex } from './shapes.ts';
import {
  COVERAGES,
  INDICATIONS,
  LEVELS,
  MODIFICATIONS,
  SUB_INDICATIONS,
  VERDICTS,
} from '../domain/indication.ts';
import { REASON_CODES } from '../domain/reason-code.ts';

const certificateText = z.string().max(2000);

export const certificateSummary = z.strictObject({
  subject: certificateText,
  issuer: certificateText,
  serial: z.string().max(100),
  sha256: sha256Hex,
  notBefore: isoTime,
  notAfter: isoTime,
});

const names = z.array(z.string().max(100)).max(50);

const certificateDetails = certificateSummary.extend({
  sha1: z.string().regex(/^[0-9a-f]{40}$/),
  key: z.string().max(100),
  signedWith: z.string().max(40).nullable(),
  keyUsage: names.nullable(),
  extendedKeyUsage: names.nullable(),
  policies: names,
  authority: z.boolean(),
  trustedBy: z.enum(['TRUST_LIST', 'USER', 'PRACTICE']).nullable(),
});
export type ShownCertificate = z.infer<typeof certificateDetails>;

export const reason = {
  code: z.enum(REASON_CODES),
  params: z.record(z.string().max(40), z.union([z.string().max(2000), z.number()])),
};

export const signatureReport = z.strictObject({
  field: z.string().max(1000),
  type: z.enum(['signature', 'docTimeStamp']),
  subFilter: z.string().max(200).nullable(),
  level: z.enum(LEVELS),
  indication: z.enum(INDICATIONS),
  subIndication: z.enum(SUB_INDICATIONS).nullable(),
  intact: z.boolean(),
  coverage: z.enum(COVERAGES),
  /** Four numbers are right; a forged one may have more. */
  byteRange: z.array(z.number()).max(64),
  modification: z.enum(MODIFICATIONS),
  docMdp: z
    .strictObject({
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      respected: z.boolean().nullable(),
    })
    .nullable(),
  signer: certificateSummary.nullable(),
  chain: z.array(sha256Hex).max(32),
  trustAnchor: sha256Hex.nullable(),
  issuedUnder: z
    .enum(['BSRE', 'OTHER_RECOGNISED', 'USER_TRUSTED', 'PRACTICE', 'NOT_RECOGNISED'])
    .nullable(),
  claimedTime: isoTime.nullable(),
  bestTime: isoTime.nullable(),
  timestamps: z
    .array(
      z.strictObject({
        type: z.enum(['signature', 'document']),
        time: isoTime,
        authority: certificateText,
        intact: z.boolean(),
        trusted: z.boolean().nullable(),
        chain: z.array(sha256Hex).max(32),
      }),
    )
    .max(100),
  revocation: z.strictObject({
    status: z.enum(['NOT_JUDGED', 'GOOD', 'REVOKED', 'UNKNOWN']),
    embedded: z.array(z.enum(['ocsp', 'crl'])).max(2),
    source: z.enum(['ocsp', 'crl']).nullable(),
    checkedAt: isoTime.nullable(),
    revokedAt: isoTime.nullable(),
    reason: z.string().max(40).nullable(),
    chain: z.array(sha256Hex).max(32),
  }),
  revision: z.int().nullable(),
  reasons: z.array(z.strictObject(reason)).max(100),
});

export const documentReport = z.strictObject({
  name: fileName,
  sha256: sha256Hex,
  verdict: z.enum(VERDICTS),
  policy: z.string().max(100),
  trustDate: z.iso.date().nullable(),
  checkedAt: isoTime,
  signatures: z.array(signatureReport).max(1000),
  certificates: z.array(certificateDetails).max(500),
  revisions: z
    .array(
      z.strictObject({
        revision: z.int(),
        end: z.int().nullable(),
        level: z.enum(MODIFICATIONS).nullable(),
        changes: z.array(z.strictObject(reason)).max(250),
      }),
    )
    .max(20_000),
});
export type ShownDocumentReport = z.infer<typeof documentReport>;
export type ShownSignatureReport = z.infer<typeof signatureReport>;

export const REPORT_FORMATS = ['pdf', 'xml', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const validationContract = {
  /** Offline: nobody is asked whether certificates were revoked. */
  'validation.start': call(
    z.strictObject({ document: documentHandle, offline: z.boolean().default(false) }),
    documentReport,
  ),
  /** The document as it was when the report's signature of that index was made. */
  'validation.openSigned': call(
    z.strictObject({ document: documentHandle, signature: z.int().min(0).max(999) }),
    openedDocument,
  ),
  /** Writes the last report of the document where the person says; false: nowhere. */
  'validation.saveReport': call(
    z.strictObject({ document: documentHandle, format: z.enum(REPORT_FORMATS) }),
    z.strictObject({ saved: z.boolean() }),
  ),
} as const;
