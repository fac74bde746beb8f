// The shipped list of trust anchors (resources/trust/anchors.json).
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { PinnedAnchor, TrustList } from '../../core/domain/trust-list.ts';
import { practiceMode } from '../settings/practice-mode.ts';
import { readResource } from './resources.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const shape = z.strictObject({
  version: z.literal(1),
  date: z.iso.date(),
  note: z.string(),
  anchors: z.array(
    z.strictObject({
      name: z.string(),
      sha256,
      notBefore: z.iso.date(),
      notAfter: z.iso.date(),
      /** Whether BSrE itself has confirmed the fingerprint. */
      confirmed: z.boolean(),
    }),
  ),
  pasal6: z.strictObject({
    note: z.string(),
    authorities: z.array(z.strictObject({ name: z.string(), sha256 })),
  }),
});

/**
 * @param office anchors (DER) that the office's policy lays down: as good as those of the list
 * @throws {FileError} FILE_NOT_FOUND; ZodError for a list that is not one: our bug
 */
export async function shippedTrustList(office: readonly Uint8Array[] = []): Promise<TrustList> {
  const { date, anchors, pasal6 } = await shipped();
  return {
    date,
    pinned: [
      ...anchors.map(({ name, sha256: digest }) => ({ name, sha256: digest })),
      ...office.map((der) => {
        const { subject: name, fingerprint256 } = new X509Certificate(der);
        return { name, sha256: fingerprint256.replaceAll(':', '').toLowerCase() };
      }),
    ],
    pasal6: new Set(pasal6.authorities.map(({ sha256: digest }) => digest)),
    practice: practiceMode(),
  };
}

/** Its anchors and the authorities of Pasal 6 below them. @throws {FileError} FILE_NOT_FOUND */
export async function listedAuthorities(): Promise<PinnedAnchor[]> {
  const { anchors, pasal6 } = await shipped();
  return [...anchors, ...pasal6.authorities].map(({ name, sha256: digest }) => ({
    ...{ name, sha256: digest },
  }));
}

async function shipped(): Promise<z.infer<typeof shape>> {
  const text = new TextDecoder().decode(await readResource('trust', 'anchors.json'));
  return shape.parse(JSON.parse(text));
}

/** Its anchors as they are written there, with its date. @throws {FileError} FILE_NOT_FOUND */
export async function shippedAnchors(): Promise<Pick<z.infer<typeof shape>, 'date' | 'anchors'>> {
  return shipped();
}

/** SHA-256 of its anchors. @throws {FileError} FILE_NOT_FOUND */
export async function pinnedAnchors(): Promise<string[]> {
  return (await shippedTrustList()).pinned.map(({ sha256: digest }) => digest);
}
