// Whether the signatures that are there allow one more (ISO 32000-2 12.8.2.2, 12.8.2.4).
import { type FormField, formFields } from '../form-fields.ts';
import type { PdfDict } from '../objects.ts';
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
  for (const { signed, signature } of await limitingSignatures(reader)) {
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

interface Limiting {
  readonly signed: FormField;
  readonly signature: PdfDict;
}

/** By the octets: nothing of it depends on what is asked. */
const LIMITING = new WeakMap<object, Promise<readonly Limiting[]>>();

/** Those that may limit what follows: of hundreds of signatures hardly one does. */
function limitingSignatures(reader: PdfReader): Promise<readonly Limiting[]> {
  const limiting = LIMITING.get(reader.content) ?? findLimiting(reader);
  LIMITING.set(reader.content, limiting);
  return limiting;
}

async function findLimiting(reader: PdfReader): Promise<readonly Limiting[]> {
  const found: Limiting[] = [];
  for (const signed of await formFields(reader, 'Sig')) {
    const signature = reader.keptDict(signed.value) ?? (await reader.resolveOutline(signed.value));
    if (signature === undefined) continue;
    if (signature.get('Reference') === undefined && signed.dict.get('Lock') === undefined) continue;
    found.push({ signed, signature });
  }
  return found;
}

/** Whether any field bears a signature already. */
export async function isSigned(reader: PdfReader): Promise<boolean> {
  for (const { value } of await formFields(reader, 'Sig')) {
    if ((await reader.resolveDict(value)) !== undefined) return true;
  }
  return false;
}
