// The validation report of ETSI TS 119 102-2 V1.4.1: one document for all files and their signatures.
import type { FileReport } from '../../../domain/report.ts';
import type { Verification } from '../verification.ts';
import { mainIndication, NAMESPACES, subIndication } from './names.ts';
import { type JudgedFile, signatureElement, signersDocument } from './signature-element.ts';
import { ValidationObjects } from './validation-objects.ts';
import { element, type Element, leaf, xmlDocument } from './xml.ts';

/** XML to be written as UTF-8. At least one file. */
export function etsiReport({ meta, files }: Verification): string {
  const objects = new ValidationObjects();
  const reports = files.flatMap((file) => {
    if (!isJudged(file)) return [unreadable(file)];
    if (file.signatures.length === 0) return [unsigned(file, objects)];
    return file.signatures.map((signature, place) =>
      signatureElement(file, place, signature, { meta, objects }),
    );
  });
  const validator = element(
    'vr:SignatureValidator',
    {},
    // A program on somebody's computer, not a service with a certificate.
    element('vr:DigitalId', {}, element('tsl:Other', {}, tool(meta), trustList(meta.trustDate))),
  );
  return xmlDocument(
    element('vr:ValidationReport', NAMESPACES, reports, objects.list(), validator),
  );
}

function isJudged(file: FileReport): file is JudgedFile {
  return file.sha256 !== null && file.error === null;
}

function tool({ tool: name, version, checkedAt }: Verification['meta']): Element {
  return element('p:Tool', { name, version, checkedAt });
}

function trustList(date: string | null): Element {
  return element('p:TrustList', date === null ? {} : { date });
}

/** The signed data could not be obtained at all (EN 319 102-1 table 5). */
function unreadable({ file, error }: FileReport): Element {
  return element(
    'vr:SignatureValidationReport',
    {},
    element(
      'vr:SignatureValidationStatus',
      {},
      leaf('vr:MainIndication', mainIndication('INDETERMINATE')),
      leaf('vr:SubIndication', subIndication('SIGNED_DATA_NOT_FOUND')),
    ),
    element(
      'vr:OtherInformation',
      {},
      element('p:Error', { file, ...(error === null ? {} : { code: error.code }) }),
    ),
  );
}

function unsigned(file: JudgedFile, objects: ValidationObjects): Element {
  return element(
    'vr:SignatureValidationReport',
    {},
    signersDocument(file, objects),
    element(
      'vr:SignatureValidationStatus',
      {},
      leaf('vr:MainIndication', mainIndication('NO_SIGNATURE')),
    ),
  );
}
