// The certificates met while judging one document: each read once, each signature on one verified once.
import { createHash } from 'node:crypto';
import { type Certificate, readCertificate } from '../cms/certificate.ts';
import type { SignerIdentifier } from '../cms/signer-info.ts';
import { isForPractice } from '../domain/practice-mark.ts';
import { isSignedBy, type MayVerify } from './signed-by.ts';
import { costOf } from '../cms/public-key.ts';

/** Grows while a document is read; hostile documents cannot make it grow without bound. */
const MAX_CERTIFICATES = 10_000;
/** Certificates of one name that are tried as issuers, and of one number that are taken for a signer's. */
const MAX_NAMESAKES = 64;
/** Of all work for one document, in verifications (see `costOf`): a thousand signatures on P-384 with their chains and stamps. */
const MAX_COST = 32_000;
/** Octets that are hashed in the time of one. */
const OCTETS_OF_ONE = 1 << 15;

export class CertificatePool {
  readonly #anchors = new Map<string, Certificate>();
  readonly #byDigest = new Map<string, Certificate>();
  readonly #bySubject = new Map<string, Certificate[]>();
  readonly #byIdentifier = new Map<string, Certificate[]>();

  readonly #pinned: ReadonlySet<string>;
  readonly practice: boolean;
  #cost = 0;

  /**
   * @param pinned SHA-256 of anchors that are not at hand: a certificate met later may be one of them
   * @param practice whether certificates made for practice may be anchors: nowhere but in practice mode
   * Throws CERT_MALFORMED for an anchor that cannot be read.
   */
  constructor(anchors: readonly Uint8Array[], pinned: readonly string[] = [], practice = false) {
    this.practice = practice;
    this.#pinned = new Set(pinned);
    for (const der of anchors) {
      const anchor = this.read(der);
      if (!practice && isForPractice(der)) continue;
      this.#anchors.set(anchor.sha256, anchor);
    }
  }

  get hasAnchors(): boolean {
    return this.#anchors.size > 0 || this.#pinned.size > 0;
  }

  isAnchor({ sha256, der }: Certificate): boolean {
    if (this.#anchors.has(sha256)) return true;
    return this.#pinned.has(sha256) && (this.practice || !isForPractice(der));
  }

  /** Of all certificates: the same number, the same certificates. */
  get count(): number {
    return this.#byDigest.size;
  }

  /** Reads a certificate, or gives the one read before from the same bytes. Throws CERT_MALFORMED. */
  readonly read = (der: Uint8Array): Certificate => {
    const known = this.#byDigest.get(createHash('sha256').update(der).digest('hex'));
    if (known !== undefined) return known;
    // A copy: the document's bytes that surround it need not stay in memory.
    const certificate = readCertificate(Uint8Array.from(der));
    if (this.#byDigest.size < MAX_CERTIFICATES) {
      this.#byDigest.set(certificate.sha256, certificate);
      const namesakes = this.#bySubject.get(certificate.subjectKey);
      if (namesakes === undefined) this.#bySubject.set(certificate.subjectKey, [certificate]);
      else if (namesakes.length < MAX_NAMESAKES || this.isAnchor(certificate)) {
        namesakes.push(certificate);
      }
      this.#index(certificate);
    }
    return certificate;
  };

  #index(certificate: Certificate): void {
    const { issuerKey, serial, extensions } = certificate;
    const identifiers: SignerIdentifier[] = [{ kind: 'issuer-serial', issuerKey, serial }];
    const keyId = extensions.subjectKeyId;
    if (keyId !== null) identifiers.push({ kind: 'subject-key-id', keyId });
    for (const key of identifiers.map(identifierKey)) {
      const known = this.#byIdentifier.get(key);
      if (known === undefined) this.#byIdentifier.set(key, [certificate]);
      else if (known.length < MAX_NAMESAKES) known.push(certificate);
    }
  }

  /** Whom a signer names (RFC 5652 5.3), wherever in the document it was met. */
  named(identifier: SignerIdentifier): readonly Certificate[] {
    return this.#byIdentifier.get(identifierKey(identifier)) ?? [];
  }

  /** Who may have issued it by name: anchors first, then those whose key identifier fits. */
  issuersOf({ issuerKey, extensions }: Certificate): readonly Certificate[] {
    const rank = (issuer: Certificate): number =>
      (this.isAnchor(issuer) ? 0 : 2) +
      (issuer.extensions.subjectKeyId === extensions.authorityKeyId ? 0 : 1);
    return [...(this.#bySubject.get(issuerKey) ?? [])].sort((a, b) => rank(a) - rank(b));
  }

  /** Whether the issuer's key signed the certificate (RFC 5280 6.1.3 a 1). */
  isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
    return isSignedBy(certificate, issuer, this.mayVerify);
  }

  /** Spends what verifying takes; no, once a document has made work beyond all measure. */
  readonly mayVerify: MayVerify = (key, octets = 0) => {
    this.spend(costOf(key) + Math.floor(octets / OCTETS_OF_ONE));
    return !this.isExhausted;
  };

  /** Counts work that others do for the same document. */
  spend(cost: number): void {
    this.#cost += cost;
  }

  /** From here on what is not known already stays unknown: no answer may count as the last word. */
  get isExhausted(): boolean {
    return this.#cost > MAX_COST;
  }
}

function identifierKey(identifier: SignerIdentifier): string {
  return identifier.kind === 'issuer-serial'
    ? `${identifier.serial} ${identifier.issuerKey}`
    : identifier.keyId;
}
