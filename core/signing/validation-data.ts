// Gathers what proves signatures later and puts it into the document (ETSI EN 319 142-1 5.4.2, 6.3).
import { onlySigner } from '../cms/verify-signer.ts';
import { type Certificate } from '../cms/certificate.ts';
import { OID } from '../cms/oids.ts';
import { readSignedData, type SignedData } from '../cms/signed-data-reader.ts';
import { identifies } from '../cms/signer-info.ts';
import { Increment } from '../pdf/increment/increment.ts';
import {
  extendSecurityStore,
  type SignatureValidationData,
} from '../pdf/increment/document-security-store.ts';
import { PdfReader } from '../pdf/reader.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { SignatureValue } from '../pdf/signature-value.ts';
import type { GrowingFile } from './growing-file.ts';
import type { CollectedProof, ProofServices } from './proof-services.ts';

export interface ValidationDataRequest {
  readonly services: ProofServices;
  readonly password: Uint8Array | undefined;
  /** Which signatures, by field; null: all. */
  readonly field: string | null;
  readonly time: Date;
  readonly signal: AbortSignal | undefined;
}

/**
 * Adds an increment with a security store for the signatures and for the time stamps in and on them.
 * @returns what could not be had
 * @throws {PenaError} PDF_*, CMS_MALFORMED for a signature that cannot be read
 */
export async function addValidationData(
  file: GrowingFile,
  { services, password, field, time, signal }: ValidationDataRequest,
): Promise<CollectedProof['missing']> {
  const reader = await PdfReader.open(file, { password });
  const { signatures } = await inventory(reader);
  const wanted = signatures.filter(({ fieldName }) => field === null || fieldName === field);
  const stored: SignatureValidationData[] = [];
  const missing: CollectedProof['missing'][number][] = [];
  for (const { contents } of wanted) {
    const { signers, others } = signersOf(contents);
    const proof = await services.collect(signers, others, signal);
    stored.push({ ...proof, contents });
    missing.push(...proof.missing);
  }
  const increment = new Increment(reader);
  if (await extendSecurityStore(reader, increment, stored, time)) {
    await file.append((await increment.build()).bytes);
  }
  return missing;
}

/** Whether the signature carries a time stamp of its own. */
export function hasTimestamp({ contents, type }: SignatureValue): boolean {
  if (type === 'docTimeStamp') return true;
  return onlySigner(readSignedData(contents).signers).unsignedAttributes.has(
    OID.signatureTimeStampToken,
  );
}

/** The certificates that signed: the signer's, and those of its time stamps; and all that came along. */
function signersOf(contents: Uint8Array): { signers: Uint8Array[]; others: Uint8Array[] } {
  const signature = readSignedData(contents);
  const { unsignedAttributes } = onlySigner(signature.signers);
  const tokens = (unsignedAttributes.get(OID.signatureTimeStampToken) ?? []).map(({ bytes }) =>
    readSignedData(bytes),
  );
  const all = [signature, ...tokens];
  return {
    signers: all.flatMap((one) => signerCertificate(one)?.der ?? []),
    others: all.flatMap(({ certificates }) => certificates.map(({ der }) => der)),
  };
}

function signerCertificate({ signers, certificates }: SignedData): Certificate | undefined {
  const { identifier } = onlySigner(signers);
  return certificates.find((certificate) => identifies(identifier, certificate));
}
