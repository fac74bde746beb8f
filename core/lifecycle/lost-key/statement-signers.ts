// Whose electronic signatures a statement of Pasal 16(4) bears, where it is a PDF: another certificate of the owner's,
// the superior's own. The lost key never signs, and what is broken is no signature.
import { commonName } from '../../domain/common-name.ts';
import type { Indication } from '../../domain/indication.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { readSignatures } from '../../pdf/signature-inventory.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { type ValidationOptions, validateDocument } from '../../validation/validate-document.ts';
import { examine, suspectOf } from '../doubt/examine.ts';

export interface StatementSigner {
  readonly name: string;
  /** Of the signer's certificate; lower-case hexadecimal. */
  readonly sha256: string;
  readonly indication: Indication;
}

const PDF = Buffer.from('%PDF-');

/**
 * None for a scan, which a program cannot read; null for a PDF that cannot be opened: nobody can check a signature in it,
 * and the person's word counts as it does for paper.
 * @param der the reported certificate's; null where only its serial number is known
 * @throws {PenaError} PAPER_SIGNED_BY_LOST_KEY, PAPER_SIGNATURE_BROKEN, CMS_MALFORMED, CANCELLED
 */
export async function statementSigners(
  bytes: Uint8Array,
  der: Uint8Array | null,
  serial: string,
  options: ValidationOptions,
): Promise<readonly StatementSigner[] | null> {
  if (!Buffer.from(bytes.subarray(0, PDF.length)).equals(PDF)) return [];
  const source: ByteSource = {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
  if (await isUnreadable(source, options)) return null;
  if ((await examine(source, suspectOf(der, serial), options)) !== null) {
    throw new PenaError('PAPER_SIGNED_BY_LOST_KEY');
  }
  const { signatures } = await validateDocument(source, options);
  return signatures.flatMap(({ type, field, intact, signer, indication }) => {
    if (type !== 'signature') return [];
    if (!intact || signer === null) throw new PenaError('PAPER_SIGNATURE_BROKEN', { field });
    return [{ name: commonName(signer.subject), sha256: signer.sha256, indication }];
  });
}

async function isUnreadable(source: ByteSource, options: ValidationOptions): Promise<boolean> {
  try {
    await readSignatures(source, options);
    return false;
  } catch (thrown) {
    if (thrown instanceof PdfError) return true;
    throw thrown;
  }
}
