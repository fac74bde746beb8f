// Opens a report package from anybody: nothing of it is given on before every digest and the signature are right.
import type { z } from 'zod';
import type { Certificate } from '../../cms/certificate.ts';
import { detachedSigner } from '../../cms/detached.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { Paper } from '../../ports/report-channel.ts';
import { digestOf, parseJson, revocationRequest } from '../channels/wire.ts';
import {
  manifest,
  MANIFEST,
  MAX_ENTRIES,
  PAPER,
  paperEntryName,
  REQUEST,
  SIGNATURE,
} from './manifest.ts';
import { unzip } from './unzip.ts';

export interface OpenedPackage {
  readonly request: RevocationRequest;
  readonly papers: readonly Paper[];
  /** By the signature; null where there is none. Whether to trust it is another question. */
  readonly signedBy: Certificate | null;
}

/** @throws {PenaError} PACKAGE_INVALID, PACKAGE_TOO_LARGE, PACKAGE_DIGEST_WRONG, PACKAGE_SIGNATURE_WRONG */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  return openSealed(bytes, REQUEST, revocationRequest);
}

interface NamesPapers {
  readonly papers: readonly { readonly mediaType: string; readonly sha256: string }[];
}

interface Sealed<R extends NamesPapers> {
  readonly request: R;
  readonly papers: readonly {
    readonly reference: R['papers'][number];
    readonly bytes: Uint8Array;
  }[];
  readonly signedBy: Certificate | null;
}

/**
 * @param main the entry that says what the package is, and names its papers in their order
 * @throws {PenaError} as openPackage
 */
export function openSealed<R extends NamesPapers>(
  bytes: Uint8Array,
  main: string,
  schema: z.ZodType<R>,
): Sealed<R> {
  const allows = (name: string): boolean =>
    [MANIFEST, main, SIGNATURE].includes(name) || PAPER.test(name);
  const limits = { entries: MAX_ENTRIES, bytes: REPORT_LIMITS.packageBytes, allows };
  const entries = unzip(bytes, limits);
  const manifestBytes = entries.get(MANIFEST);
  if (manifestBytes === undefined) throw new PenaError('PACKAGE_INVALID', { detail: MANIFEST });
  const { files } = read(manifest, manifestBytes, MANIFEST);
  checkDigests(files, entries);
  const signature = entries.get(SIGNATURE);
  const signedBy = signature === undefined ? null : detachedSigner(signature, manifestBytes);
  if (signature !== undefined && signedBy === null) throw new PenaError('PACKAGE_SIGNATURE_WRONG');
  const requestBytes = entries.get(main);
  if (requestBytes === undefined) throw new PenaError('PACKAGE_INVALID', { detail: main });
  const request = read(schema, requestBytes, main);
  const papers = request.papers.map((reference, i) => {
    const name = paperEntryName(i, reference.mediaType);
    const paper = entries.get(name);
    if (paper === undefined || digestOf(paper) !== reference.sha256) {
      throw new PenaError('PACKAGE_DIGEST_WRONG', { file: name });
    }
    return { reference, bytes: paper };
  });
  // Two entries beside the papers that the request names: whatever else is there was smuggled in.
  if (files.length !== papers.length + 1) throw new PenaError('PACKAGE_INVALID');
  return { request, papers, signedBy };
}

function checkDigests(
  files: z.infer<typeof manifest>['files'],
  entries: ReadonlyMap<string, Uint8Array>,
): void {
  const listed = new Set(files.map(({ name }) => name));
  for (const { name, size, sha256 } of files) {
    const entry = entries.get(name);
    if (entry?.length !== size || digestOf(entry) !== sha256) {
      throw new PenaError('PACKAGE_DIGEST_WRONG', { file: name });
    }
  }
  for (const name of entries.keys()) {
    if (name !== MANIFEST && name !== SIGNATURE && !listed.has(name)) {
      throw new PenaError('PACKAGE_DIGEST_WRONG', { file: name });
    }
  }
  if (listed.size !== files.length) throw new PenaError('PACKAGE_INVALID', { detail: MANIFEST });
}

function read<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string): T {
  const parsed = schema.safeParse(parseJson(bytes));
  if (!parsed.success) throw new PenaError('PACKAGE_INVALID', { detail: name });
  return parsed.data;
}
