// Which document is signed, for stamps and footers that name it.
import { createHash } from 'node:crypto';
import type { DocumentIdentity, StampContent } from '../pdf/appearance/stamp-content.ts';
import { namesDocument } from '../pdf/appearance/stamp-fields.ts';
import { PdfString } from '../pdf/objects.ts';
import type { PdfReader } from '../pdf/reader.ts';
import type { ByteSource } from '../ports/byte-source.ts';

/** Reads the whole document once more where the design names its digest, and only there. */
export async function knowingDocument(
  reader: PdfReader,
  source: ByteSource,
  content: StampContent,
): Promise<StampContent> {
  // The standard design does not.
  const { design, document } = content;
  if (design === undefined || document !== undefined) return content;
  if (!namesDocument(design.design, content)) return content;
  return { ...content, document: await identityOf(reader, source) };
}

const PIECE = 1 << 20;

async function identityOf(reader: PdfReader, source: ByteSource): Promise<DocumentIdentity> {
  const [first] = (await reader.resolveArray(reader.trailer.get('ID'))) ?? [];
  const id = await reader.resolve(first);
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += PIECE) {
    hash.update(await source.read(at, Math.min(PIECE, source.size - at)));
  }
  return {
    id: id instanceof PdfString ? Buffer.from(id.bytes.slice(0, 32)).toString('hex') : '',
    sha256: hash.digest('hex'),
  };
}
