// Everything that can stand against signing is found here, before anything is written or asked.
import {
  algorithmFor,
  type Certificate,
  readCertificate,
  refusalToSign,
} from '../cms/certificate.ts';
import { carriesRevocation } from '../cms/signed-attributes.ts';
import { DIGEST_OF, type SignatureAlgorithm } from '../domain/signature-algorithm.ts';
import { reaches } from '../domain/signature-level.ts';
import { PenaError } from '../domain/pena-error.ts';
import type { StampFonts } from '../pdf/appearance/stamp-content.ts';
import { type FieldPlan, planField } from '../pdf/increment/field-plan.ts';
import { openKnown } from '../pdf/known-readers.ts';
import { findPage, type Page } from '../pdf/pages.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import { type FieldLock, readFieldLock } from '../pdf/permissions/field-lock.ts';
import { honourSeedValue, type SignatureIntent } from '../pdf/permissions/seed-value.ts';
import { certificationLevel } from '../pdf/permissions/certification.ts';
import { allowSigning, isSigned } from '../pdf/permissions/signing-allowed.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { planFooter, type PlannedFooter } from './footer/footer.ts';
import { type PlannedStamp, planStamp } from './plan-stamp.ts';
import type { SigningRequest } from './request.ts';
import { formOf, type SignatureForm } from './signature-format.ts';
import { outOfTurn } from './workflow/turns.ts';

export interface SigningPlan {
  readonly reader: PdfReader;
  readonly certificate: Certificate;
  readonly algorithm: SignatureAlgorithm;
  readonly form: SignatureForm;
  /** Whether the document bears a signature already. */
  readonly signed: boolean;
  readonly field: FieldPlan;
  /** The page of a new field's widget. */
  readonly page: Page;
  /** Null: nothing to be seen. */
  readonly stamp: PlannedStamp | null;
  /** Null: none asked for, or none to be added to a signed document. */
  readonly footer: PlannedFooter | null;
  /** The letters of practice mode's mark, which every page gets; null: none does. */
  readonly watermark: StampFonts | null;
  /** What this signature locks: as asked, else as the field's author wants it. */
  readonly lock: FieldLock | null;
  /** The claimed time. */
  readonly time: Date;
}

/**
 * @param opened the source, where it has been opened before
 * @throws {PenaError} CERT_*, CERTIFICATE_*, CMS_ALGORITHM_UNSUPPORTED, PDF_*
 */
export async function planSigning(
  request: SigningRequest,
  opened: PdfReader | null = null,
): Promise<SigningPlan> {
  const { source, key, clock } = request;
  const time = clock.now();
  const certificate = readCertificate(key.certificate);
  const refusal = refusalToSign(certificate, time, request.practice !== undefined);
  if (refusal !== null) throw refusal;
  await refuseReportedLost(request, certificate);
  const reader = opened ?? (await openKnown(source, { password: request.password }));
  const field = await planField(reader, request.field);
  const { createFields, fillFields } = reader.permissions;
  if (!(field.kind === 'new' ? createFields : fillFields)) {
    throw new PdfError('PDF_PERMISSION_DENIED');
  }
  await allowSigning(reader, field.name);
  await keepTurn(reader, request);
  const signed = await isSigned(reader);
  // A file of several sections may have been signed before, and show nothing of it any more.
  if (
    (signed || reader.links.length > 1) &&
    (await request.unexplainedChanges?.(reader, source)) &&
    !(await request.decide?.signChanged?.())
  ) {
    throw new PdfError('PDF_CHANGED_AFTER_SIGNING');
  }
  if (request.certification !== undefined && signed) {
    throw new PdfError('PDF_ALREADY_SIGNED');
  }
  // A new picture on a certified page is what an attacker would add (12.8.2.2): verifiers refuse it.
  if (
    request.stamp !== null &&
    field.kind === 'new' &&
    (await certificationLevel(reader)) !== null
  ) {
    throw new PdfError('PDF_CERTIFIED_STAMP');
  }
  if (field.kind === 'existing') {
    await honourSeedValue(reader, field.field.dict, intentOf(request, certificate));
  }
  const stamp =
    request.stamp === null
      ? null
      : await planStamp(reader, source, request.stamp, field, request.drawnPlaces);
  const watermark =
    request.practice !== undefined && (await needsWatermark(reader, signed, request.practice))
      ? request.practice
      : null;
  const footer = request.footer ? await planFooter(reader, source, request.footer) : null;
  if (request.signal?.aborted) throw new PenaError('CANCELLED');
  return {
    reader,
    certificate,
    algorithm: algorithmFor(certificate, request.algorithm),
    form: formOf(request.format, request.revocation),
    signed,
    field,
    page: stamp?.page ?? (await findPage(reader, 1)),
    stamp,
    ...{ footer, watermark },
    lock: request.lock ?? (await lockOfField(reader, field)),
    time,
  };
}

/** Whoever has the lost token must not sign with this program, whatever the authority knows yet. */
async function refuseReportedLost(
  { reportedLostSince }: SigningRequest,
  { sha256, commonName: name }: Certificate,
): Promise<void> {
  const since = (await reportedLostSince?.(sha256)) ?? null;
  if (since !== null) throw new PenaError('CERTIFICATE_REPORTED_LOST', { name, since });
}

/**
 * Under a signature no byte may change: what is signed already must bear the mark already.
 * @throws {PenaError} PRACTICE_SIGNED_ALREADY, PDF_PERMISSION_DENIED
 */
async function needsWatermark(
  reader: PdfReader,
  signed: boolean,
  fonts: StampFonts,
): Promise<boolean> {
  if (!signed) {
    if (!reader.permissions.createFields) throw new PdfError('PDF_PERMISSION_DENIED');
    return true;
  }
  const { isWatermarked } = await import('./practice/watermark.ts');
  if (!(await isWatermarked(reader, fonts))) throw new PenaError('PRACTICE_SIGNED_ALREADY');
  return false;
}

async function keepTurn(reader: PdfReader, { field, decide }: SigningRequest): Promise<void> {
  const problem = await outOfTurn(reader, field);
  if (problem !== null && !(await decide?.signOutOfTurn?.(problem))) throw problem;
}

async function lockOfField(reader: PdfReader, field: FieldPlan): Promise<FieldLock | null> {
  return field.kind === 'existing' ? readFieldLock(reader, field.field.dict.get('Lock')) : null;
}

/** What the field's author may have asked of this signature. */
function intentOf(request: SigningRequest, certificate: Certificate): SignatureIntent {
  const digest = DIGEST_OF[algorithmFor(certificate, request.algorithm)];
  const { subFilter, attributes } = formOf(request.format, request.revocation);
  return {
    filter: 'Adobe.PPKLite',
    subFilter,
    digestMethod: digest.toUpperCase(),
    reason: request.reason,
    certificate: certificate.der,
    issuers: request.key.chain,
    timestamped: reaches(request.level ?? 'B-B', 'B-T'),
    revocationIncluded: carriesRevocation(attributes),
    certification: request.certification ?? 0,
  };
}
