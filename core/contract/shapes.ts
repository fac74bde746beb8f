// Shapes that several topics share.
import { z } from 'zod';
import { ERROR_CODES } from '../domain/error-code.ts';

/** Main issues handles; a window can neither guess nor keep one beyond its life. */
export const documentHandle = z
  .string()
  .regex(/^doc_[0-9a-f]{32}$/)
  .brand<'DocumentHandle'>();
export const certificateHandle = z
  .string()
  .regex(/^crt_[0-9a-f]{32}$/)
  .brand<'CertificateHandle'>();
export const tokenHandle = z
  .string()
  .regex(/^tok_[0-9a-f]{32}$/)
  .brand<'TokenHandle'>();
export type DocumentHandle = z.infer<typeof documentHandle>;
export type CertificateHandle = z.infer<typeof certificateHandle>;
export type TokenHandle = z.infer<typeof tokenHandle>;

export const shortText = z.string().max(200);
export const fileName = z.string().max(255);
export const isoTime = z.iso.datetime();
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** The failing half of the envelope: the window translates `code`. */
export const failure = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
});
export type Failure = z.infer<typeof failure>;

/** What every call resolves to: main never throws across the boundary. */
export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Western, Central and Eastern Indonesian time. */
export const zone = z.enum(['WIB', 'WITA', 'WIT']);
export const language = z.enum(['id', 'en']);

/** Points, from the lower left corner of the unrotated visible page. */
export const rectangle = z.strictObject({
  x: z.number().min(-20_000).max(20_000),
  y: z.number().min(-20_000).max(20_000),
  width: z.number().positive().max(20_000),
  height: z.number().positive().max(20_000),
});
