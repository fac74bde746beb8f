// Signs a PDF: plan, copy and digest, CMS, check, write (ETSI EN 319 142-1; ISO 32000-2 12.8).
import { buildSignedAttributes } from '../cms/signed-attributes.ts';
import { buildSignedData } from '../cms/signed-data.ts';
import { PenaError } from '../domain/pena-error.ts';
import { DIGEST_OF } from '../domain/signature-algorithm.ts';
import { contentsText } from '../pdf/increment/signature-dictionary.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import { checkResult } from './check-result.ts';
import { GrowingFile } from './growing-file.ts';
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
    const result = await signInto(output, request, plan, prepared);
    enter(request, 'writing');
    await output.commit();
    return result;
  } catch (thrown) {
    await output.abort();
    throw thrown;
  }
}

async function signInto(
  output: AtomicOutput,
  request: SigningRequest,
  plan: SigningPlan,
  prepared: PreparedSignature,
): Promise<SigningResult> {
  const { source, signal, onProgress } = request;
  const hash = DIGEST_OF[plan.algorithm];
  const file = await GrowingFile.copyOf({
    ...{ source, output, hashes: [hash], signal },
    onBytes: (done) => onProgress?.({ phase: 'copying', done, total: source.size }),
  });
  const documentSha256 = file.sha256();
  const { gap } = prepared;
  const digest = await file.appendWithGap(prepared.bytes, gap, hash);
  enter(request, 'signing');
  const cms = await makeCms(request, plan, digest, documentSha256);
  if (cms.length > prepared.room) throw new PdfError('PDF_SIGNATURE_TOO_LARGE');
  await file.fillGap(contentsText(cms, gap.end - gap.start));
  enter(request, 'checking');
  const field = plan.field.name;
  await checkResult({ file, field, prepared, cms, digest });
  return { field, size: file.size, documentSha256 };
}

async function makeCms(
  { key, name }: SigningRequest,
  { algorithm, certificate }: SigningPlan,
  digest: Uint8Array,
  sha256: string,
): Promise<Uint8Array> {
  const signedAttributes = buildSignedAttributes({
    ...{ digest, digestAlgorithm: DIGEST_OF[algorithm], certificate: certificate.der },
  });
  const purpose = { documents: [{ name, sha256 }] };
  const signature = await key.sign(signedAttributes, algorithm, purpose);
  return buildSignedData({
    ...{ algorithm, certificate: certificate.der, chain: key.chain, signedAttributes, signature },
  });
}

/** Between two phases is where a cancellation is heard. */
function enter({ signal, onProgress }: SigningRequest, phase: SigningPhase): void {
  if (signal?.aborted) throw new PenaError('CANCELLED');
  onProgress?.({ phase, done: 0, total: 0 });
}
