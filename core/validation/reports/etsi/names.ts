// Namespaces and URIs of the validation report (ETSI TS 119 102-2 V1.4.1, 4.3 and annex B).
import type { Indication, SubIndication, Verdict } from '../../../domain/indication.ts';

export const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:vr': 'http://uri.etsi.org/19102/v1.4.1#',
  'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#',
  'xmlns:XAdES': 'http://uri.etsi.org/01903/v1.3.2#',
  'xmlns:tsl': 'http://uri.etsi.org/02231/v2#',
  // Ours, inside the elements that the schema leaves open.
  'xmlns:p': 'urn:x-pena:report:1',
};

export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

const INDICATIONS: Readonly<Record<Verdict, string>> = {
  TOTAL_PASSED: 'urn:etsi:019102:mainindication:total-passed',
  INDETERMINATE: 'urn:etsi:019102:mainindication:indeterminate',
  TOTAL_FAILED: 'urn:etsi:019102:mainindication:total-failed',
  // The specification knows reports on signatures only; this is what DSS writes of none.
  NO_SIGNATURE: 'urn:cef:dss:mainindication:noSignatureFound',
};

/** Of a whole signature. */
export function mainIndication(verdict: Verdict): string {
  return INDICATIONS[verdict];
}

/** Of one constraint: passed and failed are not total there (4.3.4.2). */
export function constraintIndication(indication: Indication): string {
  return mainIndication(indication).replace(':total-', ':');
}

export function subIndication(name: SubIndication): string {
  return `urn:etsi:019102:subindication:${name}`;
}

/** The reasons that 4.3.12.6.2 lists; others cannot be told. */
const REVOCATION_REASONS = [
  ...['unspecified', 'keyCompromise', 'cACompromise', 'affiliationChanged', 'superseded'],
  ...['cessationOfOperation', 'certificateHold', 'privilegeWithdrawn'],
];

export function revocationReason(name: string | null): string | null {
  return name !== null && REVOCATION_REASONS.includes(name)
    ? `urn:etsi:019102:revocationReason:${name}`
    : null;
}

export function objectType(name: 'certificate' | 'timestamp' | 'signedData'): string {
  return `urn:etsi:019102:validationObject:${name}`;
}

/** Proofs of existence that the validation itself found (4.3.7). */
export const POE_BY_VALIDATION = 'urn:etsi:019102:poetype:validation';
export const CONSTRAINT_APPLIED = 'urn:etsi:019102:constraintStatus:applied';
/** EN 319 102-1 5.6: what is always carried out here, as far as a signature has the material. */
export const PROCESS_LTA = 'urn:etsi:019102:validationprocess:LTA';

/** A name of ours where a URI is asked for. */
export function ownUri(...parts: readonly string[]): string {
  return `urn:x-pena:${parts.map((part) => encodeURIComponent(part)).join(':')}`;
}
