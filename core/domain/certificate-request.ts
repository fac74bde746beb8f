// What a request for a certificate says: one of the three types of Pasal 7, its uses of Pasal 8(5), and the
// names that go with them. The authority decides what the certificate says in the end.
import { z } from 'zod';

/** Pasal 7 a, b, c. */
export const CERTIFICATE_TYPES = ['individual', 'position', 'system'] as const;
export type CertificateType = (typeof CERTIFICATE_TYPES)[number];

/** Pasal 8(5) a to e: signature, e-mail protection, document protection, SSL server, SSL client. */
export const CERTIFICATE_USES = ['signature', 'email', 'document', 'server', 'client'] as const;
export type CertificateUse = (typeof CERTIFICATE_USES)[number];

/** No control characters, no characters that turn the reading direction (RFC 5280, upper bounds). */
const words = (most: number): z.ZodType<string> =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+$/u);

const dnsName = z
  .string()
  .max(253)
  .regex(/^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i);

export const certificateRequest = z.strictObject({
  type: z.enum(CERTIFICATE_TYPES),
  uses: z.array(z.enum(CERTIFICATE_USES)).min(1).max(CERTIFICATE_USES.length),
  /** The subject's common name: of the person, of the position or organisation, of the system. */
  name: words(64),
  /** Perangkat Daerah or agency. */
  organisation: words(64),
  unit: words(64).optional(),
  /** Jabatan; of a certificate for a position. */
  position: words(64).optional(),
  locality: words(128).optional(),
  province: words(128).optional(),
  /** ISO 3166-1, two letters. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** E-mail Dinas (Pasal 11(3)c); stands in the subject's alternative names. */
  email: z
    .string()
    .max(254)
    .regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/)
    .optional(),
  /** A number that tells people of one name apart, where the authority asks for one. Personal data. */
  serialNumber: z
    .string()
    .regex(/^[A-Za-z0-9 '()+,./:=?-]{1,64}$/)
    .optional(),
  dns: z.array(dnsName).max(50).optional(),
  ip: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(50)
    .optional(),
});
export type CertificateRequest = z.infer<typeof certificateRequest>;

/** A field without which the request cannot be made, or that has no place in it. */
export type RequestField = keyof CertificateRequest;

/**
 * The field that does not go with type and uses; null where all is well. The regulation names the types
 * and the uses, not which goes with which: only what could not work, or nobody could answer for, is refused.
 */
export function misfit(request: CertificateRequest): RequestField | null {
  const { type, uses, position, email, dns = [], ip = [] } = request;
  const system = type === 'system';
  if (uses.includes('server') && !system) return 'uses';
  if (uses.includes('server') && dns.length + ip.length === 0) return 'dns';
  if (!system && dns.length > 0) return 'dns';
  if (!system && ip.length > 0) return 'ip';
  if (type === 'position' && position === undefined) return 'position';
  // Every application names an official e-mail address (Pasal 11(3)c, (4)d, (5)c); only here it is also used.
  if (uses.includes('email') && email === undefined) return 'email';
  return null;
}

/** What is shown of a number that tells a person apart: its last two characters. */
export function masked(number: string): string {
  return `${'*'.repeat(Math.max(0, number.length - 2))}${number.slice(-2)}`;
}
