// Lifts signatures that are there already, whoever made them, to a level that outlives their
// certificates, and renews that before it runs out (ETSI EN 319 142-1 6.3, 5.4.3).
import { PenaError } from '../domain/pena-error.ts';
import { PdfReader } from '../pdf/reader.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { SignatureValue } from '../pdf/signature-value.ts';
import { addDocumentTimestamp } from './document-timestamp.ts';
import { GrowingFile } from './growing-file.ts';
import type { ProofServices } from './proof-services.ts';
import { enter, type SigningRequest } from './request.ts';
import { addValidationData, hasTimestamp } from './validation-data.ts';

/** `T`: only a document time stamp, on a document with or without signatures. */
export type ExtensionLevel = 'T' | 'LT' | 'LTA';

export interface ExtensionRequest extends Pick<
  SigningRequest,
  'source' | 'password' | 'clock' | 'openOutput' | 'signal' | 'onProgress'
> {
  readonly level: ExtensionLevel;
  readonly services: ProofServices;
}

export interface ExtensionResult {
  /** Bytes of the new file. */
  readonly size: number;
  /** How many signatures and time stamps were there. */
  readonly signatures: number;
}

/**
 * Writes a new file that appears whole or not at all. All that is missing is had, or nothing is written.
 * @throws {PenaError} SIGNATURE_NONE, SIGNATURE_NOT_EXTENDABLE (level LT or LTA), PDF_*, CMS_MALFORMED, TSA_*,
 *   NET_*, FILE_*, CANCELLED
 */
export async function extendDocument(request: ExtensionRequest): Promise<ExtensionResult> {
  enter(request, 'preparing');
  const { source, password, level, openOutput, signal, onProgress } = request;
  const { signatures } = await inventory(await PdfReader.open(source, { password }));
  if (signatures.length === 0 && level !== 'T') throw new PenaError('SIGNATURE_NONE');
  if (level !== 'T') refusePlainValues(signatures);
  const output = await openOutput();
  try {
    const file = await GrowingFile.copyOf({
      ...{ source, output, hashes: [], signal },
      onBytes: (done) => onProgress?.({ phase: 'copying', done, total: source.size }),
    });
    // Without a time of its own a signature's revocation data prove nothing: time first, then data. The
    // archive's time stamp comes last, over everything: what proves its authority must be in there already.
    if (level === 'T' || !signatures.every(isTimed)) {
      await stamp(file, request);
    }
    if (level !== 'T') await prove(file, request);
    if (level === 'LTA') await stamp(file, request);
    enter(request, 'writing');
    await output.commit();
    return { size: file.size, signatures: signatures.length };
  } catch (thrown) {
    await output.abort();
    throw thrown;
  }
}

/** An RSA value alone (ISO 32000-1 12.8.3.2) has no attributes, and a security store no place that is meant for it. */
function refusePlainValues(signatures: readonly SignatureValue[]): void {
  const plain = signatures.find(({ subFilter }) => subFilter === 'adbe.x509.rsa_sha1');
  if (plain === undefined) return;
  const { fieldName: field, subFilter } = plain;
  throw new PenaError('SIGNATURE_NOT_EXTENDABLE', { field, format: subFilter ?? '' });
}

/** By a time stamp of its own, or by the document's after it. */
function isTimed(
  signature: SignatureValue,
  index: number,
  signatures: readonly SignatureValue[],
): boolean {
  const last = signatures.findLastIndex(({ type }) => type === 'docTimeStamp');
  return index < last || hasTimestamp(signature);
}

async function stamp(file: GrowingFile, request: ExtensionRequest): Promise<void> {
  enter(request, 'stamping');
  await addDocumentTimestamp(file, request.services, request.password, request.signal);
}

async function prove(file: GrowingFile, request: ExtensionRequest): Promise<void> {
  enter(request, 'proving');
  const { services, password, clock, signal } = request;
  const time = clock.now();
  const [first] = await addValidationData(file, { services, password, field: null, time, signal });
  if (first !== undefined) throw first.problem;
}
