// What a document host does for the verify view: a verdict, where a signed revision ends, a report as a file.
import type { FileReport } from '../../core/domain/report.ts';
import { unjudged } from '../../core/domain/unjudged.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import { acknowledgerOf } from '../../core/lifecycle/acknowledgement/acknowledger.ts';
import { examine, suspectOf } from '../../core/lifecycle/doubt/examine.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { OpenOptions } from '../../core/pdf/reader.ts';
import { judgeByteRange } from '../../core/validation/byte-range.ts';
import { etsiReport } from '../../core/validation/reports/etsi/etsi-report.ts';
import { jsonReport } from '../../core/validation/reports/json-report.ts';
import { pdfReport } from '../../core/validation/reports/pdf/pdf-report.ts';
import { verification } from '../../core/validation/reports/verification.ts';
import { openSigned } from '../../core/validation/open-signed.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { shippedTrustList } from '../../native/files/trust-list.ts';
import { OPERATIONS, type AnswerOf, type RequestOf } from './document-protocol.ts';
import type { ReportedFile } from './protocol-shapes.ts';
import { verifyingServices } from './outside-services.ts';

/** A document, with its password where it is encrypted. */
interface Opened extends OpenOptions {
  readonly source: ByteSource;
}

export async function validate(
  { source, password }: Opened,
  { outside, offline, now, cache }: RequestOf<'validate'>,
): Promise<AnswerOf<'validate'>> {
  const report = await validateDocument(source, {
    ...{
      password,
      anchors: outside.anchors,
      trust: await shippedTrustList(outside.office),
      at: null,
      now,
    },
    online: offline ? null : verifyingServices(outside, cache),
  });
  return OPERATIONS.validate.answer.parse(report);
}

/** For the search of documents in doubt. @throws {PenaError} PDF_*, CMS_MALFORMED, CERT_MALFORMED */
export async function examineFor(
  { source, password }: Opened,
  { outside, now, certificate, serial }: RequestOf<'examine'>,
): Promise<AnswerOf<'examine'>> {
  const trust = await shippedTrustList(outside.office);
  const order = { password, anchors: outside.anchors, trust, at: null, now, online: null };
  const found = await examine(source, suspectOf(certificate, serial), order);
  return OPERATIONS.examine.answer.parse({ found });
}

/** Asks on the network whether certificates are revoked. @throws {PenaError} PAPER_*, PDF_*, CMS_MALFORMED */
export async function acknowledgerFor(
  source: ByteSource,
  { outside, now, asked, certificate, serial, names }: RequestOf<'acknowledger'>,
): Promise<AnswerOf<'acknowledger'>> {
  if (source.size > REPORT_LIMITS.paperBytes) throw new PenaError('PAPER_TOO_LARGE');
  const options = {
    ...{ anchors: outside.anchors, trust: await shippedTrustList(outside.office), at: null, now },
    online: verifyingServices(outside, null),
  };
  const answered = await source.read(0, source.size);
  const by = await acknowledgerOf(asked, answered, { certificate, serial, names }, options);
  return OPERATIONS.acknowledger.answer.parse(by);
}

/** @param number counted from 0 in the report's order. @throws {PenaError} SIGNATURE_*, PDF_* */
export async function signedEnd(
  { source, password }: Opened,
  number: number,
): Promise<AnswerOf<'signed-end'>> {
  const { signatures, revisionEnds } = (await openSigned(source, { password })).signatures;
  const signature = signatures[number];
  if (signature === undefined) {
    throw new PenaError('SIGNATURE_NOT_FOUND', { number: number + 1, count: signatures.length });
  }
  const { range, coverage } = await judgeByteRange(signature, source, new Set(revisionEnds));
  if (range === null || coverage === 'PARTIAL') {
    throw new PenaError('SIGNATURE_RANGE_INVALID', { field: signature.fieldName });
  }
  return { end: range.secondEnd };
}

function fileReport({ file, report, problem }: ReportedFile): FileReport {
  return report === null
    ? unjudged(file, problem ?? { code: 'INTERNAL', params: {} })
    : { file, ...report, error: null };
}

export async function writeReport({
  checkedAt,
  files,
  format,
  language,
  zone,
  version,
}: RequestOf<'report'>): Promise<AnswerOf<'report'>> {
  const whole = verification(files.map(fileReport), {
    version,
    checkedAt: new Date(checkedAt),
    at: null,
  });
  const reader = { language, zone };
  switch (format) {
    case 'pdf':
      // A copy of its own memory: pdf-lib may hand out part of a larger buffer.
      return { bytes: new Uint8Array(await pdfReport(whole, reader, await loadFonts())) };
    case 'xml':
      return { bytes: new TextEncoder().encode(etsiReport(whole)) };
    case 'json':
      return { bytes: new TextEncoder().encode(jsonReport(whole, reader)) };
  }
}
