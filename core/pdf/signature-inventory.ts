// The signatures of a file (ISO 32000-2 12.7.5.5, 12.8.1), read and not judged.
import type { ByteSource } from '../ports/byte-source.ts';
import { formFields } from './form-fields.ts';
import { holdsOthers } from './held-objects.ts';
import { LIMITS } from './limits.ts';
import {
  integerOf,
  isArray,
  nameOf,
  PdfDict,
  type PdfObject,
  PdfRef,
  PdfString,
} from './objects.ts';
import { PdfError } from './pdf-error.ts';
import { type OpenOptions, PdfReader } from './reader.ts';
import { revisionEnds } from './revisions.ts';
import type { SignatureInventory, SignatureValue } from './signature-value.ts';
import { beginningOf, isoDate } from './text-string.ts';

/** Numbers of a /ByteRange kept: four are right, more are shown to be wrong. */
const MAX_RANGE = 64;
const MAX_CERTIFICATES = 256;
const MAX_TEXT = 1000;

/** Throws PDF_* for a file that cannot be read. */
export async function readSignatures(
  source: ByteSource,
  options?: OpenOptions,
): Promise<SignatureInventory> {
  return inventory(await PdfReader.open(source, options));
}

/** The same over a file that is already open. */
export async function inventory(reader: PdfReader): Promise<SignatureInventory> {
  return {
    signatures: await signatureValues(reader),
    revisionEnds: await revisionEnds(reader),
  };
}

/** In the order of the bytes they cover. */
export async function signatureValues(reader: PdfReader): Promise<SignatureValue[]> {
  const signatures: SignatureValue[] = [];
  for (const field of await formFields(reader, 'Sig')) {
    const value = reader.keptDict(field.value) ?? (await reader.resolveDict(field.value));
    if (value === undefined) continue;
    if (signatures.length === LIMITS.signatures) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'signatures' });
    }
    signatures.push(
      knownValue(field.name, value) ?? (await readValue(reader, field.name, value, field.value)),
    );
  }
  return signatures.sort((a, b) => coveredEnd(a) - coveredEnd(b));
}

/** The signatures in the fields of that name: in a sound file one at most. */
export async function signaturesIn(
  reader: PdfReader,
  fieldName: string,
): Promise<SignatureValue[]> {
  const signatures: SignatureValue[] = [];
  for (const { name, value } of await formFields(reader, 'Sig')) {
    const dict = name === fieldName ? await reader.resolveDict(value) : undefined;
    if (dict !== undefined) signatures.push(await readValue(reader, name, dict, value));
  }
  return signatures;
}

/** Where the bytes end that a signature says to cover. */
export function coveredEnd({ byteRange }: SignatureValue): number {
  return (byteRange[2] ?? 0) + (byteRange[3] ?? 0);
}

/** By dictionary, where nothing else has a say: of hundreds of signatures hardly one is new to the next signer. */
const READ = new WeakMap<PdfDict, SignatureValue>();

async function readValue(
  reader: PdfReader,
  fieldName: string,
  dict: PdfDict,
  written: PdfObject | undefined,
): Promise<SignatureValue> {
  const known = knownValue(fieldName, dict);
  if (known !== undefined) return known;
  const value = await readEntries(reader, fieldName, dict, written);
  if (standsAlone(dict)) READ.set(dict, value);
  return value;
}

function knownValue(fieldName: string, dict: PdfDict): SignatureValue | undefined {
  const known = READ.get(dict);
  return known?.fieldName === fieldName ? known : undefined;
}

/** Whether all that is read of it is written in itself. */
function standsAlone(dict: PdfDict): boolean {
  const range = dict.get('ByteRange');
  return (
    dict.get('Reference') === undefined &&
    dict.get('Cert') === undefined &&
    SIMPLE_ENTRIES.every((key) => !(dict.get(key) instanceof PdfRef)) &&
    !(isArray(range) && range.some((item) => item instanceof PdfRef))
  );
}

const SIMPLE_ENTRIES = [
  ...(['Type', 'Filter', 'SubFilter', 'Contents', 'ByteRange', 'M', 'Reason', 'Location'] as const),
];

async function readEntries(
  reader: PdfReader,
  fieldName: string,
  dict: PdfDict,
  written: PdfObject | undefined,
): Promise<SignatureValue> {
  const subFilter = nameOf(await reader.resolve(dict.get('SubFilter'))) ?? null;
  const type = nameOf(await reader.resolve(dict.get('Type')));
  const contents = await reader.resolve(dict.get('Contents'));
  const isString = contents instanceof PdfString;
  const direct = dict.get('Contents') === contents;
  // Readers differ in which of two entries counts, and what lies within the dictionary is drawn with its gap.
  const alone = !dict.repeats && !(isString && (await holdsOthers(reader, written, contents)));
  const claimed = await textEntry(reader, dict.get('M'));
  return {
    fieldName,
    type: type === 'DocTimeStamp' || subFilter === 'ETSI.RFC3161' ? 'docTimeStamp' : 'signature',
    filter: nameOf(await reader.resolve(dict.get('Filter'))) ?? null,
    subFilter,
    byteRange: await byteRange(reader, dict),
    contents: isString ? contents.bytes : new Uint8Array(0),
    contentsSpan: isString && direct && contents.hex && alone ? contents.span : null,
    claimedTime: claimed === null ? null : isoDate(claimed),
    reason: await textEntry(reader, dict.get('Reason')),
    location: await textEntry(reader, dict.get('Location')),
    docMdp: await docMdpLevel(reader, dict),
    ...(subFilter === 'adbe.x509.rsa_sha1'
      ? { certificates: await certificates(reader, dict.get('Cert')) }
      : {}),
  };
}

/** A byte string, or an array of them (ISO 32000-2 table 255). */
async function certificates(
  reader: PdfReader,
  written: PdfObject | undefined,
): Promise<Uint8Array[]> {
  const value = await reader.resolve(written);
  const found: Uint8Array[] = [];
  for (const item of isArray(value) ? value.slice(0, MAX_CERTIFICATES) : [value]) {
    const one = await reader.resolve(item);
    if (one instanceof PdfString) found.push(one.bytes);
  }
  return found;
}

async function byteRange(reader: PdfReader, dict: PdfDict): Promise<number[]> {
  const range = (await reader.resolveArray(dict.get('ByteRange'))) ?? [];
  const numbers: number[] = [];
  for (const item of range.slice(0, MAX_RANGE)) {
    numbers.push(integerOf(await reader.resolve(item)) ?? -1);
  }
  return numbers;
}

async function textEntry(reader: PdfReader, object: PdfObject | undefined): Promise<string | null> {
  const value = await reader.resolve(object);
  return value instanceof PdfString ? beginningOf(value, MAX_TEXT) : null;
}

/** The permissions of a signature's DocMDP transform, null where it has none (12.8.2.2, table 257). */
export async function docMdpLevel(
  reader: PdfReader,
  signature: PdfDict,
): Promise<1 | 2 | 3 | null> {
  for (const item of (await reader.resolveArray(signature.get('Reference'))) ?? []) {
    const reference = await reader.resolve(item);
    if (!(reference instanceof PdfDict)) continue;
    if (nameOf(await reader.resolve(reference.get('TransformMethod'))) !== 'DocMDP') continue;
    const parameters = await reader.resolveDict(reference.get('TransformParams'));
    const level = await reader.resolve(parameters?.get('P'));
    return level === 1 || level === 3 ? level : 2;
  }
  return null;
}
