// A sealed batch: one person prepares it, another one signs it. Two lines of JSON: the manifest, with the
// digest of every file, and the seal, a SHA-256 over the manifest's bytes, signed where the one who
// prepared it has a key (a detached CMS over the same bytes: `openssl cms -verify` reads it).
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { algorithmFor, readCertificate } from '../../cms/certificate.ts';
import { buildSignedAttributes, PADES_ATTRIBUTES } from '../../cms/signed-attributes.ts';
import { buildSignedData } from '../../cms/signed-data.ts';
import { readSignedData } from '../../cms/signed-data-reader.ts';
import { contentHashOf, onlySigner, verifySigner } from '../../cms/verify-signer.ts';
import { verifySignedData } from '../../cms/verify.ts';
import { batchPlan, type BatchPlan } from '../../domain/batch.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { DIGEST_OF } from '../../domain/signature-algorithm.ts';
import type { SigningKey } from '../../ports/token.ts';
import { planDigest } from './plan.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const manifest = z.strictObject({
  format: z.literal('pena-batch-1'),
  /** ISO 8601, UTC; as the preparer's computer had it. */
  sealedAt: z.iso.datetime(),
  planSha256: sha256,
  plan: batchPlan,
  /** In the order of the plan's files. */
  inputs: z.array(sha256),
});
const seal = z.strictObject({
  sha256,
  signature: z.base64().max(200_000).nullable(),
});

export interface SealedBatch {
  readonly plan: BatchPlan;
  /** SHA-256 of each of the plan's files, in their order. */
  readonly inputs: readonly string[];
  readonly sealedAt: Date;
  /** The seal. */
  readonly sha256: string;
  /** Who sealed it, by the signature on it; null where it is not signed. Trust is another question. */
  readonly sealedBy: { readonly name: string; readonly certificateSha256: string } | null;
}

export interface SealInput {
  readonly plan: BatchPlan;
  readonly inputs: readonly string[];
  readonly now: Date;
  /** Of the one who prepares it; null: not signed. */
  readonly key: SigningKey | null;
}

/** The content of a .penabatch file. @throws {PenaError} TOKEN_*, P12_*, CANCELLED */
export async function sealBatch({ plan, inputs, now, key }: SealInput): Promise<{
  readonly text: string;
  readonly sha256: string;
}> {
  if (inputs.length !== plan.files.length) throw new PenaError('INTERNAL');
  const line = JSON.stringify({
    ...{ format: 'pena-batch-1', sealedAt: now.toISOString(), planSha256: planDigest(plan) },
    ...{ plan: batchPlan.parse(plan), inputs },
  });
  const digest = digestOf(line, 'sha256').toString('hex');
  const signature = key === null ? null : await signLine(line, digest, inputs.length, key);
  return { text: `${line}\n${JSON.stringify({ sha256: digest, signature })}\n`, sha256: digest };
}

async function signLine(
  line: string,
  sha: string,
  count: number,
  key: SigningKey,
): Promise<string> {
  const certificate = readCertificate(key.certificate);
  const algorithm = algorithmFor(certificate);
  const digestAlgorithm = DIGEST_OF[algorithm];
  const signedAttributes = buildSignedAttributes(
    { digest: digestOf(line, digestAlgorithm), digestAlgorithm, certificate: certificate.der },
    PADES_ATTRIBUTES,
  );
  const purpose = { documents: [{ name: `${String(count)} × PDF`, sha256: sha }] };
  const signature = await key.sign(signedAttributes, algorithm, purpose);
  const { chain } = key;
  const cms = buildSignedData({
    ...{ algorithm, certificate: certificate.der, chain, signedAttributes, signature },
  });
  return Buffer.from(cms).toString('base64');
}

/** @throws {PenaError} SEAL_INVALID */
export function openSealed(text: string): SealedBatch {
  const [first = '', second = '', end, ...more] = text.split('\n');
  const sealed = seal.safeParse(json(second));
  const content = manifest.safeParse(json(first));
  if (!sealed.success || !content.success || end !== '' || more.length > 0) throw invalid();
  const { plan, inputs, planSha256, sealedAt } = content.data;
  const whole =
    digestOf(first, 'sha256').toString('hex') === sealed.data.sha256 &&
    planSha256 === planDigest(plan) &&
    inputs.length === plan.files.length;
  if (!whole) throw invalid();
  const { signature } = sealed.data;
  return {
    ...{ plan, inputs, sealedAt: new Date(sealedAt), sha256: sealed.data.sha256 },
    sealedBy: signature === null ? null : signerOf(first, Buffer.from(signature, 'base64')),
  };
}

function signerOf(line: string, cms: Uint8Array): SealedBatch['sealedBy'] {
  try {
    const { signers, contentType, certificates } = readSignedData(cms);
    const signer = onlySigner(signers);
    const name = contentHashOf(signer);
    if (name === null) throw invalid();
    const contentDigest = digestOf(line, name);
    const { certificate } = verifySigner({ signer, contentType, certificates, contentDigest });
    if (certificate === null || !verifySignedData(cms, contentDigest).ok) throw invalid();
    return { name: certificate.commonName, certificateSha256: certificate.sha256 };
  } catch (thrown) {
    throw thrown instanceof PenaError ? invalid() : thrown;
  }
}

function digestOf(line: string, name: string): Buffer {
  return createHash(name).update(line).digest();
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalid(): PenaError {
  return new PenaError('SEAL_INVALID');
}
