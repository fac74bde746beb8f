// Writes a report as a file to be carried by hand: request, papers, their digests, and a signature where a key is
// at hand. The same report gives the same bytes but for the signature.
import { zipSync, type Zippable } from 'fflate';
import type { z } from 'zod';
import { signDetached } from '../../cms/detached.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { Paper } from '../../ports/report-channel.ts';
import type { SigningKey } from '../../ports/token.ts';
import { digestOf, revocationRequest } from '../channels/wire.ts';
import { type manifest, MANIFEST, paperEntryName, REQUEST, SIGNATURE } from './manifest.ts';

/** ZIP knows local times only, and the report has its own. */
const NO_TIME = new Date(2000, 0, 1);

/** @throws {PenaError} TOKEN_*, P12_*, CANCELLED of the key */
export async function writePackage(
  request: RevocationRequest,
  papers: readonly Paper[],
  key: SigningKey | null,
): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>([
    [REQUEST, Buffer.from(JSON.stringify(revocationRequest.parse(request), null, 2))],
    ...papers.map(
      ({ reference, bytes }, i) => [paperEntryName(i, reference.mediaType), bytes] as const,
    ),
  ]);
  return sealed(files, key);
}

/** Files under their names with the list of their digests, and a signature over that list where a key is at hand. */
export async function sealed(
  files: Map<string, Uint8Array>,
  key: SigningKey | null,
): Promise<Uint8Array> {
  const list: z.infer<typeof manifest> = {
    format: 'pena-package-1',
    files: [...files].map(([name, bytes]) => ({
      ...{ name, size: bytes.length, sha256: digestOf(bytes) },
    })),
  };
  const manifestBytes = Buffer.from(JSON.stringify(list, null, 2));
  files.set(MANIFEST, manifestBytes);
  if (key !== null) {
    files.set(SIGNATURE, await signDetached(manifestBytes, key, 'paket laporan'));
  }
  const zippable: Zippable = {};
  // A copy: fflate asks for plain arrays, and a Buffer is a view.
  for (const [name, bytes] of files) zippable[name] = [Uint8Array.from(bytes), { mtime: NO_TIME }];
  return zipSync(zippable, { level: 6 });
}
