// What is fuzzed: each target takes bytes, may throw nothing but a PenaError with a code that means
// something, and says what must never happen.
import { archivedRevocation } from '../../core/cms/revocation-archival.ts';
import { verifySignedData } from '../../core/cms/verify.ts';
import { readCertificate } from '../../core/cms/certificate.ts';
import { readPkcs12 } from '../../core/cms/pkcs12.ts';
import { readContentInfo, readSignedData } from '../../core/cms/signed-data-reader.ts';
import { readTimestampToken } from '../../core/cms/timestamp-token.ts';
import { usableStamp } from '../../core/cms/timestamp-response.ts';
import { readWholeBer } from '../../core/cms/ber.ts';
import { PREFLIGHT_CODES, type PreflightPolicy } from '../../core/domain/preflight.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { formFields } from '../../core/pdf/form-fields.ts';
import { pageGeometry } from '../../core/pdf/page-geometry.ts';
import { findPage } from '../../core/pdf/pages.ts';
import { inspectDocument } from '../../core/pdf/preflight/inspect.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { rebuildDocument } from '../../core/pdf/repair/rebuild.ts';
import { inventory } from '../../core/pdf/signature-inventory.ts';
import { findTags } from '../../core/pdf/text/find-tags.ts';
import { readCertificateList } from '../../core/trust/crl/certificate-list.ts';
import { judgeCrls } from '../../core/trust/crl/judge-crls.ts';
import type { RevocationJudgement } from '../../core/trust/revocation/judgement.ts';
import { judgeOcsp } from '../../core/trust/ocsp/judge-ocsp.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { MemoryOutput, NOW, SECOND, signed, verify } from '../vectors/support/in-memory.ts';
import { ANSWERS, TOKENS, weighAnswer, weighStamp } from './evidence.ts';
import { mutateDer } from './mutate-der.ts';
import { mutatePdf } from './mutate-pdf.ts';
import type { Random } from './random.ts';
import { CERTIFICATES, derSeeds, QUESTION, signedFiles, unsignedFiles } from './seeds.ts';
import { SignedBytes } from './signed-bytes.ts';

export interface Target {
  readonly seeds: readonly Uint8Array[];
  readonly mutate: (data: Uint8Array, random: Random, other: Uint8Array) => Buffer;
  /** Throws a PenaError for bytes that are refused, another error for a finding. */
  readonly run: (bytes: Uint8Array) => unknown;
}

export const TARGETS = [
  ...(['read', 'validate', 'inspect', 'tags', 'rebuild', 'sign'] as const),
  ...(['cms', 'certificate', 'ocsp', 'crl', 'stamp', 'p12'] as const),
  ...(['answer', 'token'] as const),
] as const;

const SEVERITIES = Object.fromEntries(
  PREFLIGHT_CODES.map((code) => [code, 'warning' as const]),
) as PreflightPolicy;
const MOMENT = new Date('2026-01-03T00:00:00Z');

export async function makeTargets(): Promise<Readonly<Record<(typeof TARGETS)[number], Target>>> {
  const signedSeeds = await signedFiles();
  const all = [...unsignedFiles(), ...signedSeeds];
  const known = new SignedBytes(signedSeeds);
  const ders = derSeeds();
  const pdf = (seeds: readonly Uint8Array[], run: Target['run']): Target => ({
    ...{ seeds, run, mutate: mutatePdf },
  });
  const der = (seeds: readonly Uint8Array[], run: Target['run']): Target => ({
    ...{ seeds, run, mutate: mutateDer },
  });
  const { leaf, issuer } = CERTIFICATES;
  return {
    read: pdf(all, readDocument),
    validate: pdf(signedSeeds, async (bytes) => {
      known.check(bytes, await verify(bytes));
    }),
    inspect: pdf(all, async (bytes) => {
      const reader = await PdfReader.open(memorySource(bytes));
      await inspectDocument(reader, SEVERITIES);
    }),
    tags: pdf(all, async (bytes) => {
      await findTags(await PdfReader.open(memorySource(bytes)), '#');
    }),
    rebuild: pdf(unsignedFiles(), rebuildAndRead),
    sign: pdf(all, signAndVerify),
    cms: der([...ders.cms, ...signedSeeds.slice(0, 2).map(firstContents)], readCms),
    certificate: der(ders.certificate, readCertificate),
    ocsp: der(ders.ocsp, (response) => {
      usable(judgeOcsp({ response, certificate: leaf, issuer, at: MOMENT, nonce: null }));
    }),
    crl: der(ders.crl, (bytes) => {
      const crls = [readCertificateList(bytes)];
      usable(judgeCrls({ certificate: leaf, issuer, crls, at: MOMENT }));
    }),
    stamp: der(ders.stamp, (bytes) => usableStamp(bytes, QUESTION)),
    answer: der(ANSWERS, weighAnswer),
    token: der(TOKENS, weighStamp),
    p12: der(ders.p12, (bytes) => void readPkcs12(bytes, new TextEncoder().encode('rahasia'))),
  };
}

function usable(judgement: RevocationJudgement): void {
  if (!judgement.usable) throw judgement.error;
}

async function readDocument(bytes: Uint8Array): Promise<void> {
  const reader = await PdfReader.open(memorySource(bytes));
  await later(() => inventory(reader));
  await later(() => formFields(reader));
  await later(async () => {
    for (const number of [1, 'last'] as const) {
      await pageGeometry(reader, await findPage(reader, number));
    }
  });
}

/** A refusal of one part must not keep the others from being tried. */
async function later(part: () => Promise<unknown>): Promise<void> {
  try {
    await part();
  } catch (thrown) {
    if (!(thrown instanceof PenaError)) throw thrown;
  }
}

async function rebuildAndRead(bytes: Uint8Array): Promise<void> {
  const output = new MemoryOutput();
  await rebuildDocument(memorySource(bytes), output);
  // What was said to be rebuilt has to be a file: open throws only what the file's own limits are.
  try {
    await PdfReader.open(memorySource(output.bytes));
  } catch (thrown) {
    if (!(thrown instanceof PenaError)) throw thrown;
    if (/ENCRYPT|PASSWORD|LIMIT/.test(thrown.message)) return;
    throw new Error('rebuilt into a file that is refused', { cause: thrown });
  }
}

/** Whatever signing accepts must come out as a signature that holds, all bytes before it untouched. */
async function signAndVerify(bytes: Uint8Array): Promise<void> {
  // As every signing does: earlier signatures that cannot be read are a refusal.
  await inventory(await PdfReader.open(memorySource(bytes)));
  const result = await signed(bytes, { key: SECOND, clock: { now: () => NOW } });
  if (!result.subarray(0, bytes.length).equals(bytes)) throw new Error('bytes changed by signing');
  const report = await verify(result);
  const own = report.signatures.filter(({ coverage }) => coverage === 'ENTIRE_FILE');
  if (own.length !== 1 || own[0]?.intact !== true) {
    throw new Error(`signed, and not held: ${JSON.stringify(report.signatures)}`);
  }
}

function readCms(bytes: Uint8Array): void {
  verifySignedData(bytes, new Uint8Array(32));
  const data = readSignedData(bytes);
  for (const signer of data.signers) archivedRevocation(signer);
  readTimestampToken(readContentInfo(readWholeBer(bytes)));
}

function firstContents(file: Uint8Array): Uint8Array {
  const hex = /<([0-9A-Fa-f]{200,})>/.exec(Buffer.from(file).toString('latin1'))?.[1] ?? '';
  const value = Buffer.from(hex, 'hex');
  return value.subarray(0, value[1] === 0x82 ? value.readUInt16BE(2) + 4 : value.length);
}
