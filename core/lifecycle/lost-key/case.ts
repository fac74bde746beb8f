// One loss from the first click to the authority's word (Peraturan Wali Kota Samarinda 13/2020, Pasal 16), as it
// lies on the disk: bounded, because a file may have been tampered with.
import { z } from 'zod';
import { REPORT_GROUNDS, REPORTERS } from '../../domain/revocation-request.ts';

const line = z.string().trim().min(1).max(200);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.iso.datetime();
const nip = z.string().regex(/^\d{18}$/);

/** Where it was learnt which certificate is meant. */
const CERTIFICATE_SOURCES = ['registry', 'signed-pdf', 'certificate-file', 'typed'] as const;

/** Pasal 7. */
export const CERTIFICATE_TYPES = ['individual', 'position', 'system'] as const;

const meantCertificate = z.strictObject({
  source: z.enum(CERTIFICATE_SOURCES),
  issuer: line,
  /** DER of the issuer's Name in base64; null where only a serial number was typed. */
  issuerName: z.base64().max(4000).nullable(),
  /** Lower-case hexadecimal without a leading zero octet. */
  serial: z.string().regex(/^[0-9a-f]{1,64}$/),
  sha256: digest.nullable(),
  /** The name in it; null where only a serial number was typed. */
  subject: line.nullable(),
  notAfter: time.nullable(),
  type: z.enum(CERTIFICATE_TYPES).nullable(),
});

/** A scan or a PDF that is kept beside the case, encrypted. */
const keptPaper = z.strictObject({
  name: line,
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  sha256: digest,
});
export type KeptPaper = z.infer<typeof keptPaper>;

/** What happened to the case, in order; nothing is ever taken out of the list. */
const caseEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('queued'), at: time, idempotencyKey: z.uuid() },
    /** Digests of the papers that it carries; absent for a first report, which carries none. */
    papers: z.array(digest).max(8).optional(),
  }),
  /** What a channel said; never that the certificate is revoked, which only the issuer's OCSP and CRL can say. */
  z.strictObject({
    kind: z.literal('acknowledged'),
    at: time,
    channel: z.enum(['https', 'email', 'cmp', 'file']),
    state: z.enum(['sent', 'received', 'accepted', 'rejected']),
    note: z.string().max(1000),
    /** Of the message that it speaks of; absent: of the first report. */
    idempotencyKey: z.uuid().optional(),
  }),
  /** A judged answer of OCSP or a judged CRL; `held` is a suspension (certificateHold), which may end. */
  z.strictObject({
    kind: z.literal('status'),
    at: time,
    by: z.enum(['ocsp', 'crl']),
    status: z.enum(['good', 'held', 'revoked', 'unknown']),
    revokedAt: time.nullable(),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), at: time, why: line }),
  /** Pasal 16(3)b: handed in, as the person says. */
  z.strictObject({ kind: z.literal('reissue-requested'), at: time }),
  /** Pasal 25(1): sent by Dinas, with the number of its letter, as the person says. */
  z.strictObject({ kind: z.literal('incident-reported'), at: time, reference: line }),
]);
export type CaseEvent = z.infer<typeof caseEvent>;

export const lostKeyCase = z.strictObject({
  id: z.uuid(),
  openedAt: time,
  reportedBy: z.enum(REPORTERS),
  /** Who reports for the registration authority; absent: owner or superior do, or nobody was named. */
  reporterName: line.optional(),
  certificate: meantCertificate,
  ground: z.enum(REPORT_GROUNDS),
  event: z.strictObject({
    happenedAt: time.nullable(),
    place: z.string().max(200),
    lastOwnUse: time.nullable(),
    narrative: z.string().max(4000),
  }),
  owner: z.strictObject({
    name: line,
    nip: nip.nullable(),
    nik: z
      .string()
      .regex(/^\d{16}$/)
      .nullable(),
    rank: line.nullable(),
    position: line.nullable(),
    unit: line.nullable(),
    email: z.email().max(200).nullable(),
  }),
  superior: z
    .strictObject({ name: line, nip: nip.nullable(), position: line.nullable() })
    .nullable(),
  /** Pasal 16(4), laporan kepada pihak yang berwenang. */
  authorityReport: z
    .strictObject({ agency: line, number: line, date: z.iso.date(), scan: keptPaper.nullable() })
    .nullable(),
  /** Pasal 16(4), surat keterangan: the copy that owner and superior have signed. */
  statement: z
    .strictObject({
      ...{ copy: keptPaper, signedByOwner: z.boolean(), acknowledged: z.boolean() },
      /** Whose electronic signature says so, and when it was checked here; absent: the person said it. */
      acknowledgedBy: z.strictObject({ name: line, sha256: digest, at: time }).optional(),
    })
    .nullable(),
  /** Number that the owner's agency gives the statement; absent: none yet. */
  statementNumber: line.optional(),
  /** The letter that was sent to the superior last; absent: none was. */
  asked: z.strictObject({ id: z.uuid(), askedAt: time, letter: digest }).optional(),
  /** The list of documents in doubt, as it was made last; absent: none was attached. */
  doubtful: z.strictObject({ copy: keptPaper, at: time, count: z.int().nonnegative() }).optional(),
  /** Pasal 16(3)b; null until it was asked for. */
  reissueRequestedAt: time.nullable(),
  /** Certificates kept beside the case like papers, by which its revocation is watched. */
  kept: z.strictObject({ certificate: digest, issuer: digest.nullable() }).optional(),
  events: z.array(caseEvent).max(2000),
});
export type LostKeyCase = z.infer<typeof lostKeyCase>;
