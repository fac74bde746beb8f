// The registration authority's desk: its inbox, one case, decisions and notes. Only where the office's policy says that
// this computer is the authority's. No secret and no path crosses here; NIP and e-mail whole only when asked for.
import { z } from 'zod';
import {
  PAPER_KINDS,
  REPORT_GROUNDS,
  REPORTERS,
  REQUESTED_REASONS,
} from '../domain/revocation-request.ts';
import { openedDocument } from './document.ts';
import { call } from './entry.ts';
import { fileName, isoTime, sha256Hex, shortText } from './shapes.ts';

export const deskHandle = z
  .string()
  .regex(/^dsk_[0-9a-f]{32}$/)
  .brand<'DeskHandle'>();
export type DeskHandle = z.infer<typeof deskHandle>;

const line = z.string().trim().max(200);
/** As core/lifecycle/registration/stage.ts names them. */
const STAGES = ['received', 'rejected', 'accepted', 'revocation-asked', 'revoked'] as const;

const row = z.strictObject({
  case: deskHandle,
  name: shortText,
  ground: z.enum(REPORT_GROUNDS),
  stage: z.enum(STAGES),
  /** When the first report came. */
  receivedAt: isoTime,
  messages: z.number().int().positive(),
  undecided: z.number().int().nonnegative(),
  unread: z.boolean(),
  /** 0: a key at risk waits for a decision. */
  urgency: z.number().int().min(0).max(9),
  missing: z.array(z.enum(PAPER_KINDS)).max(3),
  /** Pasal 25(1), as somebody has noted. */
  incidentReported: z.boolean(),
});
export type DeskRow = z.infer<typeof row>;

const past = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('message'), at: isoTime },
    ...{ state: z.enum(['received', 'accepted', 'rejected']), papers: z.number().int().min(0) },
  }),
  z.strictObject({
    ...{ kind: z.literal('decision'), at: isoTime },
    ...{ state: z.enum(['accepted', 'rejected']), reason: z.string().max(1000) },
  }),
  z.strictObject({
    kind: z.enum(['revocation-asked', 'told-revoked', 'incident-reported']),
    ...{ at: isoTime, date: z.iso.date(), number: shortText },
  }),
  z.strictObject({
    ...{ kind: z.literal('status'), at: isoTime, by: z.enum(['ocsp', 'crl']) },
    ...{ status: z.enum(['good', 'held', 'revoked']), revokedAt: isoTime.nullable() },
  }),
]);
export type DeskPast = z.infer<typeof past>;

export const deskCase = row.extend({
  nip: shortText,
  email: shortText,
  /** Whether NIP and e-mail stand here whole. */
  whole: z.boolean(),
  reportedBy: z.enum(REPORTERS),
  reason: z.enum(REQUESTED_REASONS),
  invalidityDate: isoTime.nullable(),
  certificate: z.strictObject({ issuer: z.string().max(1000), serial: z.string().max(64) }),
  narrative: z.string().max(4000),
  papers: z
    .array(
      z.strictObject({
        sha256: sha256Hex,
        kind: z.enum(PAPER_KINDS),
        name: fileName,
        pdf: z.boolean(),
      }),
    )
    .max(400),
  past: z.array(past).max(1000),
  mayAccept: z.boolean(),
  mayReject: z.boolean(),
  /** Whether the certificate is known by which its issuer can be asked. */
  watched: z.boolean(),
});
export type DeskCase = z.infer<typeof deskCase>;

const inbox = z.strictObject({
  open: z.boolean(),
  /** Most urgent first. */
  cases: z.array(row).max(500),
  /** Cases that cannot be read. */
  unreadable: z.number().int().nonnegative(),
});
export type DeskInbox = z.infer<typeof inbox>;

const which = z.strictObject({ case: deskHandle });
const saved = z.strictObject({ saved: z.boolean() });

export const deskContract = {
  /** Whether there is a desk on this computer. */
  'desk.present': call(z.strictObject({}), z.strictObject({ present: z.boolean() })),
  /** Empty and not open until the secret was given. */
  'desk.inbox': call(z.strictObject({}), inbox),
  /** Asks for the desk's secret in a window of its own. */
  'desk.unlock': call(z.strictObject({}), inbox),
  /** Notes that it was read. */
  'desk.case': call(which.extend({ whole: z.boolean() }), deskCase),
  /** On what was shown last; a message that came since stays undecided. */
  'desk.decide': call(
    which.extend({
      state: z.enum(['accepted', 'rejected']),
      reason: z
        .string()
        .trim()
        .max(1000)
        .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\n)*$/u),
    }),
    deskCase,
  ),
  'desk.note': call(
    which.extend({
      kind: z.enum(['revocation-asked', 'told-revoked', 'incident-reported']),
      ...{ date: z.iso.date(), number: line.min(1) },
    }),
    deskCase,
  ),
  /** Asks OCSP and CRL; where the certificate is not known, a file of it is chosen first. Null: none was. */
  'desk.watch': call(which, z.strictObject({ case: deskCase, answered: z.boolean() }).nullable()),
  /** A PDF among the papers, in the viewer with its verification. */
  'desk.openPaper': call(which.extend({ sha256: sha256Hex }), openedDocument),
  'desk.savePaper': call(which.extend({ sha256: sha256Hex }), saved),
  /** The letter of Pasal 25(1). */
  'desk.incident': call(
    which.extend({
      ...{ number: line, place: line, unit: line, actions: z.string().trim().max(2000) },
      ...{ province: line, signerName: line, signerPosition: line, signerNip: line },
    }),
    saved,
  ),
  /** Takes a package file that was brought by hand into the inbox. Null: none was chosen. */
  'desk.takePackage': call(z.strictObject({}), deskCase.nullable()),
} as const;
