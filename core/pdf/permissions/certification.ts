// What an author's certification allows (ISO 32000-2 12.8.2.2, 12.8.6).
import { PdfDict } from '../objects.ts';
import type { PdfReader } from '../reader.ts';
import { docMdpLevel } from '../signature-inventory.ts';

/** 1: no change at all, 2: form filling and signatures, 3: annotations too; null: not certified. */
export async function certificationLevel(reader: PdfReader): Promise<1 | 2 | 3 | null> {
  const permissions = await reader.resolveDict((await reader.catalog()).get('Perms'));
  const signature = await reader.resolve(permissions?.get('DocMDP'));
  return signature instanceof PdfDict ? docMdpLevel(reader, signature) : null;
}
