// The letters of a certificate's life: applications of Pasal 11, agreement, receipt, renewal, duties, problem,
// complaint. What people typed comes back, but for the NIK; files go through main's dialogs.
import { z } from 'zod';
import {
  APPLICATION_FIELDS,
  APPLICATION_KINDS,
  APPLICATION_PAPERS,
  type ApplicationField,
} from '../domain/application-kind.ts';
import { attempts } from './delivery.ts';
import { call, event } from './entry.ts';
import { isoTime, sha256Hex, shortText } from './shapes.ts';

export const letterHandle = z
  .string()
  .regex(/^ltr_[0-9a-f]{32}$/)
  .brand<'LetterHandle'>();
export type LetterHandle = z.infer<typeof letterHandle>;

/** Absent: not told. */
const told = z.strictObject(
  Object.fromEntries(
    APPLICATION_FIELDS.map((name) => [name, z.string().trim().max(4000).optional()]),
  ) as Record<ApplicationField, z.ZodOptional<z.ZodString>>,
);

const shownLetter = z.strictObject({
  letter: letterHandle,
  kind: z.enum(APPLICATION_KINDS),
  openedAt: isoTime,
  state: z.enum([
    ...(['draft', 'complete', 'queued', 'sent', 'handed-in'] as const),
    ...(['received', 'accepted', 'rejected'] as const),
  ]),
  /** When it was handed in or answered; null before. */
  stateAt: isoTime.nullable(),
  /** What was said with the answer. */
  reason: z.string().max(1000),
  /** Until when it has to be handed in; null: the regulation names no day. */
  until: isoTime.nullable(),
  /** Without the NIK. */
  told,
  /** All but its last four digits covered; empty: not told. */
  nikMasked: z.string().max(16),
  papers: z
    .array(z.strictObject({ paper: z.enum(APPLICATION_PAPERS), at: isoTime }))
    .max(APPLICATION_PAPERS.length),
  missing: z.strictObject({
    fields: z.array(z.enum(APPLICATION_FIELDS)).max(APPLICATION_FIELDS.length),
    papers: z.array(z.enum(APPLICATION_PAPERS)).max(APPLICATION_PAPERS.length),
    agreement: z.boolean(),
  }),
  /** When its owner agreed (14(4), 17); null: not yet. */
  agreedAt: isoTime.nullable(),
  /** Of what was sent last. */
  attempts,
  /** When it is sent again by itself; null: it is not. */
  nextAttempt: isoTime.nullable(),
  /** Whether it is complete, meant for the authority, and says what was not sent yet. */
  canSend: z.boolean(),
  /** Whether what was sent may be sent again, or asked about. */
  canAsk: z.boolean(),
});
export type ShownLetter = z.infer<typeof shownLetter>;

const letterList = z.strictObject({
  /** Where the key is that encrypts them: `passphrase`: ask for it with `letters.unlock`. */
  access: z.enum(['open', 'passphrase', 'keychain-locked']),
  /** Newest first. */
  letters: z.array(shownLetter).max(200),
  unreadable: z.number().int().nonnegative(),
});
export type LetterList = z.infer<typeof letterList>;

const which = z.strictObject({ letter: letterHandle });
const saved = z.strictObject({ saved: z.boolean() });

export const lettersContract = {
  'letters.list': call(z.strictObject({}), letterList),
  /** Asks for the passphrase in a window of its own. */
  'letters.unlock': call(z.strictObject({}), letterList),
  /** Takes people over from the letter before. */
  'letters.begin': call(
    z.strictObject({
      kind: z.enum(APPLICATION_KINDS),
      /** The certificate that it is about, of those ever seen here. */
      certificate: sha256Hex.nullable(),
    }),
    shownLetter,
  ),
  /** An empty NIK leaves the one that is kept. */
  'letters.tell': call(which.extend({ told }), shownLetter),
  /** PDF/A-2b, where the person says. */
  'letters.write': call(which, z.strictObject({ saved: z.boolean(), letter: shownLetter })),
  /** Null: no file was chosen. */
  'letters.addPaper': call(
    which.extend({ paper: z.enum(APPLICATION_PAPERS) }),
    shownLetter.nullable(),
  ),
  /** The owner agrees to what the letter is about. */
  'letters.agree': call(which, shownLetter),
  /** Only of a complete one. */
  'letters.package': call(which, saved),
  /** As a message to that address, for the person's own mail program. */
  'letters.saveMail': call(which.extend({ to: z.email().max(200) }), saved),
  /** Lays it into the outbox, and goes one round over all ways now. */
  'letters.send': call(which, shownLetter),
  /** A round alone: what waits is sent again, what was received is asked about. */
  'letters.follow': call(which, shownLetter),
  /** Something has been sent or answered meanwhile. */
  'letters.changed': event(z.strictObject({})),
  'letters.handedIn': call(which, shownLetter),
  /** As the person was told; a rejection has its reasons (Pasal 12(3)). */
  'letters.answered': call(
    which.extend({ state: z.enum(['accepted', 'rejected']), reason: z.string().trim().max(1000) }),
    shownLetter,
  ),
  /** Destroys its key and deletes its files. */
  'letters.delete': call(
    which,
    z.strictObject({
      at: isoTime,
      files: z.array(z.strictObject({ name: shortText, sha256: sha256Hex })).max(1000),
    }),
  ),
} as const;
