// What a signature promises about later changes: DocMDP for a certification, FieldMDP for a lock
// (ISO 32000-2 12.8.2, tables 256, 257, 259).
import { PdfDict, PdfName, type PdfObject, type PdfRef } from '../objects.ts';
import type { PdfReader } from '../reader.ts';
import type { Increment } from './increment.ts';
import { fieldLockDict, type FieldLock } from '../permissions/field-lock.ts';

export type CertificationLevel = 1 | 2 | 3;

/** The signature's /Reference; empty where it promises nothing. */
export function signatureReferences(
  certification: CertificationLevel | null,
  lock: FieldLock | null,
): PdfObject[] {
  const references: PdfObject[] = [];
  if (certification !== null) {
    const parameters = new PdfDict([
      ['Type', new PdfName('TransformParams')],
      ['P', certification],
      ['V', new PdfName('1.2')],
    ]);
    references.push(reference('DocMDP', parameters));
  }
  if (lock !== null) references.push(reference('FieldMDP', fieldLockDict(lock, 'TransformParams')));
  return references;
}

/** Names the certification in the catalog's /Perms (12.8.6). */
export async function certify(
  reader: PdfReader,
  increment: Increment,
  signature: PdfRef,
): Promise<void> {
  const { ref, dict } = await increment.catalog();
  const permissions = (await reader.resolveDict(dict.get('Perms'))) ?? new PdfDict([]);
  increment.set(ref, dict.with({ Perms: permissions.with({ DocMDP: signature }) }));
}

function reference(method: string, parameters: PdfDict): PdfDict {
  return new PdfDict([
    ['Type', new PdfName('SigRef')],
    ['TransformMethod', new PdfName(method)],
    ['TransformParams', parameters],
  ]);
}
