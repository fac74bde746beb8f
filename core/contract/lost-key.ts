// The lost-key wizard: blocking, reporting, papers, and what has become of it. No path, no passphrase and no
// unmasked NIK crosses here; cases and certificates stand behind handles of this window.
import { z } from 'zod';
import { REPORT_GROUNDS, REPORTERS } from '../domain/revocation-request.ts';
import { attempts } from './delivery.ts';
import { call, event } from './entry.ts';
import { failure, isoTime, sha256Hex, shortText } from './shapes.ts';

/** A certificate that was chosen, and blocked with it. */
export const meantHandle = z
  .string()
  .regex(/^lck_[0-9a-f]{32}$/)
  .brand<'MeantHandle'>();
export type MeantHandle = z.infer<typeof meantHandle>;

export const caseHandle = z
  .string()
  .regex(/^cas_[0-9a-f]{32}$/)
  .brand<'CaseHandle'>();
export type CaseHandle = z.infer<typeof caseHandle>;

const line = z.string().trim().max(200);
const nip = z.union([z.literal(''), z.string().regex(/^\d{18}$/)]);

export const meant = z.strictObject({
  meant: meantHandle,
  /** Null where only a serial number was typed. */
  name: shortText.nullable(),
  issuer: shortText,
  serial: z.string().max(64),
  notAfter: isoTime.nullable(),
  /** From now on this program does not sign with it; false where only a number is known. */
  blocked: z.boolean(),
  /** What became of a PIN in the keychain. */
  pin: z.enum(['deleted', 'none', 'unknown']),
  /** When this program signed with it last; null: never, or not known. */
  lastSigned: isoTime.nullable(),
});
export type Meant = z.infer<typeof meant>;

export const CASE_STATES = [
  ...['draft', 'queued', 'sent', 'received', 'accepted', 'rejected', 'revoked', 'withdrawn'],
] as const;
/** As core/lifecycle/lost-key/owed.ts names them. */
const DEBTS = [
  ...['first-report', 'authority-report', 'statement', 'acknowledgement', 'new-certificate'],
  ...['papers-report', 'incident-report'],
] as const;

export const shownCase = z.strictObject({
  case: caseHandle,
  openedAt: isoTime,
  reportedBy: z.enum(REPORTERS),
  name: shortText,
  ground: z.enum(REPORT_GROUNDS),
  certificate: z.strictObject({
    name: shortText.nullable(),
    issuer: shortText,
    serial: z.string().max(64),
  }),
  state: z.enum(CASE_STATES),
  /** What the authority wrote beside its answer. */
  note: z.string().max(1000),
  /** When that state was reached; null for one that nobody has. */
  stateAt: isoTime.nullable(),
  attempts,
  /** When it is sent again by itself; null: it is not. */
  nextAttempt: isoTime.nullable(),
  owed: z
    .array(
      z.strictObject({
        debt: z.enum(DEBTS),
        article: z.string().max(40),
        by: z.enum(['owner', 'superior', 'registration-authority']),
        until: isoTime.nullable(),
      }),
    )
    .max(20),
  /** Whether Pasal 16(4) asks for the competent authority's report. */
  needsAuthorityReport: z.boolean(),
  authorityReport: z.strictObject({ agency: line, number: line, date: z.iso.date() }).nullable(),
  statement: z
    .strictObject({
      ...{ signedByOwner: z.boolean(), acknowledged: z.boolean() },
      /** Whose electronic signature was checked here; null: the person said it, or nobody has. */
      acknowledgedBy: shortText.nullable(),
    })
    .nullable(),
  /** The list of documents in doubt that was attached last. */
  doubtful: z.strictObject({ at: isoTime, count: z.int().nonnegative() }).nullable(),
  reissue: z.enum(['needed', 'requested', 'not-needed']),
  /** What the statement says of people; the NIK but for its last four digits. */
  people: z.strictObject({
    nip: shortText,
    nikMasked: z.string().max(16),
    rank: shortText,
    position: shortText,
    unit: shortText,
    email: shortText,
    superiorName: shortText,
    superiorNip: shortText,
    superiorPosition: shortText,
    /** Of the statement. */
    letterNumber: shortText,
  }),
});
export type ShownCase = z.infer<typeof shownCase>;

const caseList = z.strictObject({
  /** Where the key that encrypts cases is: `passphrase`: ask for it with `lostKey.unlock`. */
  access: z.enum(['open', 'passphrase', 'keychain-locked']),
  cases: z.array(shownCase).max(200),
  /** Cases that cannot be read. */
  unreadable: z.number().int().nonnegative(),
});
export type CaseList = z.infer<typeof caseList>;

const whoAndWhat = z.strictObject({ case: caseHandle });

export const lostKeyContract = {
  'lostKey.cases': call(z.strictObject({}), caseList),
  /** Asks for the passphrase in a window of its own. */
  'lostKey.unlock': call(z.strictObject({}), caseList),
  /** By which ways the office's policy lets a report go. */
  'lostKey.ways': call(
    z.strictObject({}),
    z.strictObject({
      authority: shortText.nullable(),
      phone: shortText.nullable(),
      email: shortText.nullable(),
      ways: z
        .array(
          z.strictObject({ way: z.enum(['https', 'email', 'cmp', 'package']), where: shortText }),
        )
        .max(4),
      /** Why the policy cannot be used. */
      problem: failure.nullable(),
    }),
  ),
  /** Blocks it in the same breath. Null: no file was chosen. */
  'lostKey.choose': call(
    z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('registry'), sha256: sha256Hex }),
      z.strictObject({ from: z.literal('signed-pdf') }),
      z.strictObject({ from: z.literal('certificate-file') }),
      z.strictObject({
        from: z.literal('typed'),
        serial: z.string().min(1).max(120),
        issuer: z.string().trim().min(1).max(200),
      }),
    ]),
    meant.nullable(),
  ),
  /** A block for which no report was made: lifted, and written down. */
  'lostKey.unblock': call(z.strictObject({ meant: meantHandle }), z.strictObject({})),
  /** Keeps the case and its first report; it has reached nobody yet. Null: the passphrase was not given. */
  'lostKey.report': call(
    z.strictObject({
      meant: meantHandle,
      reportedBy: z.enum(REPORTERS),
      ground: z.enum(REPORT_GROUNDS),
      happenedAt: isoTime.nullable(),
      lastOwnUse: isoTime.nullable(),
      place: line,
      narrative: z.string().trim().min(1).max(4000),
      name: line.min(1),
      nip,
      email: z.union([z.literal(''), z.email().max(200)]),
      /** Of the superior who reports; empty where the owner does. */
      reporter: line,
    }),
    shownCase.nullable(),
  ),
  /** One round over all ways, now. */
  'lostKey.send': call(whoAndWhat, shownCase),
  /** The report as a file to hand over, or as a message for the user's mail program. */
  'lostKey.saveReport': call(
    whoAndWhat.extend({ as: z.enum(['package', 'eml']) }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** The person says that it was handed over: `sent`, and no more. */
  'lostKey.handedOver': call(whoAndWhat.extend({ by: z.enum(['file', 'email']) }), shownCase),
  /** What the statement still needs to know of people. An empty NIK leaves the one that is kept. */
  'lostKey.people': call(
    whoAndWhat.extend({
      nik: z.union([z.literal(''), z.string().regex(/^\d{16}$/)]),
      rank: line,
      position: line,
      unit: line,
      superiorName: line,
      superiorNip: nip,
      superiorPosition: line,
      /** Of the statement; empty: none yet. */
      letterNumber: line,
    }),
    shownCase,
  ),
  /** Writes a letter where the person says. */
  'lostKey.letter': call(
    whoAndWhat.extend({
      letter: z.enum(['laporan-pertama', 'surat-keterangan', 'permohonan-penerbitan-baru']),
    }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** Null: no file was chosen. */
  'lostKey.addPaper': call(
    whoAndWhat.extend({
      paper: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('authority-report'),
          agency: line.min(1),
          number: line.min(1),
          date: z.iso.date(),
        }),
        z.strictObject({
          kind: z.literal('statement'),
          signedByOwner: z.boolean(),
          acknowledged: z.boolean(),
        }),
      ]),
    }),
    shownCase.nullable(),
  ),
  'lostKey.reissueRequested': call(whoAndWhat, shownCase),
  /** The report is taken back, and the certificate may sign here again. */
  'lostKey.takeBack': call(
    whoAndWhat.extend({ why: line.min(1) }),
    z.strictObject({ case: shownCase, tellAuthority: z.boolean() }),
  ),
  /** Destroys the case's key and deletes its files. */
  'lostKey.delete': call(
    whoAndWhat.extend({ unsent: z.boolean() }),
    z.strictObject({
      at: isoTime,
      files: z.array(z.strictObject({ name: shortText, sha256: sha256Hex })).max(1000),
    }),
  ),
  /** Something has been sent, answered or revoked meanwhile. */
  'lostKey.changed': event(z.strictObject({})),
} as const;
