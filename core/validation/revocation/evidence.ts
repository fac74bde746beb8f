// All OCSP answers and CRLs that are at hand for one document, wherever they came from, and what they say
// of a certificate at a time (ETSI EN 319 102-1 5.2.5, 5.2.6, 5.6.2; RFC 5280 6.3; RFC 6960).
import { createHash } from 'node:crypto';
import type { Certificate } from '../../cms/certificate.ts';
import type { ValidationPolicy } from '../../domain/validation-policy.ts';
import type { SecurityStore } from '../../pdf/security-store.ts';
import { type CertificateList, readCertificateList } from '../../trust/crl/certificate-list.ts';
import { judgeCrls } from '../../trust/crl/judge-crls.ts';
import { judgeOcsp } from '../../trust/ocsp/judge-ocsp.ts';
import { currencyAt, type RevocationAnswer } from '../../trust/revocation/judgement.ts';
import { TrustError } from '../../trust/trust-error.ts';
import { AlgorithmsAt } from '../policy.ts';

/** Answers looked at for one document. */
const MAX_ANSWERS = 1000;

export interface CertificateStatus {
  /** `revoked`: at or before the time; `revoked-later`: after it, which changes nothing for that time. */
  readonly status: 'good' | 'revoked' | 'revoked-later' | 'unknown';
  /** What it rests on; null when unknown. */
  readonly answer: RevocationAnswer | null;
  /** Whether that is in the document. */
  readonly embedded: boolean;
}

type Answers = Pick<SecurityStore, 'ocspResponses' | 'crls'>;

export class RevocationEvidence {
  readonly #policy: ValidationPolicy;
  readonly #ocsp: Uint8Array[] = [];
  readonly #crls: CertificateList[] = [];
  readonly #seen = new Set<string>();
  /** Digests of what the network answered. */
  readonly #fetched = new Set<string>();
  readonly #unanswered = new Map<string, { certificate: Certificate; issuer: Certificate }>();

  constructor(policy: ValidationPolicy) {
    this.#policy = policy;
  }

  /** What stands in the document. */
  add({ ocspResponses, crls }: Answers): void {
    for (const der of ocspResponses) if (this.#isNew(der)) this.#ocsp.push(der);
    for (const der of crls) {
      if (!this.#isNew(der)) continue;
      try {
        this.#crls.push(readCertificateList(der));
      } catch (thrown) {
        // A list that cannot be read proves nothing.
        if (!(thrown instanceof TrustError)) throw thrown;
      }
    }
  }

  /** What the network answered. */
  addFetched(answers: Answers): void {
    for (const der of [...answers.ocspResponses, ...answers.crls]) {
      if (!this.#seen.has(keyOf(der))) this.#fetched.add(keyOf(der));
    }
    this.add(answers);
  }

  /** Certificates that were asked about in vain: what the network may be asked for. */
  get unanswered(): readonly { readonly certificate: Certificate; readonly issuer: Certificate }[] {
    return [...this.#unanswered.values()];
  }

  /**
   * @param at the time for which to tell: one that a time stamp proves, or that of the judgement
   * @param others where the certificates of responders and CRL issuers may be found
   * @param accepts whether somebody else than the issuer may speak for it, by an own path to an anchor
   */
  statusOf(
    certificate: Certificate,
    issuer: Certificate,
    at: Date,
    {
      others,
      accepts,
    }: {
      readonly others: readonly Certificate[];
      readonly accepts: (speaker: Certificate) => boolean;
    },
  ): CertificateStatus {
    // An answer is as good as its algorithms were when it was given.
    const algorithms = new AlgorithmsAt(this.#policy, at);
    const answers = this.#answers(certificate, issuer, at, others, accepts).filter(
      ({ hashes, signer, signerExempt }) =>
        algorithms.weakHash(hashes) === null && (signerExempt || accepts(signer)),
    );
    const revoked = answers.find(({ revocation }) => revocation !== null && revocation.at <= at);
    if (revoked !== undefined) return this.#found('revoked', revoked);
    const { maxAgeHours, skewMinutes } = this.#policy.revocation;
    const rule = { maxAgeMs: maxAgeHours * 3_600_000, skewMs: skewMinutes * 60_000 };
    // An answer counts that held at the time, or that was given after it about a certificate not yet over.
    const telling = answers.filter(
      (answer) =>
        currencyAt(answer, at, rule) === 'current' ||
        (answer.thisUpdate > at && answer.thisUpdate <= certificate.notAfter),
    );
    const later = telling.find(({ revocation }) => revocation !== null);
    if (later !== undefined) return this.#found('revoked-later', later);
    const [good] = telling;
    if (good !== undefined) return this.#found('good', good);
    this.#unanswered.set(certificate.sha256, { certificate, issuer });
    return { status: 'unknown', answer: null, embedded: false };
  }

  #answers(
    certificate: Certificate,
    issuer: Certificate,
    at: Date,
    others: readonly Certificate[],
    accepts: (speaker: Certificate) => boolean,
  ): RevocationAnswer[] {
    const found: RevocationAnswer[] = [];
    for (const response of this.#ocsp) {
      const judged = judgeOcsp({ response, certificate, issuer, at, others });
      if (judged.usable) found.push(judged);
    }
    if (this.#crls.length > 0) {
      const judged = judgeCrls({ certificate, issuer, crls: this.#crls, at, others, accepts });
      if (judged.usable) found.push(judged);
    }
    return found;
  }

  #found(status: CertificateStatus['status'], answer: RevocationAnswer): CertificateStatus {
    const embedded = answer.evidence.every((der) => !this.#fetched.has(keyOf(der)));
    return { status, answer, embedded };
  }

  #isNew(der: Uint8Array): boolean {
    const key = keyOf(der);
    if (this.#seen.has(key) || this.#seen.size >= MAX_ANSWERS) return false;
    this.#seen.add(key);
    return true;
  }
}

function keyOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}
