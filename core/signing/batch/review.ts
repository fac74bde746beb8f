// Looks at a document before a batch: what it is, and what stands against signing it as the plan says.
import { createHash } from 'node:crypto';
import { PenaError, toPenaError } from '../../domain/pena-error.ts';
import type { JudgedFinding, PreflightPolicy } from '../../domain/preflight.ts';
import { heldSha256 } from '../../pdf/held-digest.ts';
import { openKnown, weightOf } from '../../pdf/known-readers.ts';
import { countPages } from '../../pdf/pages.ts';
import { inspectDocument } from '../../pdf/preflight/inspect.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { inventory } from '../../pdf/signature-inventory.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { mayHide, refuseHiding } from '../hidden-text.ts';
import { planSigning } from '../plan.ts';
import { prepareSignature } from '../prepare.ts';
import type { SigningRequest } from '../request.ts';

export interface Reviewed {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** Null where the document cannot be read. */
  readonly pages: number | null;
  readonly signatures: number | null;
  readonly encrypted: boolean | null;
  /** What is in it that can surprise its signer later; empty where nobody asked. */
  readonly findings: readonly JudgedFinding[];
  /** Null where nothing is seen against it. */
  readonly refusal: PenaError | null;
  /** Bytes of memory, about, that are kept of it for as long as its octets are. */
  readonly weight: number;
}

/** What signing will be asked for, but for what only signing itself needs. */
export type ReviewRequest = Omit<SigningRequest, 'key' | 'openOutput'> & {
  readonly signer: { readonly certificate: Uint8Array; readonly chain: readonly Uint8Array[] };
  /** How what is found in the document is judged; absent: nothing is looked for. */
  readonly policy?: PreflightPolicy;
};

const CHUNK = 1 << 20;

/** @throws {PenaError} FILE_*: it cannot be read at all */
export async function reviewDocument(request: ReviewRequest): Promise<Reviewed> {
  const { source, password, signer, policy } = request;
  const sha256 = await digestOf(source);
  const unread = {
    ...{ sha256, size: source.size, pages: null, signatures: null, encrypted: null },
    findings: [],
    weight: 0,
  };
  try {
    const reader = await openKnown(source, { password });
    const read = {
      ...{ sha256, size: source.size, pages: await countPages(reader) },
      signatures: (await inventory(reader)).signatures.length,
      encrypted: reader.encryption !== null,
      findings: policy === undefined ? [] : (await inspectDocument(reader, policy)).findings,
    };
    const key = { ...signer, sign: () => Promise.reject(new Error('a review signs nothing')) };
    const openOutput = (): Promise<never> => Promise.reject(new Error('a review writes nothing'));
    const refusal = await tryOut({ ...request, key, openOutput }, reader).then(
      () => null,
      (thrown: unknown) => toPenaError(thrown),
    );
    return { ...read, refusal: refusal ?? refusalOf(read.findings), weight: weightOf(reader) };
  } catch (thrown) {
    const refusal = toPenaError(thrown);
    if (refusal.code.startsWith('FILE_')) throw refusal;
    return { ...unread, refusal };
  }
}

/** As far as signing goes without the key: nobody types a PIN for a stamp that is refused afterwards. */
async function tryOut(request: SigningRequest, reader: PdfReader): Promise<void> {
  const plan = await planSigning(request, reader);
  if (!mayHide(plan, request)) return;
  await refuseHiding(plan, request, await prepareSignature(plan, request, 0));
}

function refusalOf(findings: readonly JudgedFinding[]): PenaError | null {
  const refusals = findings.filter(({ severity }) => severity === 'refusal');
  if (refusals.length === 0) return null;
  return new PenaError('PREFLIGHT_REFUSED', {
    findings: refusals.map(({ code }) => code).join(', '),
  });
}

/** SHA-256, lower-case hexadecimal. */
export async function digestOf(source: ByteSource): Promise<string> {
  if (source.held !== undefined) return heldSha256(source.held).digest('hex');
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += CHUNK) hash.update(await source.read(at, CHUNK));
  return hash.digest('hex');
}
