// Signs a PDF: plan, ask, copy and digest, CMS, proof, check, write (ETSI EN 319 142-1; ISO 32000-2 12.8).
import type { VerifiedValue } from '../cms/verified-value.ts';
import { PenaError, toPenaError } from '../domain/pena-error.ts';
import { DIGEST_OF } from '../domain/signature-algorithm.ts';
import { type BaselineLevel, reaches } from '../domain/signature-level.ts';
import { contentsText } from '../pdf/increment/signature-dictionary.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import { checkResult } from './check-result.ts';
import { GrowingFile } from './growing-file.ts';
import { refuseHiding } from './hidden-text.ts';
import { type BareSignature, cmsOf, imprintOf, signDigest } from './make-cms.ts';
import { planSigning, type SigningPlan } from './plan.ts';
import { prepareSignature, type PreparedSignature } from './prepare.ts';
import { addLongTermProof } from './long-term-proof.ts';
import { enter, type SigningRequest, type SigningResult } from './request.ts';
import { refuseRevoked } from './revocation-check.ts';

/**
 * Signs into a new file that appears whole or not at all; the original is only read.
 * @throws {PenaError} PDF_*, STAMP_*, CERT_*, CMS_*, TOKEN_*, P12_*, TSA_*, NET_*, FILE_*, CANCELLED
 */
export async function signDocument(request: SigningRequest): Promise<SigningResult> {
  enter(request, 'preparing');
  const plan = await planSigning(request);
  // A stamp takes a while to draw: a large file's copy can be on its way to the disk meanwhile.
  const later = plan.stamp !== null && request.source.size >= LARGE;
  const early = later ? null : await prepareFirst(plan, request);
  await refuseRevoked(request, plan.certificate);
  const output = await request.openOutput();
  try {
    const result = await signInto(output, request, plan, early);
    enter(request, 'writing');
    await output.commit();
    return result;
  } catch (thrown) {
    await output.abort();
    throw thrown;
  }
}

/** Bytes: below, flushing twice would take longer than drawing. */
const LARGE = 16 << 20;

async function prepareFirst(
  plan: SigningPlan,
  request: SigningRequest,
): Promise<PreparedSignature> {
  const prepared = await prepareSignature(plan, request, roomForTimestamp(request));
  await refuseHiding(plan, request, prepared);
  return prepared;
}

async function signInto(
  output: AtomicOutput,
  request: SigningRequest,
  plan: SigningPlan,
  early: PreparedSignature | null,
): Promise<SigningResult> {
  const { source, signal, onProgress, password } = request;
  const file = await GrowingFile.copyOf({
    ...{ source, output, hashes: [DIGEST_OF[plan.algorithm]], signal },
    onBytes: (done) => onProgress?.({ phase: 'copying', done, total: source.size }),
  });
  const documentSha256 = file.sha256();
  const flushing = early === null ? output.flush?.() : undefined;
  // Awaited before anybody is asked to sign; until then a failure must not count as unhandled.
  flushing?.catch(() => undefined);
  const first = early ?? (await prepareFirst(plan, request));
  await flushing;
  const { signature, incomplete } = await placeSignature(
    ...([file, request, plan, first, documentSha256] as const),
  );
  const field = plan.field.name;
  enter(request, 'checking');
  await checkResult({ file, original: plan.reader, password, field, ...signature });
  const proof = await addLongTermProof(file, request, {
    ...{ field, time: plan.time, reached: incomplete === null ? levelOf(request) : 'B-B' },
    ...{ incomplete },
  });
  return {
    ...{ field, size: file.size, documentSha256, resultSha256: file.sha256() },
    ...proof,
    ...footerOutcome(request, plan),
  };
}

function footerOutcome(
  { footer: asked }: SigningRequest,
  { footer }: SigningPlan,
): Pick<SigningResult, 'footer'> {
  if (!asked) return {};
  return { footer: footer === null ? 'left-out-signed' : 'added' };
}

interface Placed {
  readonly prepared: PreparedSignature;
  readonly cms: Uint8Array;
  readonly digest: Uint8Array;
  readonly verified: VerifiedValue | undefined;
}

/** Signs, and once more with more room where what was to be added turned out larger than expected. */
async function placeSignature(
  file: GrowingFile,
  request: SigningRequest,
  plan: SigningPlan,
  first: PreparedSignature,
  sha256: string,
): Promise<{ signature: Placed; incomplete: PenaError | null }> {
  let prepared = first;
  for (let attempt = 1; ; attempt += 1) {
    const { gap, room } = prepared;
    const digest = await file.appendWithGap(prepared.bytes, gap, DIGEST_OF[plan.algorithm]);
    enter(request, 'signing');
    const bare = await signDigest(request, plan, digest, sha256);
    const { token, incomplete } = await timestampOf(request, bare);
    const cms = cmsOf(bare, token);
    if (cms.length <= room) {
      await file.fillGap(contentsText(cms, gap.end - gap.start));
      const verified = request.key.verifies === true ? bare : undefined;
      return { signature: { prepared, cms, digest, verified }, incomplete };
    }
    if (attempt > 1) throw new PdfError('PDF_SIGNATURE_TOO_LARGE');
    const more = cms.length - room + SLACK;
    prepared = await prepareSignature(plan, request, roomForTimestamp(request) + more);
  }
}

/** Two tokens of one authority differ by some octets: serial number, time, signature. */
const SLACK = 1024;

async function timestampOf(
  request: SigningRequest,
  bare: BareSignature,
): Promise<{ token: Uint8Array | null; incomplete: PenaError | null }> {
  const { services, decide, signal } = request;
  if (levelOf(request) === 'B-B' || !services) return { token: null, incomplete: null };
  enter(request, 'stamping');
  try {
    return { token: await services.timestamp(imprintOf(bare), signal), incomplete: null };
  } catch (thrown) {
    const problem = toPenaError(thrown);
    if (problem.code === 'CANCELLED' || !(await decide?.keepIncomplete?.('B-B', problem)))
      throw thrown;
    return { token: null, incomplete: problem };
  }
}

function levelOf({ level = 'B-B', services }: SigningRequest): BaselineLevel {
  if (level !== 'B-B' && !services) throw new PenaError('INTERNAL');
  return level;
}

function roomForTimestamp(request: SigningRequest): number {
  return reaches(levelOf(request), 'B-T') ? (request.services?.timestampSize ?? 0) : 0;
}
