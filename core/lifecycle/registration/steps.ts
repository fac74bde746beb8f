// What the desk did about a case beside deciding on it: opened it, asked BSrE for the revocation, asked the issuer,
// reported the incident (Pasal 25). Kept in order; nothing is ever taken out.
import { z } from 'zod';
import { PenaError } from '../../domain/pena-error.ts';
import type { ReportStore } from '../../ports/report-receiver.ts';
import { parseJson } from '../channels/wire.ts';

const line = z.string().trim().min(1).max(200);
/** A letter of the office or to it: its date and its number. */
const letter = { date: z.iso.date(), number: line };

const deskStep = z.discriminatedUnion('kind', [
  /** Somebody has read the messages up to this one. */
  z.strictObject({ kind: z.literal('opened'), upTo: z.number().int().positive() }),
  z.strictObject({ kind: z.literal('revocation-asked'), ...letter }),
  /** BSrE has written that it is revoked: noted, and believed only when OCSP or CRL says it too. */
  z.strictObject({ kind: z.literal('told-revoked'), ...letter }),
  /** Pasal 25(1): sent. */
  z.strictObject({ kind: z.literal('incident-reported'), ...letter }),
  /** By which the issuer can be asked; DER in base64. */
  z.strictObject({
    kind: z.literal('certificate'),
    certificate: z.base64().max(40_000),
    issuer: z.base64().max(40_000),
  }),
  /** A judged OCSP answer or CRL. */
  z.strictObject({
    kind: z.literal('status'),
    by: z.enum(['ocsp', 'crl']),
    status: z.enum(['good', 'held', 'revoked']),
    revokedAt: z.iso.datetime().nullable(),
  }),
]);
export type DeskStep = z.infer<typeof deskStep>;
export type NotedStep = Extract<DeskStep, { readonly number: string }>;
export type TakenStep = DeskStep & { readonly at: string };

/** In the order they were taken. @throws {PenaError} RA_STORE_UNREADABLE */
export function readSteps(store: ReportStore, caseId: string): readonly TakenStep[] {
  return store.steps(caseId).map(({ at, content }) => {
    const read = deskStep.safeParse(parseJson(content));
    if (!read.success) throw new PenaError('RA_STORE_UNREADABLE');
    return { ...read.data, at };
  });
}

/** @throws {PenaError} RA_STORE_UNREADABLE */
export function takeStep(store: ReportStore, caseId: string, step: DeskStep, at: Date): void {
  const content = Buffer.from(JSON.stringify(deskStep.parse(step)));
  store.addStep(caseId, { at: at.toISOString(), content });
}
