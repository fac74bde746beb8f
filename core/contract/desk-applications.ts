// Applications at the registration authority's desk (Pasal 12): who applies for what, what its article still asks for,
// and the decision. NIP and e-mail whole only when asked for; no path and no secret crosses here.
import { z } from 'zod';
import { APPLICATION_KINDS, APPLICATION_PAPERS } from '../domain/application-kind.ts';
import { openedDocument } from './document.ts';
import { call } from './entry.ts';
import { isoTime, sha256Hex, shortText } from './shapes.ts';

export const deskApplicationHandle = z
  .string()
  .regex(/^dap_[0-9a-f]{32}$/)
  .brand<'DeskApplicationHandle'>();
export type DeskApplicationHandle = z.infer<typeof deskApplicationHandle>;

const missing = z.strictObject({
  papers: z.array(z.enum(APPLICATION_PAPERS)).max(APPLICATION_PAPERS.length),
  /** The official e-mail address (11(3)c). */
  mail: z.boolean(),
});

const row = z.strictObject({
  application: deskApplicationHandle,
  kind: z.enum(APPLICATION_KINDS),
  ...{ name: shortText, unit: shortText },
  state: z.enum(['received', 'accepted', 'rejected']),
  /** When it was handed in last, and how often it was. */
  receivedAt: isoTime,
  times: z.number().int().positive(),
  missing,
});
export type DeskApplicationRow = z.infer<typeof row>;

const past = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('came'), at: isoTime }),
  z.strictObject({
    ...{ kind: z.literal('decision'), at: isoTime },
    ...{ state: z.enum(['accepted', 'rejected']), reason: z.string().max(1000) },
  }),
]);

export const deskApplication = row.extend({
  ...{ nip: shortText, email: shortText, position: shortText },
  /** Whether NIP and e-mail stand here whole. */
  whole: z.boolean(),
  /** What it is about where its kind does not say all. */
  ...{ about: shortText, letterNumber: shortText, madeAt: isoTime },
  papers: z
    .array(
      z.strictObject({ sha256: sha256Hex, paper: z.enum(APPLICATION_PAPERS), pdf: z.boolean() }),
    )
    .max(100),
  past: z.array(past).max(1000),
  ...{ mayAccept: z.boolean(), mayReject: z.boolean() },
});
export type DeskApplicationShown = z.infer<typeof deskApplication>;

const list = z.strictObject({
  open: z.boolean(),
  /** What waits first, oldest first; then what is decided, newest first. */
  applications: z.array(row).max(500),
  unreadable: z.number().int().nonnegative(),
});
export type DeskApplications = z.infer<typeof list>;

const which = z.strictObject({ application: deskApplicationHandle });

export const deskApplicationsContract = {
  /** Empty and not open until the desk's secret was given. */
  'desk.applications': call(z.strictObject({}), list),
  'desk.application': call(which.extend({ whole: z.boolean() }), deskApplication),
  /** On what was shown last: one that was handed in anew since is not decided on. */
  'desk.decideApplication': call(
    which.extend({
      state: z.enum(['accepted', 'rejected']),
      reason: z
        .string()
        .trim()
        .max(1000)
        .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\n)*$/u),
    }),
    deskApplication,
  ),
  /** A PDF among the papers, in the viewer with its verification. */
  'desk.openEnclosure': call(which.extend({ sha256: sha256Hex }), openedDocument),
  'desk.saveEnclosure': call(
    which.extend({ sha256: sha256Hex }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** Takes in a package file that was brought by hand. Null: none was chosen. */
  'desk.takeApplication': call(z.strictObject({}), deskApplication.nullable()),
} as const;
