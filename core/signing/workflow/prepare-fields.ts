// Prepares fields for those who will initial and sign a document, in their order: one increment, before
// the first signature, or after it where no signature stands against it.
import { PenaError } from '../../domain/pena-error.ts';
import { type FieldWish, fieldWish, type Role } from '../../domain/workflow.ts';
import { type EmptyField, addEmptyFields } from '../../pdf/increment/empty-fields.ts';
import { Increment } from '../../pdf/increment/increment.ts';
import { formFields } from '../../pdf/form-fields.ts';
import { pageGeometry, toUserSpace } from '../../pdf/page-geometry.ts';
import { findPage } from '../../pdf/pages.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { certificationLevel } from '../../pdf/permissions/certification.ts';
import { allowSigning } from '../../pdf/permissions/signing-allowed.ts';
import { PdfReader } from '../../pdf/reader.ts';
import { docMdpLevel } from '../../pdf/signature-inventory.ts';
import type { AtomicOutput } from '../../ports/atomic-output.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { GrowingFile } from '../growing-file.ts';
import { placeByTag } from '../place-by-tag.ts';
import { TURN_ENTRY, turnEntry } from './turns.ts';

export interface PrepareRequest {
  readonly source: ByteSource;
  readonly password?: Uint8Array | undefined;
  readonly fields: readonly FieldWish[];
  readonly openOutput: () => Promise<AtomicOutput>;
  readonly signal?: AbortSignal;
}

export interface PreparedDocument {
  /** SHA-256 before and after, lower-case hexadecimal. */
  readonly documentSha256: string;
  readonly sha256: string;
  readonly size: number;
}

/**
 * Writes a new file; the original is only read.
 * @throws {PenaError} PDF_*, TAG_*, WORKFLOW_FORBIDDEN, FILE_*, CANCELLED
 */
export async function prepareFields(request: PrepareRequest): Promise<PreparedDocument> {
  const { source, password, signal } = request;
  const wishes = request.fields.map((wish) => fieldWish.parse(wish));
  const reader = await PdfReader.open(source, { password });
  await allowFields(reader, wishes);
  const increment = new Increment(reader);
  const fields: EmptyField[] = [];
  for (const wish of wishes) fields.push(await placed(reader, wish));
  await addEmptyFields(reader, increment, fields);
  const { bytes } = await increment.build();
  const output = await request.openOutput();
  try {
    const file = await GrowingFile.copyOf({
      ...{ source, output, hashes: [], signal, onBytes: () => undefined },
    });
    const documentSha256 = file.sha256();
    await file.append(bytes);
    const result = { documentSha256, sha256: file.sha256(), size: file.size };
    await output.commit();
    return result;
  } catch (thrown) {
    await output.abort();
    throw thrown;
  }
}

/**
 * A certification allows to fill in fields that are there, not to add some (ISO 32000-2 table 257); after
 * approval signatures alone nothing stands against it but locks.
 */
async function allowFields(reader: PdfReader, wishes: readonly FieldWish[]): Promise<void> {
  if (!reader.permissions.createFields) throw new PdfError('PDF_PERMISSION_DENIED');
  const existing = await formFields(reader);
  const taken = new Set(existing.map(({ name }) => name));
  for (const { name } of wishes) {
    if (taken.has(name)) throw new PdfError('PDF_FIELD_TAKEN', { field: name });
    taken.add(name);
  }
  let certified = (await certificationLevel(reader)) !== null;
  for (const { value, type } of existing) {
    const signature = type === 'Sig' ? await reader.resolveDict(value) : undefined;
    if (signature === undefined) continue;
    certified ||= (await docMdpLevel(reader, signature)) !== null;
  }
  if (certified) throw new PenaError('WORKFLOW_FORBIDDEN');
  for (const { name } of wishes) await allowSigning(reader, name);
}

async function placed(
  reader: PdfReader,
  { name, role, order, place }: FieldWish,
): Promise<EmptyField> {
  const field = {
    ...{ name, tooltip: `${LABELS[role]}: ${name}` },
    entries: { [TURN_ENTRY]: turnEntry(role, order) },
  };
  if ('tag' in place) {
    const [width, height] = place.size;
    const { tag, occurrence } = place;
    const { page, rect } = await placeByTag(reader, { tag, width, height, occurrence });
    return { ...field, page, rect };
  }
  const page = await findPage(reader, place.page);
  if (place.rect === null) return { ...field, page, rect: null };
  const [x, y, width, height] = place.rect;
  const rect = toUserSpace({ x, y, width, height }, await pageGeometry(reader, page));
  return { ...field, page, rect };
}

/** The document's own language, whatever the program's is. */
const LABELS: Readonly<Record<Role, string>> = {
  konseptor: 'Konseptor',
  paraf: 'Paraf',
  'penanda-tangan': 'Penanda tangan',
};
