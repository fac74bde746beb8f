// All OCSP answers and CRLs that are at hand for one document, wherever they came from, and what they say
// of a certificate at a time (ETSI EN 319 102-1 5.2.5, 5.2.6, 5.6.2; RFC 5280 6.3; RFC 6960).
import { createHash } from 'node:crypto';
import type { Certificate } from '../../cms/certificate.ts';
import type { ValidationPolicy } from '../../domain/validation-policy.ts';
import type { SecurityStore } from '../../pdf/security-store.ts';
import { type CertificateList, readCertificateList } from '../../trust/crl/certificate-list.ts';
import { judgeCrls } from '../../trust/crl/judge-crls.ts';
import { judgeOcsp } from '../../trust/ocsp/judge-ocsp.ts';
import {
  currencyAt,
  type CurrencyRule,
  currencyRule,
  type RevocationAnswer,
} from '../../trust/revocation/judgement.ts';
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
  /** Kinds of what the document holds about the certificate, whether it tells or not. */
  readonly carried: readonly RevocationAnswer['source'][];
  /** Good by an answer that held when the certificate was used, and holds no longer. */
  readonly stale: boolean;
  /** Unknown, but for an answer whose signer's own certificate ended before the time; null: not so. */
  readonly spokenTooLate: RevocationAnswer | null;
}

/** Who may speak for a certificate, and for what time. */
export interface StatusQuestion {
  /** The time for which to tell: one that a time stamp proves, or that of the judgement. */
  readonly at: Date;
  /** At or before it: when the certificate was used, for one that a newer answer is only asked for. */
  readonly usedAt: Date;
  /** Where the certificates of responders and CRL issuers may be found. */
  readonly others: readonly Certificate[];
  /**
   * Whether somebody else than the issuer may speak for it, by an own path to an anchor.
   * @param spokeAt when it spoke
   */
  readonly accepts: (speaker: Certificate, spokeAt: Date) => boolean;
}

type Answers = Pick<SecurityStore, 'ocspResponses' | 'crls'>;

export class RevocationEvidence {
  readonly #policy: ValidationPolicy;
  readonly #rule: CurrencyRule;
  readonly #ocsp: Uint8Array[] = [];
  readonly #crls: CertificateList[] = [];
  readonly #seen = new Set<string>();
  /** Digests of what the network answered. */
  readonly #fetched = new Set<string>();
  /** How many may be read only to tell what kind they are. */
  #spare = MAX_ANSWERS;
  readonly #unanswered = new Map<string, { certificate: Certificate; issuer: Certificate }>();

  constructor(policy: ValidationPolicy) {
    this.#policy = policy;
    this.#rule = currencyRule(policy.revocation);
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

  /** Certificates about which nothing, or nothing new, is known: what the network may be asked for. */
  get unanswered(): readonly { readonly certificate: Certificate; readonly issuer: Certificate }[] {
    return [...this.#unanswered.values()];
  }

  statusOf(
    certificate: Certificate,
    issuer: Certificate,
    { at, usedAt, others, accepts }: StatusQuestion,
  ): CertificateStatus {
    // An answer is as good as its algorithms were when it was given.
    const algorithms = new AlgorithmsAt(this.#policy, at);
    const found = this.#answers(certificate, issuer, at, others, accepts);
    const carried = this.#carriedBy(found);
    const sound = found.filter(({ hashes }) => algorithms.weakHash(hashes) === null);
    const mayAnswer = ({ signer, signerExempt }: RevocationAnswer, time: Date): boolean =>
      signerExempt || accepts(signer, time);
    // What was revoked stays so: whoever said it need not be in force any more.
    const revoked = sound.find(
      (answer) =>
        answer.revocation !== null &&
        answer.revocation.at <= at &&
        mayAnswer(answer, answer.producedAt),
    );
    if (revoked !== undefined) return { ...this.#found('revoked', revoked), carried };
    const tellingAt = (time: Date): RevocationAnswer[] =>
      sound.filter(
        (answer) =>
          this.#tells(answer, time, certificate) &&
          !isSpokenTooLate(answer, issuer, time) &&
          mayAnswer(answer, later(time, answer.producedAt)),
      );
    const telling = tellingAt(at);
    const revokedLater = telling.find(({ revocation }) => revocation !== null);
    if (revokedLater !== undefined) {
      return { ...this.#found('revoked-later', revokedLater), carried };
    }
    const [good] = telling;
    if (good !== undefined) return { ...this.#found('good', good), carried };
    this.#unanswered.set(certificate.sha256, { certificate, issuer });
    const [old] = tellingAt(usedAt).sort((a, b) => Number(b.thisUpdate) - Number(a.thisUpdate));
    if (old !== undefined && usedAt < at) {
      return { ...this.#found('good', old), carried, stale: true };
    }
    const spokenTooLate =
      sound.find(
        (answer) => this.#tells(answer, at, certificate) && isSpokenTooLate(answer, issuer, at),
      ) ?? null;
    return { ...UNKNOWN, carried, spokenTooLate };
  }

  /** Whether an answer held at the time, or was given after it, about a certificate that it still speaks of. */
  #tells(answer: RevocationAnswer, time: Date, { notAfter }: Certificate): boolean {
    const held = currencyAt(answer, time, this.#rule) === 'current';
    return (held || answer.thisUpdate > time) && speaksOf(answer, notAfter);
  }

  /** What the document holds about the certificates of a chain that leads to no anchor. */
  kindsAbout(chain: readonly Certificate[], at: Date): CertificateStatus['carried'] {
    return chain.slice(0, -1).flatMap((certificate, i) => {
      if (this.#spare <= 0) return [];
      this.#spare -= this.#ocsp.length + this.#crls.length;
      const issuer = chain[i + 1] ?? certificate;
      return this.#carriedBy(this.#answers(certificate, issuer, at, chain, () => false));
    });
  }

  #carriedBy(answers: readonly RevocationAnswer[]): CertificateStatus['carried'] {
    return answers.filter((one) => this.#isCarried(one)).map(({ source }) => source);
  }

  #isCarried({ evidence }: RevocationAnswer): boolean {
    return evidence.every((der) => !this.#fetched.has(keyOf(der)));
  }

  #answers(
    certificate: Certificate,
    issuer: Certificate,
    at: Date,
    others: readonly Certificate[],
    accepts: StatusQuestion['accepts'],
  ): RevocationAnswer[] {
    const found: RevocationAnswer[] = [];
    const rule = this.#rule;
    for (const response of this.#ocsp) {
      const judged = judgeOcsp({ response, certificate, issuer, at, others, rule });
      if (judged.usable) found.push(judged);
    }
    const crls = this.#crls;
    const newest = Math.max(...crls.map(({ thisUpdate }) => thisUpdate.getTime()));
    // By what held at the time, and by what is known since: a revocation may be told of later than it was.
    for (const time of newest > at.getTime() ? [at, new Date(newest)] : [at]) {
      if (crls.length === 0) break;
      const may = (speaker: Certificate, { thisUpdate }: CertificateList): boolean =>
        accepts(speaker, later(at, thisUpdate));
      const asked = { certificate, issuer, crls, others, rule, accepts: may };
      const judged = judgeCrls({ ...asked, at: time });
      if (judged.usable) found.push(judged);
    }
    return found;
  }

  #found(status: CertificateStatus['status'], answer: RevocationAnswer) {
    return { status, answer, embedded: this.#isCarried(answer), stale: false, spokenTooLate: null };
  }

  #isNew(der: Uint8Array): boolean {
    const key = keyOf(der);
    if (this.#seen.has(key) || this.#seen.size >= MAX_ANSWERS) return false;
    this.#seen.add(key);
    return true;
  }
}

const UNKNOWN = { status: 'unknown', answer: null, embedded: false, stale: false } as const;

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Of a certificate that ended, only who says so still speaks (RFC 6960 4.4.4). */
function speaksOf({ thisUpdate, endedSince }: RevocationAnswer, notAfter: Date): boolean {
  return thisUpdate <= notAfter || (endedSince !== null && endedSince <= notAfter);
}

/** EN 319 102-1 5.2.6.4: whoever signed the answer must be in force itself at the time, or when it spoke later. */
function isSpokenTooLate({ signer, producedAt }: RevocationAnswer, issuer: Certificate, at: Date) {
  return signer.sha256 !== issuer.sha256 && signer.notAfter < later(at, producedAt);
}

function keyOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}
