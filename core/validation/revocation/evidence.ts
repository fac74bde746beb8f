// All OCSP answers and CRLs that are at hand for one document, wherever they came from, and what they say
// of a certificate at a time (ETSI EN 319 102-1 5.2.5, 5.2.6, 5.6.2; RFC 5280 6.3; RFC 6960).
import { createHash } from 'node:crypto';
import { hex } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import type { ValidationPolicy } from '../../domain/validation-policy.ts';
import type { SecurityStore } from '../../pdf/security-store.ts';
import type { CertificatePool } from '../../trust/certificate-pool.ts';
import {
  type CertificateList,
  MAX_CRL_BYTES,
  readCertificateList,
} from '../../trust/crl/certificate-list.ts';
import { judgeCrls } from '../../trust/crl/judge-crls.ts';
import { judgeReadOcsp } from '../../trust/ocsp/judge-ocsp.ts';
import { type OcspResponse, readOcspResponse } from '../../trust/ocsp/ocsp-response.ts';
import { fieldsOf } from '../../trust/revocation/certificate-fields.ts';
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
/** Octets of all OCSP answers, which take some kilobytes each, and of all CRLs. */
const MAX_OCSP_OCTETS = 16 << 20;
const MAX_CRL_OCTETS = MAX_CRL_BYTES;

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

/** How much may be calculated for one document; see `CertificatePool`. */
export type Effort = Pick<CertificatePool, 'mayVerify' | 'spend' | 'isExhausted'>;

const NO_BOUND: Effort = { mayVerify: () => true, spend: () => undefined, isExhausted: false };
/** Lists that are looked through in the time of one verification; an answer takes as long. */
const LISTS_OF_ONE = 32;

type Answers = Pick<SecurityStore, 'ocspResponses' | 'crls'>;

export class RevocationEvidence {
  readonly #policy: ValidationPolicy;
  readonly #rule: CurrencyRule;
  readonly #effort: Effort;
  /** By the serial numbers that they speak of. */
  readonly #ocsp = new Map<string, OcspResponse[]>();
  #responses = 0;
  readonly #crls: CertificateList[] = [];
  readonly #room = { ocsp: MAX_OCSP_OCTETS, crl: MAX_CRL_OCTETS };
  readonly #seen = new Set<string>();
  /** Digests of what the network answered. */
  readonly #fetched = new Set<string>();
  /** How many may be read only to tell what kind they are. */
  #spare = MAX_ANSWERS;
  readonly #unanswered = new Map<string, { certificate: Certificate; issuer: Certificate }>();

  constructor(policy: ValidationPolicy, effort: Effort = NO_BOUND) {
    this.#policy = policy;
    this.#effort = effort;
    this.#rule = currencyRule(policy.revocation);
  }

  /** What stands in the document. */
  add({ ocspResponses, crls }: Answers): void {
    for (const der of ocspResponses) {
      if (this.#isNew(der, 'ocsp')) this.#take(readOrNull(() => readOcspResponse(der)));
    }
    for (const der of crls) {
      const list = this.#isNew(der, 'crl') ? readOrNull(() => readCertificateList(der)) : null;
      if (list !== null) this.#crls.push(list);
    }
  }

  #take(response: OcspResponse | null): void {
    if (response === null) return;
    this.#responses += 1;
    for (const serial of new Set(response.responses.map(({ certId }) => hex(certId.serial)))) {
      const about = this.#ocsp.get(serial);
      if (about === undefined) this.#ocsp.set(serial, [response]);
      else about.push(response);
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
    if (this.#effort.isExhausted) {
      // What was left out might say otherwise: nothing good is believed.
      this.#unanswered.set(certificate.sha256, { certificate, issuer });
      return { ...UNKNOWN, carried, spokenTooLate: null };
    }
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
      this.#spare -= this.#responses + this.#crls.length;
      const issuer = chain[i + 1] ?? certificate;
      return this.#carriedBy(this.#answers(certificate, issuer, at, chain, () => false));
    });
  }

  #carriedBy(answers: readonly RevocationAnswer[]): CertificateStatus['carried'] {
    return answers.filter((one) => this.#isCarried(one)).map(({ source }) => source);
  }

  #isCarried({ evidence }: RevocationAnswer): boolean {
    return this.#fetched.size === 0 || evidence.every((der) => !this.#fetched.has(keyOf(der)));
  }

  #answers(
    certificate: Certificate,
    issuer: Certificate,
    at: Date,
    others: readonly Certificate[],
    accepts: StatusQuestion['accepts'],
  ): RevocationAnswer[] {
    const found: RevocationAnswer[] = [];
    if (this.#effort.isExhausted) return found;
    const rule = this.#rule;
    const { mayVerify } = this.#effort;
    const responses = this.#ocsp.get(hex(fieldsOf(certificate).serial.content)) ?? [];
    this.#effort.spend(1 + responses.length + this.#crls.length / LISTS_OF_ONE);
    for (const response of responses) {
      const question = { certificate, issuer, at, others, rule, mayVerify };
      const judged = judgeReadOcsp(response, question);
      if (judged.usable) found.push(judged);
    }
    const crls = this.#crls;
    const newest = Math.max(...crls.map(({ thisUpdate }) => thisUpdate.getTime()));
    // By what held at the time, and by what is known since: a revocation may be told of later than it was.
    for (const time of newest > at.getTime() ? [at, new Date(newest)] : [at]) {
      if (crls.length === 0) break;
      const may = (speaker: Certificate, { thisUpdate }: CertificateList): boolean =>
        accepts(speaker, later(at, thisUpdate));
      const asked = { certificate, issuer, crls, others, rule, accepts: may, mayVerify };
      const judged = judgeCrls({ ...asked, at: time });
      if (judged.usable) found.push(judged);
    }
    return found;
  }

  #found(status: CertificateStatus['status'], answer: RevocationAnswer) {
    return { status, answer, embedded: this.#isCarried(answer), stale: false, spokenTooLate: null };
  }

  #isNew(der: Uint8Array, kind: 'ocsp' | 'crl'): boolean {
    const key = keyOf(der);
    if (this.#seen.has(key) || this.#seen.size >= MAX_ANSWERS) return false;
    if (der.length > this.#room[kind]) return false;
    this.#room[kind] -= der.length;
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

const KEYS = new WeakMap<Uint8Array, string>();

/** Calculated once: a list may be of many megabytes, and is asked about again and again. */
function keyOf(der: Uint8Array): string {
  const key = KEYS.get(der) ?? createHash('sha256').update(der).digest('hex');
  KEYS.set(der, key);
  return key;
}

/** What cannot be read proves nothing. */
function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof TrustError) return null;
    throw thrown;
  }
}
