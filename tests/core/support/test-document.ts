// Files with a signature in them, as far as judging one needs a file: bytes, a gap, and what the reader says.
import { createHash } from 'node:crypto';
import type { SignatureInventory, SignatureValue } from '../../../core/pdf/signature-value.ts';
import type { DocumentReport } from '../../../core/domain/report.ts';
import { signatureReport } from '../../../core/contract/validation.ts';
import { validateSignatures } from '../../../core/validation/validate-document.ts';
import { NO_HISTORY } from '../../../core/validation/modifications/signature-changes.ts';
import type { ValidationPolicy } from '../../../core/domain/validation-policy.ts';
import type { TrustList } from '../../../core/domain/trust-list.ts';
import type { OnlineRevocation } from '../../../core/validation/revocation/online.ts';
import { EMPTY_STORE } from '../../../core/pdf/security-store.ts';
import { memorySource } from './memory-source.ts';

export interface TestDocument {
  readonly bytes: Uint8Array;
  readonly inventory: SignatureInventory;
}

export interface DocumentOptions {
  readonly subFilter?: string | null;
  readonly type?: SignatureValue['type'];
  /** Bytes after the signed revision. */
  readonly later?: string;
  /** Length of the gap's hexadecimal string, in octets. */
  readonly room?: number;
  /** What the reader says, changed after signing. */
  readonly value?: Partial<SignatureValue>;
  readonly hash?: 'sha1' | 'sha256' | 'sha384';
  readonly body?: string;
}

/** Signs `%PDF ... <gap> ... %%EOF`: `sign` is given the digest and the bytes of the range. */
export function makeDocument(
  sign: (digest: Uint8Array, signed: Uint8Array) => Uint8Array,
  options: DocumentOptions = {},
): TestDocument {
  const room = options.room ?? 8192;
  const head = Buffer.from(`%PDF-1.7\n${options.body ?? 'Keputusan Wali Kota'} /Contents `);
  const tail = Buffer.from(' >> startxref 0 %%EOF\n');
  const gap = { start: head.length, end: head.length + 2 + room * 2 };
  const signed = Buffer.concat([head, tail]);
  const digest = createHash(options.hash ?? 'sha256')
    .update(signed)
    .digest();
  const contents = new Uint8Array(room);
  contents.set(sign(digest, signed));
  const revision = Buffer.concat([
    head,
    Buffer.from(`<${Buffer.from(contents).toString('hex')}>`),
    tail,
  ]);
  const bytes = Buffer.concat([revision, Buffer.from(options.later ?? '')]);
  const value: SignatureValue = {
    fieldName: 'Signature1',
    type: options.type ?? 'signature',
    filter: 'Adobe.PPKLite',
    subFilter: options.subFilter === undefined ? 'ETSI.CAdES.detached' : options.subFilter,
    byteRange: [0, gap.start, gap.end, tail.length],
    contents,
    contentsSpan: gap,
    claimedTime: '2026-11-24T02:15:00.000Z',
    reason: null,
    location: null,
    docMdp: null,
    ...options.value,
  };
  const revisionEnds = options.later ? [revision.length, bytes.length] : [revision.length];
  return { bytes: Uint8Array.from(bytes), inventory: { signatures: [value], revisionEnds } };
}

export interface JudgeOptions {
  readonly anchors?: readonly Uint8Array[];
  readonly at?: string | null;
  readonly now?: string;
  readonly policy?: ValidationPolicy;
  /** DER of what the document's security store holds. */
  readonly crls?: readonly Uint8Array[];
  readonly ocsps?: readonly Uint8Array[];
  readonly online?: OnlineRevocation;
  readonly trust?: TrustList;
}

/** Judges, and makes sure that the report may cross to a window whatever the file held. */
export async function judge(
  document: TestDocument,
  options: JudgeOptions = {},
): Promise<DocumentReport> {
  const report = await validateSignatures(
    memorySource(document.bytes),
    document.inventory,
    {
      anchors: options.anchors ?? [],
      at: options.at ? new Date(options.at) : null,
      now: new Date(options.now ?? '2026-11-24T03:00:00Z'),
      ...(options.policy === undefined ? {} : { policy: options.policy }),
      ...(options.trust === undefined ? {} : { trust: options.trust }),
      online: options.online ?? null,
    },
    {
      changes: NO_HISTORY,
      store: { ...EMPTY_STORE, crls: options.crls ?? [], ocspResponses: options.ocsps ?? [] },
    },
  );
  for (const signature of report.signatures) signatureReport.parse(signature);
  return report;
}

/** The report of a document's only signature, reasons as codes. */
export async function judgeOne(document: TestDocument, options: JudgeOptions = {}) {
  const { signatures } = await judge(document, options);
  const [signature] = signatures;
  if (signature === undefined || signatures.length > 1) throw new Error('one signature expected');
  return { ...signature, codes: signature.reasons.map(({ code }) => code) };
}
