// What CRLs say of a certificate (RFC 5280 6.3.3): complete, delta and indirect ones, and by reasons.
import { schemeOf } from '../../cms/algorithms.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import {
  currencyAt,
  type CurrencyRule,
  hashesOf,
  type Revocation,
  type RevocationJudgement,
} from '../revocation/judgement.ts';
import { isIssuedBy, isSignedBy, type MayVerify } from '../signed-by.ts';
import { TrustError } from '../trust-error.ts';
import type { CertificateList } from './certificate-list.ts';
import { completes, coveredReasons, pointsOf } from './crl-scope.ts';
import { ALL_REASONS } from './distribution-point.ts';
import { findEntry } from './find-entry.ts';

export interface CrlCase {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly crls: readonly CertificateList[];
  /** The time that `currency` is told for; lists that hold at it come first. */
  readonly at: Date;
  /** Where the certificate of another CRL issuer may be found. */
  readonly others?: readonly Certificate[];
  /**
   * Whether a CRL issuer that is not `issuer` is valid under the same anchor (6.3.3 f).
   * Without it, only one that `issuer` itself issued.
   */
  readonly accepts?: (crlIssuer: Certificate, list: CertificateList) => boolean;
  /** Absent: the shipped policy's. */
  readonly rule?: CurrencyRule;
  /** Absent: always. */
  readonly mayVerify?: MayVerify;
}

/** A list, with the delta over it, that may be used for the certificate. */
interface UsableList {
  readonly list: CertificateList;
  readonly delta: CertificateList | null;
  readonly signer: Certificate;
  readonly revocation: Revocation | null;
}

/** Of several reasons why no list could be used, the one that came furthest is told. */
const PROGRESS = ['CRL_SCOPE', 'CRL_ISSUER_UNKNOWN', 'CRL_SIGNATURE_WRONG'] as const;

export function judgeCrls(input: CrlCase): RevocationJudgement {
  try {
    return judge(input);
  } catch (error) {
    if (error instanceof TrustError) return { usable: false, error };
    if (error instanceof CmsError) {
      return { usable: false, error: new TrustError('CRL_MALFORMED', {}, { cause: error }) };
    }
    throw error;
  }
}

function judge(input: CrlCase): RevocationJudgement {
  const { certificate } = input;
  const crls = inOrder(input);
  const points = pointsOf(certificate);
  const used = new Map<CertificateList, UsableList>();
  let covered = 0;
  let failure: TrustError | null = null;
  for (const point of points) {
    for (const list of crls) {
      if (list.deltaBase !== null) continue;
      const reasons = coveredReasons(list, point, certificate);
      // 6.3.3 e: a list that adds no reason adds nothing.
      if ((reasons & ~covered) === 0) continue;
      try {
        const found = used.get(list) ?? examine(list, crls, input);
        used.set(list, found);
        if (found.revocation !== null) return answer([found], input);
        covered |= reasons;
      } catch (error) {
        if (!(error instanceof TrustError)) throw error;
        failure = further(failure, error);
      }
    }
  }
  const usable = [...used.values()];
  if (covered === ALL_REASONS && usable.length > 0) return answer(usable, input);
  throw failure ?? new TrustError('CRL_SCOPE');
}

/** Lists that hold at the time come first, then newer ones; of two of one time, the one that names the certificate. */
function inOrder({ crls, at, rule, certificate }: CrlCase): CertificateList[] {
  const ranked = crls.map((list) => ({
    list,
    rank: currencyAt(list, at, rule) === 'current' ? 0 : 1,
    time: list.thisUpdate.getTime(),
    unnamed: names(list, certificate) ? 0 : 1,
  }));
  return ranked
    .sort((a, b) => a.rank - b.rank || b.time - a.time || a.unnamed - b.unnamed)
    .map(({ list }) => list);
}

function names(list: CertificateList, certificate: Certificate): boolean {
  try {
    return findEntry(list, certificate).entry !== null;
  } catch (error) {
    // What is wrong with it is told where it is used.
    if (error instanceof TrustError || error instanceof CmsError) return false;
    throw error;
  }
}

function examine(
  list: CertificateList,
  crls: readonly CertificateList[],
  input: CrlCase,
): UsableList {
  const signer = findSigner(list, input);
  if (list.hasUnknownCritical) throw new TrustError('CRL_EXTENSION_UNSUPPORTED');
  const delta =
    crls.find(
      (one) =>
        completes(one, list) &&
        !one.hasUnknownCritical &&
        currencyAt(one, input.at, input.rule) === 'current' &&
        isSoundlySigned(one, signer, input),
    ) ?? null;
  const inList = lookUp(list, input.certificate);
  const inDelta = delta === null ? null : lookUp(delta, input.certificate);
  // 6.3.3 i to k: the delta's word counts; removeFromCRL lifts what the complete list says.
  const entry = inDelta ?? inList;
  const revocation = entry?.reason === 'removeFromCRL' ? null : entry;
  return { list, delta, signer, revocation };
}

function lookUp(list: CertificateList, certificate: Certificate): Revocation | null {
  const { entry, hasUnknownCritical } = findEntry(list, certificate);
  if (hasUnknownCritical) throw new TrustError('CRL_EXTENSION_UNSUPPORTED');
  return entry;
}

/** Who signed the list, and may (6.3.3 f, g). */
function findSigner(list: CertificateList, input: CrlCase): Certificate {
  const { issuer, others = [] } = input;
  const accepts = input.accepts ?? ((one: Certificate) => isIssuedBy(one, issuer, input.mayVerify));
  const named = [issuer, ...others].filter(
    (one) =>
      one.subjectKey === list.issuerKey && (one.keyUsage === null || one.keyUsage.has('cRLSign')),
  );
  const signers = named.filter((one) => isSoundlySigned(list, one, input));
  const signer = signers.find((one) => one.sha256 === issuer.sha256 || accepts(one, list));
  if (signer !== undefined) return signer;
  // That others of this name did not sign it says little; that nobody known did may be forgery.
  const unknown = named.length === 0 || signers.length > 0;
  throw new TrustError(unknown ? 'CRL_ISSUER_UNKNOWN' : 'CRL_SIGNATURE_WRONG');
}

function isSoundlySigned(
  list: CertificateList,
  signer: Certificate,
  { mayVerify }: CrlCase,
): boolean {
  return list.algorithmsAgree && isSignedBy(list, signer, mayVerify);
}

function further(before: TrustError | null, now: TrustError): TrustError {
  if (before === null) return now;
  const progress = ({ code }: TrustError): number => {
    const index = PROGRESS.findIndex((one) => one === code);
    return index === -1 ? PROGRESS.length : index;
  };
  return progress(now) > progress(before) ? now : before;
}

function answer(used: readonly UsableList[], { at, issuer, rule }: CrlCase): RevocationJudgement {
  const [first] = used;
  if (first === undefined) throw new RangeError('an answer rests on a list');
  const lists = used.map(({ list, delta }) => delta ?? list);
  const thisUpdate = new Date(Math.min(...lists.map((list) => list.thisUpdate.getTime())));
  const ends = lists.flatMap(({ nextUpdate }) =>
    nextUpdate === null ? [] : [nextUpdate.getTime()],
  );
  const nextUpdate = ends.length < lists.length ? null : new Date(Math.min(...ends));
  return {
    usable: true,
    source: 'crl',
    revocation: first.revocation,
    thisUpdate,
    nextUpdate,
    producedAt: thisUpdate,
    endedSince: latest(used.map(({ list }) => list.endedSince)),
    currency: currencyAt({ thisUpdate, nextUpdate }, at, rule),
    signer: first.signer,
    signerExempt: used.every(({ signer }) => signer.sha256 === issuer.sha256),
    hashes: [...new Set(lists.flatMap((list) => hashesOf(schemeOf(list.signatureAlgorithm))))],
    evidence: used.flatMap(({ list, delta }) =>
      delta === null ? [list.der] : [list.der, delta.der],
    ),
  };
}

/** The latest of times; null where one is not known. */
function latest(times: readonly (Date | null)[]): Date | null {
  const known = times.filter((time) => time !== null).map(Number);
  return known.length < times.length ? null : new Date(Math.max(...known));
}
