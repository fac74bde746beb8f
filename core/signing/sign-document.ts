// Signs a PDF: plan, copy and digest, CMS, check, write (ETSI EN 319 142-1; ISO 32000-2 12.8).
import { buildSignedAttributes } from '../cms/signed-attributes.ts';
import { buildSignedData } from '../cms/signed-data.ts';
import { PenaError } from '../domain/pena-error.ts';
import { DIGEST_OF } from '../domain/signature-algorithm.ts';
import { contentsText } from '../pdf/increment/signature-dictionary.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import { checkResult } from './check-result.ts';
import { copyAndDigest, type Digests } from './copy-and-digest.ts';
import { planSigning, type SigningPlan } from './plan.ts';
import { prepareSignature, type PreparedSignature } from './prepare.ts';
import type { SigningPhase, SigningRequest, SigningResult } from './request.ts';

/**
 * Signs into a new file that appears whole or not at all; the original is only read.
 * @throws {PenaError} PDF_*, STAMP_*, CERT_*, CMS_*, TOKEN_*, P12_*, FILE_*, CANCELLED
 */
export async function signDocument(request: SigningRequest): Promise<SigningResult> {
  enter(request, 'preparing');
  const plan = await planSigning(request);
  const prepared = await prepareSignature(plan, request);
  const output = await request.openOutput();
  try {
    const digests = await copy(request, plan, prepared, output);
    const cms = await makeCms(request, plan, digests);
    if (cms.length > prepared.room) throw new PdfError('PDF_SIGNATURE_TOO_LARGE');
    const { gap } = prepared;
    await output.patch(gap.start, contentsText(cms, gap.end - gap.start));
    enter(request, 'checking');
    const size = request.source.size + prepared.bytes.length;
    const field = plan.field.name;
    await checkResult({ output, size, field, prepared, cms, digest: digests.range });
    enter(request, 'writing');
    await output.commit();
    return { field, size, documentSha256: digests.documentSha256 };
  } catch (thrown) {
    await output.abort();
    throw thrown;
  }
}

function copy(
  { source, signal, onProgress }: SigningRequest,
  { algorithm }: SigningPlan,
  { bytes, gap }: PreparedSignature,
  output: AtomicOutput,
): Promise<Digests> {
  return copyAndDigest({
    ...{ source, output, increment: bytes, gap, hash: DIGEST_OF[algorithm], signal },
    onBytes: (done) => onProgress?.({ phase: 'copying', done, total: source.size }),
  });
}

async function makeCms(
  request: SigningRequest,
  { algorithm, certificate }: SigningPlan,
  { range, documentSha256 }: Digests,
): Promise<Uint8Array> {
  enter(request, 'signing');
  const signedAttributes = buildSignedAttributes({
    digest: range,
    digestAlgorithm: DIGEST_OF[algorithm],
    certificate: certificate.der,
  });
  const purpose = { documents: [{ name: request.name, sha256: documentSha256 }] };
  const signature = await request.key.sign(signedAttributes, algorithm, purpose);
  const { chain } = request.key;
  return buildSignedData({
    ...{ algorithm, certificate: certificate.der, chain, signedAttributes, signature },
  });
}

/** Between two phases is where a cancellation is heard. */
function enter({ signal, onProgress }: SigningRequest, phase: SigningPhase): void {
  if (signal?.aborted) throw new PenaError('CANCELLED');
  onProgress?.({ phase, done: 0, total: 0 });
}
