// One letter with its enclosures from the first word to the answer, as it lies on the disk: bounded, because a file
// may have been tampered with.
import { z } from 'zod';
import {
  APPLICATION_FIELDS,
  APPLICATION_KINDS,
  APPLICATION_PAPERS,
  type ApplicationField,
} from '../../domain/application-kind.ts';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.iso.datetime();
/** For people, and for paper: no control characters, and none that turn the reading direction. */
const prose = z
  .string()
  .trim()
  .max(REPORT_LIMITS.narrative)
  .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\n)*$/u);
const line = prose.max(REPORT_LIMITS.name).regex(/^[^\n]*$/);
const nip = z.union([z.literal(''), z.string().regex(/^\d{18}$/)]);

const SHAPES: Readonly<Partial<Record<ApplicationField, z.ZodType<string>>>> = {
  'owner.nip': nip,
  'head.nip': nip,
  'superior.nip': nip,
  'officer.nip': nip,
  'owner.nik': z.union([z.literal(''), z.string().regex(/^\d{16}$/)]),
  'owner.email': z.union([z.literal(''), z.email().max(200)]),
  'request.sha256': z.union([z.literal(''), digest]),
  'problem.narrative': prose,
  'problem.done': prose,
  'complaint.narrative': prose,
  'complaint.wish': prose,
};

/** Empty, or absent: not known. */
const told = z.strictObject(
  Object.fromEntries(
    APPLICATION_FIELDS.map((name) => [name, (SHAPES[name] ?? line).optional()]),
  ) as Record<ApplicationField, z.ZodOptional<z.ZodType<string>>>,
);
export type Told = Readonly<Partial<Record<ApplicationField, string | undefined>>>;

const keptPaper = z.strictObject({
  paper: z.enum(APPLICATION_PAPERS),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  sha256: digest,
  at: time,
});

/** What became of it, in order; nothing is ever taken out of the list. */
const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), at: time }),
  /** Its owner has agreed to what the letter is about, in so many words. */
  z.strictObject({ kind: z.literal('agreed'), at: time }),
  /** Laid into the outbox, under this key. */
  z.strictObject({ kind: z.literal('queued'), at: time, key: z.uuid() }),
  /** By hand, as the person says. */
  z.strictObject({ kind: z.literal('handed-in'), at: time }),
  /** Pasal 12(2), 12(3), 21(2): as the person was told. */
  z.strictObject({
    ...{ kind: z.literal('answered'), at: time },
    ...{ state: z.enum(['accepted', 'rejected']), reason: prose.max(REPORT_LIMITS.note) },
  }),
]);
export type ApplicationEvent = z.infer<typeof event>;

export const application = z.strictObject({
  id: z.uuid(),
  kind: z.enum(APPLICATION_KINDS),
  openedAt: time,
  /** The certificate that it is about, where it was chosen from those ever seen here. */
  certificate: z.strictObject({ sha256: digest, notAfter: time }).nullable(),
  told,
  /** The last of each sort counts. */
  papers: z.array(keptPaper).max(100),
  events: z.array(event).max(1000),
});
export type Application = z.infer<typeof application>;
