// Which fields an earlier signature has locked, and what a field asks its signature to lock
// (ISO 32000-2 12.8.2.4 FieldMDP, table 236 /Lock).
import { isArray, nameOf, PdfDict, PdfName, type PdfObject, PdfString } from '../objects.ts';
import type { PdfReader } from '../reader.ts';
import { textOf, textString } from '../text-string.ts';

export interface FieldLock {
  readonly action: 'All' | 'Include' | 'Exclude';
  /** Fully qualified names; empty for All. */
  readonly fields: readonly string[];
  /** /P of a lock dictionary: what remains permitted in the whole document; null where it says nothing. */
  readonly permission: 1 | 2 | 3 | null;
}

const MAX_FIELDS = 10_000;

/** Reads a /Lock dictionary or the parameters of a FieldMDP transform; null where it is neither. */
export async function readFieldLock(
  reader: PdfReader,
  object: PdfObject | undefined,
): Promise<FieldLock | null> {
  const dict = await reader.resolveDict(object);
  if (dict === undefined) return null;
  const action = nameOf(await reader.resolve(dict.get('Action')));
  if (action !== 'All' && action !== 'Include' && action !== 'Exclude') return null;
  const array = await reader.resolve(dict.get('Fields'));
  const fields: string[] = [];
  for (const item of isArray(array) ? array.slice(0, MAX_FIELDS) : []) {
    const name = await reader.resolve(item);
    if (name instanceof PdfString) fields.push(textOf(name));
  }
  const p = await reader.resolve(dict.get('P'));
  return { action, fields, permission: p === 1 || p === 2 || p === 3 ? p : null };
}

/** The FieldMDP transforms in a signature's /Reference. */
export async function locksOfSignature(
  reader: PdfReader,
  signature: PdfDict,
): Promise<FieldLock[]> {
  const locks: FieldLock[] = [];
  for (const item of (await reader.resolveArray(signature.get('Reference'))) ?? []) {
    const reference = await reader.resolveDict(item);
    if (nameOf(await reader.resolve(reference?.get('TransformMethod'))) !== 'FieldMDP') continue;
    const lock = await readFieldLock(reader, reference?.get('TransformParams'));
    if (lock !== null) locks.push(lock);
  }
  return locks;
}

/** Whether the lock covers a field; a parent's name covers its children (12.7.4.2). */
export function covers({ action, fields }: FieldLock, name: string): boolean {
  if (action === 'All') return true;
  const named = fields.some((field) => name === field || name.startsWith(`${field}.`));
  return action === 'Include' ? named : !named;
}

/** The lock as /Lock or, with its version, as parameters of the transform. */
export function fieldLockDict({ action, fields, permission }: FieldLock, type: string): PdfDict {
  return new PdfDict([
    ['Type', new PdfName(type)],
    ['Action', new PdfName(action)],
    ...(action === 'All' ? [] : [['Fields', fields.map(textString)] as const]),
    ...(type === 'TransformParams' ? [['V', new PdfName('1.2')] as const] : []),
    ...(permission === null || type === 'TransformParams' ? [] : [['P', permission] as const]),
  ]);
}
