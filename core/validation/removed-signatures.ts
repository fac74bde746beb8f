// Signatures that an earlier revision held and the document holds no more: a later change took away the field's
// value, the field, or the form that led to it (ISO 32000-2 7.5.6, 12.7.5.5). The bytes that were signed are still
// there, so it can be said who signed them, and what was signed can be taken out.
import type { Certificate } from '../cms/certificate.ts';
import { CmsError } from '../cms/cms-error.ts';
import { readSignedData } from '../cms/signed-data-reader.ts';
import { identifies, type SignerIdentifier } from '../cms/signer-info.ts';
import { onlySigner } from '../cms/verify-signer.ts';
import type { FileWindow } from '../pdf/file-window.ts';
import { latin1 } from '../pdf/lexer.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import { type OpenOptions, PdfReader } from '../pdf/reader.ts';
import { type Revision, revisionHistory } from '../pdf/revisions.ts';
import { coveredEnd, signatureValues } from '../pdf/signature-inventory.ts';
import type { SignatureInventory, SignatureValue } from '../pdf/signature-value.ts';
import { lastEnds } from './last-ends.ts';
import { leftOverEnds } from './left-over.ts';

export interface RemovedSignatures {
  /** With the revision, counted from 1, that took it away. */
  readonly removed: ReadonlyMap<SignatureValue, number>;
  /** Signatures whose signer took away an earlier one of his own first, with the revision that did. */
  readonly replacing: ReadonlyMap<SignatureValue, number>;
  /** Ends of revisions to which the file's chain of sections leads no more. */
  readonly forgottenEnds: readonly number[];
  /** Whether bytes of a signature are left over of which nobody can say what was signed with it. */
  readonly leftOver: boolean;
}

export const NONE_REMOVED: RemovedSignatures = {
  ...{ removed: new Map(), replacing: new Map(), forgottenEnds: [], leftOver: false },
};

interface Found {
  readonly value: SignatureValue;
  readonly revision: number;
}

/** Of a revision no longer than this its bytes say at once that nothing in it was signed. */
const SHORT = 1 << 20;
/** What a signature's dictionary has (12.8.1, table 255); no signing program writes it in another way. */
const MARK = /\/ByteRange/;

/** @throws {PdfError} PDF_LIMIT_EXCEEDED */
export async function removedSignatures(
  reader: PdfReader,
  present: SignatureInventory,
  options: OpenOptions,
): Promise<RemovedSignatures> {
  const inChain = await removedFromChain(reader, present.signatures);
  const unsigned = !present.signatures.some(isSignature) && inChain.length === 0;
  const known = unsigned ? await lastEnds(reader.file) : [];
  let forgotten = await removedWithChain(reader, present, known, options);
  // Whose end no bytes show any more, or too many do.
  const left = unsigned && forgotten.length === 0 ? await leftOverEnds(reader) : [];
  if (left.length > 0) forgotten = await removedWithChain(reader, present, left, options);
  const removed = new Map<SignatureValue, number>();
  const replacing = new Map<SignatureValue, number>();
  for (const { value, revision } of [...inChain, ...forgotten]) {
    const again = present.signatures.find((later) => isReplacedBy(value, later));
    if (again === undefined) removed.set(value, revision);
    else replacing.set(again, revision);
  }
  return {
    ...{ removed, replacing, leftOver: left.length > 0 && forgotten.length === 0 },
    forgottenEnds: forgotten.map(({ value }) => coveredEnd(value)),
  };
}

/** Revisions that no signature of the document covers, but one in them did. */
async function removedFromChain(
  reader: PdfReader,
  present: readonly SignatureValue[],
): Promise<Found[]> {
  const history = await revisionHistory(reader);
  const covered = new Set(present.map(coveredEnd));
  const known = new Set(present.map(startOf));
  const values = new Map<number, readonly SignatureValue[]>();
  const valuesAt = async (at: number): Promise<readonly SignatureValue[]> => {
    const found = values.get(at) ?? (await valuesOf(reader, history[at]));
    values.set(at, found);
    return found;
  };
  const removed: Found[] = [];
  for (const [at, { end }] of history.slice(0, -1).entries()) {
    if (end === null || [end, end - 1, end - 2].some((other) => covered.has(other))) continue;
    if (!(await maySign(reader.file, history[at - 1]?.end ?? 0, end))) continue;
    for (const value of await valuesAt(at)) {
      if (!isSignature(value) || !isEndOf(coveredEnd(value), end)) continue;
      if (known.has(startOf(value)) || present.some((one) => isOverwritten(value, one))) continue;
      let gone = at + 1;
      while (gone < history.length - 1 && holds(await valuesAt(gone), value)) gone += 1;
      removed.push({ value, revision: gone + 1 });
    }
  }
  return removed;
}

/** Revisions that end in the file's bytes and are none of its own: a later section begins the file anew. */
async function removedWithChain(
  reader: PdfReader,
  { revisionEnds }: SignatureInventory,
  ends: readonly number[],
  options: OpenOptions,
): Promise<Found[]> {
  for (const end of ends) {
    if (revisionEnds.includes(end)) continue;
    try {
      const earlier = await PdfReader.openAt(reader.file, end, options);
      const { length } = await revisionHistory(earlier);
      const made = (await signatureValues(earlier)).filter(
        (value) => isSignature(value) && isEndOf(coveredEnd(value), end),
      );
      if (made.length > 0) return made.map((value) => ({ value, revision: length + 1 }));
    } catch (error) {
      ignoreBroken(error);
    }
  }
  return [];
}

async function maySign(file: FileWindow, from: number, end: number): Promise<boolean> {
  return end - from > SHORT || MARK.test(latin1(await file.read(from, end - from)));
}

async function valuesOf(
  reader: PdfReader,
  revision: Revision | undefined,
): Promise<readonly SignatureValue[]> {
  if (revision === undefined || revision.end === null) return [];
  try {
    return await signatureValues(reader.earlier(revision.newest, revision.end));
  } catch (error) {
    ignoreBroken(error);
    return [];
  }
}

/** What cannot be read as it was then was no document that anybody could have signed. */
function ignoreBroken(error: unknown): void {
  if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
}

/**
 * Whether the same certificate's owner signed again later: a program's "clear signature" before signing anew. Only who
 * says to have signed is looked at: where that is not true the later signature is itself no good.
 */
function isReplacedBy(value: SignatureValue, later: SignatureValue): boolean {
  if (!isSignature(later) || coveredEnd(later) <= coveredEnd(value)) return false;
  const [before, after] = [namedBy(value), namedBy(later)];
  return before.certificates.some((one) =>
    after.identifiers.some((identifier) => identifies(identifier, one)),
  );
}

interface Named {
  readonly identifiers: readonly SignerIdentifier[];
  /** Those of the signers. */
  readonly certificates: readonly Certificate[];
}

const NAMED = new WeakMap<SignatureValue, Named>();

/** Read once: each signature that was taken away is compared with each that is there. */
function namedBy(value: SignatureValue): Named {
  const named = NAMED.get(value) ?? readNamed(value);
  NAMED.set(value, named);
  return named;
}

function readNamed({ contents }: SignatureValue): Named {
  try {
    const { signers, certificates } = readSignedData(contents);
    const { identifier } = onlySigner(signers);
    const own = certificates.filter((one) => identifies(identifier, one));
    return { identifiers: [identifier], certificates: own };
  } catch (error) {
    if (error instanceof CmsError) return { identifiers: [], certificates: [] };
    throw error;
  }
}

/** Its field shows another value in its place that was not made later: a forgery, which is judged as what it is. */
function isOverwritten(value: SignatureValue, now: SignatureValue): boolean {
  return now.fieldName === value.fieldName && coveredEnd(now) <= coveredEnd(value);
}

function holds(values: readonly SignatureValue[], value: SignatureValue): boolean {
  return values.some((one) => startOf(one) === startOf(value));
}

function isSignature({ type }: SignatureValue): boolean {
  return type === 'signature';
}

function startOf({ contentsSpan }: SignatureValue): number {
  return contentsSpan?.start ?? -1;
}

/** The last end of line may be left out of a range. */
function isEndOf(covered: number, end: number): boolean {
  return end - covered >= 0 && end - covered <= 2;
}
