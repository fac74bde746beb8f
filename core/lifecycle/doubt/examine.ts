// What one document holds of the reported certificate: its signatures, what proves their time, and the digests by
// which this computer's own journal knows the file again.
import { createHash } from 'node:crypto';
import { type Certificate, readCertificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { readSignedData } from '../../cms/signed-data-reader.ts';
import { identifies } from '../../cms/signer-info.ts';
import type { Indication } from '../../domain/indication.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { SignatureValue } from '../../pdf/signature-value.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { openSigned } from '../../validation/open-signed.ts';
import { type ValidationOptions, validateDocument } from '../../validation/validate-document.ts';

/** The reported certificate: whole, or only its serial number where nothing else is known. */
type Suspect =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'serial'; readonly serial: string };

/** @param der null where only the number is known. @throws {CmsError} CERT_MALFORMED */
export function suspectOf(der: Uint8Array | null, serial: string): Suspect {
  return der === null
    ? { kind: 'serial', serial }
    : { kind: 'certificate', certificate: readCertificate(der) };
}

interface ExaminedSignature {
  readonly field: string;
  readonly claimedTime: string | null;
  /** Of an intact time stamp of a trusted authority over an intact signature. */
  readonly stampedAt: string | null;
  readonly indication: Indication;
  /** How many of the file's first bytes it covers. */
  readonly end: number;
}

export interface Examined {
  readonly sha256: string;
  readonly signatures: readonly ExaminedSignature[];
  /** SHA-256 of the file as it was after each of its revisions, the whole one among them. */
  readonly revisions: readonly { readonly end: number; readonly sha256: string }[];
}

/** Revisions beyond these are not digested: the journal then proves nothing of them. */
const MOST_REVISIONS = 200;
const CHUNK = 1 << 20;

/**
 * Null: nothing in it was signed with that certificate.
 * @throws {PenaError} PDF_*, FILE_*, CANCELLED; CMS_MALFORMED where a signature's signer cannot be told
 */
export async function examine(
  source: ByteSource,
  suspect: Suspect,
  options: ValidationOptions,
): Promise<Examined | null> {
  const { signatures, revisionEnds } = (await openSigned(source, options)).signatures;
  const mine = signatures.map((value) => isMadeWith(value, suspect));
  if (!mine.includes(true)) {
    if (mine.includes(null)) throw new CmsError('CMS_MALFORMED');
    return null;
  }
  const report = await validateDocument(source, options);
  const found = report.signatures.flatMap((one, i): ExaminedSignature[] => {
    const value = signatures[i];
    if (value === undefined || mine[i] !== true) return [];
    return [
      {
        ...{ field: one.field.slice(0, 200), claimedTime: one.claimedTime },
        stampedAt: one.intact ? one.bestTime : null,
        indication: one.indication,
        end: (value.byteRange[2] ?? 0) + (value.byteRange[3] ?? 0),
      },
    ];
  });
  const ends = [...new Set([...revisionEnds.slice(0, MOST_REVISIONS), source.size])];
  return {
    sha256: report.sha256,
    signatures: found,
    revisions: await prefixes(source, ends, options.signal),
  };
}

/** Null: its signer cannot be read. */
function isMadeWith({ type, contents }: SignatureValue, suspect: Suspect): boolean | null {
  if (type !== 'signature') return false;
  try {
    const { signers, certificates } = readSignedData(contents);
    return signers.some(({ identifier }) =>
      suspect.kind === 'certificate'
        ? identifies(identifier, suspect.certificate)
        : identifier.kind === 'issuer-serial'
          ? identifier.serial === suspect.serial
          : certificates.some(
              (one) => one.serial === suspect.serial && identifies(identifier, one),
            ),
    );
  } catch (thrown) {
    if (thrown instanceof CmsError) return null;
    throw thrown;
  }
}

async function prefixes(
  source: ByteSource,
  ends: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Examined['revisions']> {
  const hash = createHash('sha256');
  const found: { end: number; sha256: string }[] = [];
  let at = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    while (at < end) {
      if (signal?.aborted === true) throw new PenaError('CANCELLED');
      const bytes = await source.read(at, Math.min(CHUNK, end - at));
      if (bytes.length === 0) return found;
      hash.update(bytes);
      at += bytes.length;
    }
    found.push({ end, sha256: hash.copy().digest('hex') });
  }
  return found;
}
