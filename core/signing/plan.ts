// Everything that can stand against signing is found here, before anything is written or asked.
import {
  algorithmFor,
  type Certificate,
  readCertificate,
  refusalToSign,
} from '../cms/certificate.ts';
import type { SignatureAlgorithm } from '../domain/signature-algorithm.ts';
import { PenaError } from '../domain/pena-error.ts';
import { certificationLevel } from '../pdf/certification.ts';
import { type FieldPlan, planField } from '../pdf/increment/field-plan.ts';
import { findPage, type Page } from '../pdf/pages.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import { PdfReader } from '../pdf/reader.ts';
import { type PlannedStamp, planStamp } from './plan-stamp.ts';
import type { SigningRequest } from './request.ts';

export interface SigningPlan {
  readonly reader: PdfReader;
  readonly certificate: Certificate;
  readonly algorithm: SignatureAlgorithm;
  readonly field: FieldPlan;
  /** The page of a new field's widget. */
  readonly page: Page;
  /** Null: nothing to be seen. */
  readonly stamp: PlannedStamp | null;
  /** The claimed time. */
  readonly time: Date;
}

/** @throws {PenaError} CERT_*, CMS_ALGORITHM_UNSUPPORTED, PDF_* */
export async function planSigning(request: SigningRequest): Promise<SigningPlan> {
  const { source, key, clock } = request;
  const time = clock.now();
  const certificate = readCertificate(key.certificate);
  const refusal = refusalToSign(certificate, time);
  if (refusal !== null) throw refusal;
  const reader = await PdfReader.open(source);
  if (reader.encrypted) throw new PdfError('PDF_ENCRYPTED');
  if ((await certificationLevel(reader)) === 1) throw new PdfError('PDF_CERTIFIED');
  const field = await planField(reader, request.field);
  const stamp = await planStamp(reader, request.stamp, field);
  if (request.signal?.aborted) throw new PenaError('CANCELLED');
  return {
    reader,
    certificate,
    algorithm: algorithmFor(certificate),
    field,
    page: stamp?.page ?? (await findPage(reader, 1)),
    stamp,
    time,
  };
}
