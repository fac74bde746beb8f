// Whether the signatures that are there allow one more (ISO 32000-2 12.8.2.2, 12.8.2.4).
import { formFields } from '../form-fields.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';
import { docMdpLevel } from '../signature-inventory.ts';
import { certificationLevel } from './certification.ts';
import { covers, locksOfSignature, readFieldLock } from './field-lock.ts';

/**
 * @param field the name of the field that will be signed, new or not
 * @throws {PdfError} PDF_CERTIFIED where no change at all is allowed, PDF_FIELD_LOCKED
 */
export async function allowSigning(reader: PdfReader, field: string): Promise<void> {
  if ((await certificationLevel(reader)) === 1) throw new PdfError('PDF_CERTIFIED');
  for (const signed of await formFields(reader, 'Sig')) {
    const signature = await reader.resolveOutline(signed.value);
    if (signature === undefined) continue;
    // Of hundreds of signatures hardly one limits anything.
    if (signature.get('Reference') === undefined && signed.dict.get('Lock') === undefined) continue;
    // Also where /Perms does not name it: who wrote it meant it.
    if ((await docMdpLevel(reader, signature)) === 1) throw new PdfError('PDF_CERTIFIED');
    const locks = await locksOfSignature(reader, signature);
    const own = await readFieldLock(reader, signed.dict.get('Lock'));
    if (own?.permission === 1) throw new PdfError('PDF_CERTIFIED');
    if ([...locks, ...(own === null ? [] : [own])].some((lock) => covers(lock, field))) {
      throw new PdfError('PDF_FIELD_LOCKED', { field, by: signed.name });
    }
  }
}

/** Whether any field bears a signature already. */
export async function isSigned(reader: PdfReader): Promise<boolean> {
  for (const { value } of await formFields(reader, 'Sig')) {
    if ((await reader.resolveDict(value)) !== undefined) return true;
  }
  return false;
}
