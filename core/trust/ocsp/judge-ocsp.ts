// Whether an OCSP answer may be relied on, and what it says of a certificate (RFC 6960 3.2, 4.2.2).
import { createHash } from 'node:crypto';
import { schemeOf } from '../../cms/algorithms.ts';
import { readWholeBer } from '../../cms/ber.ts';
import { equalBytes, hex, octetsOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import type { Extensions } from '../../cms/extensions.ts';
import { OID } from '../../cms/oids.ts';
import { fieldsOf, keyOctetsOf } from '../revocation/certificate-fields.ts';
import {
  currencyAt,
  type CurrencyRule,
  hashesOf,
  type RevocationJudgement,
  timeIn,
} from '../revocation/judgement.ts';
import { isIssuedBy, isSignedBy, type MayVerify } from '../signed-by.ts';
import { TrustError } from '../trust-error.ts';
import { namesCertificate } from './cert-id.ts';
import { isExemptResponder } from './exempt-responder.ts';
import { type OcspResponse, readOcspResponse, type SingleResponse } from './ocsp-response.ts';

export interface OcspCase extends OcspQuestion {
  /** DER of OCSPResponse or BasicOCSPResponse. */
  readonly response: Uint8Array;
}

export interface OcspQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** The time that `currency` is told for. */
  readonly at: Date;
  /** The question's; an answer may leave it out (RFC 5019 4), but must not carry another. */
  readonly nonce?: Uint8Array | null;
  /** Where a responder's certificate may also be found. */
  readonly others?: readonly Certificate[];
  /** Absent: the shipped policy's. */
  readonly rule?: CurrencyRule;
  /** Absent: always. */
  readonly mayVerify?: MayVerify;
}

export function judgeOcsp({ response, ...input }: OcspCase): RevocationJudgement {
  return orUnusable(() => judge(readOcspResponse(response), input));
}

/** The same of an answer that was read already: it may be asked about many certificates. */
export function judgeReadOcsp(response: OcspResponse, input: OcspQuestion): RevocationJudgement {
  return orUnusable(() => judge(response, input));
}

function orUnusable(judged: () => RevocationJudgement): RevocationJudgement {
  try {
    return judged();
  } catch (error) {
    if (error instanceof TrustError) return { usable: false, error };
    // The issuer's own fields, or an extension's value.
    if (error instanceof CmsError)
      return { usable: false, error: new TrustError('OCSP_MALFORMED') };
    throw error;
  }
}

function judge(response: OcspResponse, input: OcspQuestion): RevocationJudgement {
  const { certificate, issuer, at } = input;
  const signer = findSigner(response, input);
  checkNonce(response, input.nonce ?? null);
  const single = newestAbout(response, certificate, issuer);
  if (hasUnknownCritical(response.extensions) || hasUnknownCritical(single.extensions)) {
    throw new TrustError('OCSP_EXTENSION_UNSUPPORTED');
  }
  if (single.status === 'unknown') throw new TrustError('OCSP_CERTIFICATE_UNKNOWN');
  return {
    usable: true,
    source: 'ocsp',
    revocation: single.revocation,
    thisUpdate: single.thisUpdate,
    nextUpdate: single.nextUpdate,
    producedAt: response.producedAt,
    endedSince: timeIn(single.extensions.all.get(OID.ocspArchiveCutoff)?.value),
    currency: currencyAt(single, at, input.rule),
    signer,
    signerExempt: signer === issuer || isExemptResponder(signer),
    hashes: hashesOf(schemeOf(response.signatureAlgorithm)),
    evidence: [response.der],
  };
}

/** The issuer itself, or one whom it gave the right to answer (4.2.2.2); its signature is right. */
function findSigner(
  response: OcspResponse,
  { issuer, others = [], mayVerify }: OcspQuestion,
): Certificate {
  const candidates = [issuer, ...response.certificates, ...others].filter((one) =>
    isNamed(response, one),
  );
  const entitled = candidates.filter(
    (one) => one === issuer || isDelegate(one, issuer, response.producedAt, mayVerify),
  );
  const signer = entitled.find((one) => isSignedBy(response, one, mayVerify));
  if (signer !== undefined) return signer;
  throw new TrustError(
    entitled.length > 0 ? 'OCSP_SIGNATURE_WRONG' : 'OCSP_RESPONDER_UNAUTHORIZED',
  );
}

function isNamed({ responderName, responderKeyId }: OcspResponse, one: Certificate): boolean {
  if (responderName !== null) return responderName === one.subjectKey;
  return responderKeyId === hex(createHash('sha1').update(keyOctetsOf(one)).digest());
}

/** Directly from the same authority and key, for this purpose, and in force when it answered. */
function isDelegate(
  one: Certificate,
  issuer: Certificate,
  producedAt: Date,
  mayVerify: MayVerify | undefined,
): boolean {
  return (
    (one.extendedKeyUsage?.includes(OID.ocspSigning) ?? false) &&
    (one.keyUsage === null ||
      one.keyUsage.has('digitalSignature') ||
      one.keyUsage.has('nonRepudiation')) &&
    one.notBefore <= producedAt &&
    producedAt <= one.notAfter &&
    isIssuedBy(one, issuer, mayVerify)
  );
}

function checkNonce({ extensions }: OcspResponse, asked: Uint8Array | null): void {
  const value = extensions.all.get(OID.ocspNonce)?.value;
  if (asked === null || value === undefined) return;
  if (!equalBytes(octetsOf(readWholeBer(value)), asked))
    throw new TrustError('OCSP_NONCE_MISMATCH');
}

function newestAbout(
  { responses }: OcspResponse,
  certificate: Certificate,
  issuer: Certificate,
): SingleResponse {
  const serial = fieldsOf(certificate).serial.content;
  const [newest] = responses
    .filter(
      ({ certId }) =>
        equalBytes(certId.serial, serial) && namesCertificate(certId, certificate, issuer),
    )
    .sort((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
  if (newest === undefined) throw new TrustError('OCSP_CERTIFICATE_MISMATCH');
  return newest;
}

/** None of the extensions that RFC 6960 4.4 allows in answers narrows what they say, but for the nonce. */
function hasUnknownCritical({ all }: Extensions): boolean {
  return [...all].some(([oid, { critical }]) => critical && !KNOWN.has(oid));
}

/** Nonce, CRL reference, archive cut-off, extended revoked definition. */
const KNOWN: ReadonlySet<string> = new Set([2, 3, 6, 9].map((n) => `1.3.6.1.5.5.7.48.1.${n}`));
