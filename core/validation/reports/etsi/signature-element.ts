// One signature's validation report (TS 119 102-2 4.3), its elements in the order of the schema.
import { commonName } from '../../../domain/common-name.ts';
import type { FileReport, SignatureReport } from '../../../domain/report.ts';
import type { ReportMeta } from '../verification.ts';
import { signatureAttributes } from './attributes.ts';
import { constraintsReport, typed } from './constraints.ts';
import {
  mainIndication,
  ownUri,
  POE_BY_VALIDATION,
  PROCESS_LTA,
  revocationReason,
  subIndication,
} from './names.ts';
import { digestOf, hashed, reference, type ValidationObjects } from './validation-objects.ts';
import { element, type Element, leaf } from './xml.ts';

export type JudgedFile = FileReport & { readonly sha256: string };

/** @param place of the signature in the file, counted from 0 */
export function signatureElement(
  file: JudgedFile,
  place: number,
  signature: SignatureReport,
  { meta, objects }: { readonly meta: ReportMeta; readonly objects: ValidationObjects },
): Element {
  const id = `S-${hashed(file.sha256, String(place), signature.field)}`;
  const { signer, level, issuedUnder } = signature;
  const quality = [
    ownUri('level', level),
    ...(issuedUnder === null ? [] : [ownUri('issuedUnder', issuedUnder)]),
  ];
  return element(
    'vr:SignatureValidationReport',
    {},
    identifier(id, signature.field),
    constraintsReport({ ...signature, policy: file.policy }),
    timeInfo(signature, meta, objects, id),
    signersDocument(file, objects),
    signatureAttributes(signature, objects, id),
    signer === null
      ? null
      : element(
          'vr:SignerInformation',
          {},
          reference('vr:SignerCertificate', objects.certificate(signer.sha256)),
          leaf('vr:Signer', commonName(signer.subject)),
        ),
    element(
      'vr:SignatureQuality',
      {},
      quality.map((uri) => leaf('vr:SignatureQualityInformation', uri)),
    ),
    element(
      'vr:SignatureValidationProcess',
      {},
      leaf('vr:SignatureValidationProcessID', PROCESS_LTA),
    ),
    status(signature, objects),
  );
}

/** The field's name tells people which one it is; no digest is made of the value or of the data alone. */
function identifier(id: string, field: string): Element {
  return element(
    'vr:SignatureIdentifier',
    { id },
    leaf('vr:HashOnly', 'false'),
    leaf('vr:DocHashOnly', 'false'),
    leaf('vr:DAIdentifier', field),
  );
}

/** Without a proof of an earlier time, the signature is known to exist since it was judged (5.6.2.3 of EN 319 102-1). */
function timeInfo(
  { bestTime, timestamps }: SignatureReport,
  { checkedAt, judgedFor }: ReportMeta,
  objects: ValidationObjects,
  owner: string,
): Element {
  const judged = judgedFor ?? checkedAt;
  const proof = timestamps.find(({ time }) => time === bestTime);
  const best = element(
    'vr:BestSignatureTime',
    {},
    leaf('vr:POETime', bestTime ?? judged),
    leaf('vr:TypeOfProof', POE_BY_VALIDATION),
    proof === undefined ? null : reference('vr:POEObject', objects.timestamp(proof, owner)),
  );
  return element('vr:ValidationTimeInfo', {}, leaf('vr:ValidationTime', judged), best);
}

/** The file as it was judged; which part of it is signed, the byte range among the attributes says. */
export function signersDocument(file: JudgedFile, objects: ValidationObjects): Element {
  return element(
    'vr:SignersDocument',
    {},
    digestOf(file.sha256),
    reference('vr:SignersDocumentRef', objects.file(file)),
  );
}

function status(signature: SignatureReport, objects: ValidationObjects): Element {
  const { indication, subIndication: sub } = signature;
  return element(
    'vr:SignatureValidationStatus',
    {},
    leaf('vr:MainIndication', mainIndication(indication)),
    sub === null ? null : leaf('vr:SubIndication', subIndication(sub)),
    element(
      'vr:AssociatedValidationReportData',
      {},
      ...chainElements(signature, objects),
      revocationElement(signature, objects),
      furtherData(signature),
    ),
  );
}

function chainElements(
  { chain, trustAnchor }: SignatureReport,
  objects: ValidationObjects,
): (Element | null)[] {
  const [signing, ...others] = chain;
  if (signing === undefined) return [];
  const anchor = trustAnchor === null ? null : objects.certificate(trustAnchor);
  const between = others.filter((sha256) => sha256 !== trustAnchor);
  return [
    anchor === null ? null : reference('vr:TrustAnchor', anchor),
    element(
      'vr:CertificateChain',
      {},
      reference('vr:SigningCertificate', objects.certificate(signing)),
      between.map((sha256) => reference('vr:IntermediateCertificate', objects.certificate(sha256))),
      anchor === null ? null : reference('vr:TrustAnchor', anchor),
    ),
  ];
}

function revocationElement(
  { signer, revocation, reasons }: SignatureReport,
  objects: ValidationObjects,
): Element | null {
  if (signer === null || revocation.revokedAt === null) return null;
  // Of an authority that was revoked, a report knows the name only: no object to point at.
  const own = commonName(signer.subject);
  const told = reasons.find(({ code }) => code.endsWith('_REVOKED') || code === 'REVOKED_LATER');
  if (told?.code === 'AUTHORITY_REVOKED' || (told?.params['name'] ?? own) !== own) return null;
  const reason = revocationReason(revocation.reason);
  return element(
    'vr:RevocationStatusInformation',
    {},
    reference('vr:ValidationObjectId', objects.certificate(signer.sha256)),
    leaf('vr:RevocationTime', revocation.revokedAt),
    reason === null ? null : leaf('vr:RevocationReason', reason),
  );
}

/** What PDF adds to a signature: how much it covers, and what came after. */
function furtherData({ coverage, modification, docMdp, revision }: SignatureReport): Element {
  const data: [string, string | number | null][] = [
    ['coverage', coverage],
    ['modification', modification],
    ['revision', revision],
    ['docMdp', docMdp === null ? null : `P=${String(docMdp.level)}`],
  ];
  return element(
    'vr:AdditionalValidationReportData',
    {},
    data.map(([type, value]) => (value === null ? null : typed('vr:ReportData', type, value))),
  );
}
