// Signs files in memory with a practice key, as the program does, and says what the verifier finds.
import type { AtomicOutput } from '../../../core/ports/atomic-output.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import type { DocumentReport, SignatureReport } from '../../../core/domain/report.ts';
import { signatureReport } from '../../../core/contract/validation.ts';
import { addDocumentTimestamp } from '../../../core/signing/document-timestamp.ts';
import { GrowingFile } from '../../../core/signing/growing-file.ts';
import { contentsText } from '../../../core/pdf/increment/signature-dictionary.ts';
import { cmsOf, signDigest } from '../../../core/signing/make-cms.ts';
import { planStamp } from '../../../core/signing/plan-stamp.ts';
import { planSigning, type SigningPlan } from '../../../core/signing/plan.ts';
import { prepareSignature } from '../../../core/signing/prepare.ts';
import type { SigningRequest } from '../../../core/signing/request.ts';
import { signDocument } from '../../../core/signing/sign-document.ts';
import { readPicturesBy } from '../../../core/validation/modifications/picture-shades.ts';
import { validateDocument } from '../../../core/validation/validate-document.ts';
import { decodePicture } from '../../../native/pictures/decode.ts';
import { memorySource } from '../../core/support/memory-source.ts';
import {
  makeAuthority,
  makeSigner,
  signValue,
  type TestCertificate,
} from '../../core/support/test-certificates.ts';
import { makeCms } from '../../core/support/test-cms.ts';
import { makeTimestampAuthority, tokenOver } from './timestamps.ts';

export const ROOT = makeAuthority('LATIHAN Root');
const OFFICIAL = makeSigner('NAMA PEJABAT LATIHAN', ROOT);
export const SIGNER = keyOf(OFFICIAL);
export const SECOND = keyOf(makeSigner('PEJABAT KEDUA LATIHAN', ROOT));
/** Whom nobody trusts. */
export const ATTACKER = keyOf(makeSigner('PENYERANG', makeAuthority('PENYERANG Root')));
const AUTHORITY = makeTimestampAuthority(ROOT);

/** One moment, for files that are the same every time. */
export const NOW = new Date('2026-11-24T02:15:00Z');

// As the program reads them, but for the thread.
readPicturesBy({ shades: decodePicture });

function keyOf(certificate: TestCertificate): SigningKey {
  return {
    certificate: certificate.der,
    chain: [],
    sign: (data) => Promise.resolve(signValue(certificate.key, 'sha256', data)),
  };
}

export class MemoryOutput implements AtomicOutput {
  bytes = Buffer.alloc(0);
  append(bytes: Uint8Array): Promise<void> {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    return Promise.resolve();
  }
  patch(offset: number, bytes: Uint8Array): Promise<void> {
    this.bytes.set(bytes, offset);
    return Promise.resolve();
  }
  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(Uint8Array.from(this.bytes.subarray(offset, offset + length)));
  }
  commit(): Promise<void> {
    return Promise.resolve();
  }
  abort(): Promise<void> {
    return Promise.resolve();
  }
}

/** The CMS alone, for files that are put together by hand. */
export function cmsOver(digest: Uint8Array): Uint8Array {
  return makeCms({ signer: OFFICIAL, digest });
}

export async function signed(
  file: Uint8Array,
  changes: Partial<SigningRequest> = {},
): Promise<Buffer> {
  const output = new MemoryOutput();
  await signDocument({
    ...{ source: memorySource(file), key: SIGNER, name: 'uji.pdf', field: null, stamp: null },
    ...{ reason: '', location: '', clock: { now: () => NOW } },
    openOutput: () => Promise.resolve(output),
    ...changes,
  });
  return output.bytes;
}

/**
 * Signs with a new stamp where the program itself would refuse to: the plan is made without the stamp, and
 * the stamp put into it afterwards.
 */
export async function stampedAgainstTheRules(
  file: Uint8Array,
  key: SigningKey,
  stamp: NonNullable<SigningRequest['stamp']>,
): Promise<Buffer> {
  return signedByHand(file, { key }, async (plan) => {
    const planned = await planStamp(plan.reader, memorySource(file), stamp, plan.field);
    return { ...plan, stamp: planned, page: planned.page };
  });
}

/** Signs as another program would: what is appended is written otherwise, in as many bytes. */
export function signedOtherwise(
  file: Uint8Array,
  changes: Partial<SigningRequest>,
  [was, is]: readonly [was: string, is: string],
): Promise<Buffer> {
  return signedByHand(file, changes, (plan) => Promise.resolve(plan), [was, is.padEnd(was.length)]);
}

async function signedByHand(
  file: Uint8Array,
  changes: Partial<SigningRequest>,
  planned: (plan: SigningPlan) => Promise<SigningPlan>,
  [was, is]: readonly [was: string, is: string] = ['', ''],
): Promise<Buffer> {
  const output = new MemoryOutput();
  const source = memorySource(file);
  const request: SigningRequest = {
    ...{ source, key: SECOND, name: 'uji.pdf', field: null, stamp: null, reason: '', location: '' },
    ...{ clock: { now: () => NOW }, openOutput: () => Promise.resolve(output) },
    ...changes,
  };
  const plan = await planned(await planSigning(request));
  const { bytes, gap } = await prepareSignature(plan, request, 0);
  const written = Buffer.from(bytes).toString('latin1');
  if (!written.includes(was)) throw new Error(`nothing is written as ${was}`);
  const growing = await GrowingFile.copyOf({
    ...{ source, output, hashes: ['sha256'], signal: undefined, onBytes: () => undefined },
  });
  const appended = Buffer.from(written.replace(was, is), 'latin1');
  const digest = await growing.appendWithGap(appended, gap, 'sha256');
  const cms = cmsOf(await signDigest(request, plan, digest, ''), null);
  await growing.fillGap(contentsText(cms, gap.end - gap.start));
  return output.bytes;
}

/** With a document time stamp of the practice authority. */
export async function stamped(file: Uint8Array): Promise<Buffer> {
  const output = new MemoryOutput();
  const growing = await GrowingFile.copyOf({
    ...{ source: memorySource(file), output, hashes: ['sha256'], signal: undefined },
    onBytes: () => undefined,
  });
  const services = {
    timestampSize: 4096,
    timestamp: (digest: Uint8Array) => Promise.resolve(tokenOver(digest, AUTHORITY)),
  };
  await addDocumentTimestamp(growing, services as never, undefined, undefined);
  return output.bytes;
}

export async function verify(file: Uint8Array): Promise<DocumentReport> {
  const report = await validateDocument(memorySource(file), {
    ...{ anchors: [ROOT.der], at: null, now: NOW },
  });
  // Whatever a file holds, the window must be able to take the report.
  for (const signature of report.signatures) signatureReport.parse(signature);
  return report;
}

/** Reasons that only say what these tests do not look at. */
const ELSEWHERE = new Set([...['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'TIMESTAMP_PRESENT']]);

/** The signature's reasons that tell of the document, most important first. */
export function told({ reasons }: SignatureReport): string[] {
  return reasons
    .map(({ code }) => code)
    .filter((code) => !ELSEWHERE.has(code) && !/REVOCATION|TIMESTAMP_NOT/.test(code));
}
