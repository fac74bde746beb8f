// Whole PDF files signed by hand, revision after revision, with CMS of any shape in them: what no signer would make
// has to be read from real bytes too.
import { hashBy } from '../../../core/cms/hashing.ts';
import { signatureReport } from '../../../core/contract/validation.ts';
import type { DocumentReport } from '../../../core/domain/report.ts';
import { validateDocument } from '../../../core/validation/validate-document.ts';
import { type Body, bodyOf, update } from '../../vectors/support/update.ts';
import { Draft } from '../pdf/support/draft.ts';
import type { JudgeOptions } from './test-document.ts';
import { memorySource } from './memory-source.ts';

const PART = { catalog: 1, pages: 2, page: 3, content: 4, form: 5, store: 6 } as const;
/** Signature fields without a value; their values stand 50 further on. */
const FIELDS = [10, 11, 12] as const;
const FIRST_DATA = 20;

export interface StoreContents {
  readonly crls?: readonly Uint8Array[];
  readonly ocsps?: readonly Uint8Array[];
  readonly certificates?: readonly Uint8Array[];
}

/** One page, three empty signature fields, and a security store where there is something to put into it. */
export function plainFile({
  crls = [],
  ocsps = [],
  certificates = [],
}: StoreContents = {}): Buffer {
  const draft = new Draft();
  const data = [...crls, ...ocsps, ...certificates];
  const store = data.length > 0;
  const refs = (list: readonly number[]): string => list.map((num) => `${num} 0 R`).join(' ');
  draft.object(
    PART.catalog,
    `<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R ${store ? '/DSS 6 0 R' : ''} >>`,
  );
  draft.object(PART.pages, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  draft.object(
    PART.page,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${refs(FIELDS)}] >>`,
  );
  draft.stream(PART.content, '', '72 700 200 2 re f');
  draft.object(PART.form, `<< /Fields [${refs(FIELDS)}] /SigFlags 3 >>`);
  const numbers = data.map((_, i) => FIRST_DATA + i);
  const proofs = crls.length + ocsps.length;
  draft.object(
    PART.store,
    store
      ? `<< /CRLs [${refs(numbers.slice(0, crls.length))}] /OCSPs [${refs(numbers.slice(crls.length, proofs))}] /Certs [${refs(numbers.slice(proofs))}] >>`
      : 'null',
  );
  for (const num of FIELDS) {
    const name = `Signature${num - FIELDS[0] + 1}`;
    draft.object(
      num,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /Rect [0 0 0 0] /P 3 0 R /F 132 >>`,
    );
  }
  data.forEach((der, i) => draft.stream(FIRST_DATA + i, '', der));
  return draft.finish().bytes;
}

export interface SignOptions {
  readonly subFilter?: string;
  readonly type?: 'Sig' | 'DocTimeStamp';
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'shake256';
  /** What stands in the file, given what would be right. */
  readonly byteRange?: (right: readonly number[]) => readonly number[];
  /** Octets for the contents. */
  readonly room?: number;
  /** Which of the fields, from 0. */
  readonly field?: 0 | 1 | 2;
  /** More of that revision, or something else than the field signed: the value's number is the field's and 50. */
  readonly objects?: Readonly<Record<number, Body>>;
  /** More of the signature dictionary. */
  readonly entries?: string;
}

export type Sign = (digest: Uint8Array, signed: Uint8Array) => Uint8Array;

/** Adds a revision with one more signature; it is made over what the byte range says, where that can be. */
export function signFile(file: Buffer, sign: Sign, options: SignOptions = {}): Buffer {
  const { subFilter = 'ETSI.CAdES.detached', type = 'Sig', room = 12_288, field = 0 } = options;
  const { entries = '' } = options;
  const blank = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`;
  const hole = `<${'0'.repeat(2 * room)}>`;
  const [num, value] = [FIELDS[field], FIELDS[field] + 50];
  const body = bodyOf(file, num);
  const signed = update(file, {
    objects: {
      [num]: `${body.slice(0, body.lastIndexOf('>>'))} /V ${value} 0 R >>`,
      [value]: `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange ${blank} /Contents ${hole} /M (D:20261124021500Z) ${entries}>>`,
      ...options.objects,
    },
  });
  const start = signed.indexOf(hole, file.length, 'latin1');
  const end = start + hole.length;
  const right = [0, start, end, signed.length - end];
  const range = options.byteRange?.(right) ?? right;
  const text = `[${range.map((n, i) => (i === 0 ? String(n) : String(n).padStart(10))).join(' ')}]`;
  signed.write(text.padEnd(blank.length), signed.indexOf(blank, file.length, 'latin1'), 'latin1');
  const [a = 0, b = 0, c = 0, d = 0] = range;
  const content = Buffer.concat([signed.subarray(a, a + b), signed.subarray(c, c + d)]);
  const digest = hashBy(options.hash ?? 'sha256')
    .update(content)
    .digest();
  signed.write(Buffer.from(sign(digest, content)).toString('hex'), start + 1, 'latin1');
  return signed;
}

/** Judges the file from its bytes alone, and makes sure that the report may cross to a window. */
export async function judgeFile(
  file: Uint8Array,
  { anchors = [], at, now, policy, trust, online }: JudgeOptions = {},
): Promise<DocumentReport> {
  const report = await validateDocument(memorySource(file), {
    anchors,
    at: at ? new Date(at) : null,
    now: new Date(now ?? '2026-11-24T03:00:00Z'),
    ...(policy === undefined ? {} : { policy }),
    ...(trust === undefined ? {} : { trust }),
    online: online ?? null,
  });
  for (const signature of report.signatures) signatureReport.parse(signature);
  return report;
}
