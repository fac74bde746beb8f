// The outside's answers, put together for signing: time stamps from the authorities of a list, chains and
// revocation by what the certificates themselves say (RFC 3161, RFC 6960, RFC 5280).
import { type Certificate, readCertificate } from '../cms/certificate.ts';
import { PenaError } from '../domain/pena-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { HttpClient } from '../ports/http-client.ts';
import type { RevocationCache } from '../ports/revocation-cache.ts';
import { findIssuers } from '../trust/aia.ts';
import { namesSources } from '../trust/revocation/addresses.ts';
import {
  collectRevocation,
  type RevocationFinding,
} from '../trust/revocation/collect-revocation.ts';
import { isIssuedBy } from '../trust/signed-by.ts';
import type { TimestampService } from '../trust/timestamping.ts';
import type { CollectedProof, ProofServices, RevocationStatus } from './proof-services.ts';

export interface NetworkProofOptions {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Unpredictable bytes, for nonces. */
  readonly random: (length: number) => Uint8Array;
  readonly cache: RevocationCache | null;
  /** Null: no authority is configured. */
  readonly timestamps: TimestampService | null;
  /** DER of the anchors: where a chain may end, and issuers that signatures do not carry. */
  readonly anchors: readonly Uint8Array[];
}

/** Room for a token before one was seen: authorities that send a long chain take about 9,000 octets. */
const EXPECTED_TOKEN = 12_288;
const SLACK = 512;
/** Certificates of one signature that are asked about: signer, its CAs, time stamps, responders. */
const MAX_CERTIFICATES = 64;

export class NetworkProof implements ProofServices {
  readonly #options: NetworkProofOptions;
  readonly #anchors: readonly Certificate[];
  #largestToken = 0;

  /** Throws CERT_MALFORMED for an anchor that cannot be read. */
  constructor(options: NetworkProofOptions) {
    this.#options = options;
    this.#anchors = options.anchors.map(readCertificate);
  }

  get timestampSize(): number {
    return this.#largestToken === 0 ? EXPECTED_TOKEN : this.#largestToken + SLACK;
  }

  async timestamp(digest: Uint8Array, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const { timestamps } = this.#options;
    if (timestamps === null) throw new PenaError('TSA_UNAVAILABLE');
    const outcome = await timestamps.stamp('sha256', digest, signal);
    if (!outcome.ok) throw outcome.failures.at(-1)?.error ?? new PenaError('TSA_UNAVAILABLE');
    this.#largestToken = Math.max(this.#largestToken, outcome.der.length);
    return outcome.der;
  }

  async status(
    der: Uint8Array,
    others: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<RevocationStatus> {
    const certificate = readCertificate(der);
    const [issuer] = await this.#issuers(certificate, others, signal);
    if (issuer === undefined) return unknown(certificate);
    const { status, answer, problems } = await this.#ask(certificate, issuer, others, signal);
    return {
      status,
      revokedAt: answer?.revocation?.at ?? null,
      reason: answer?.revocation?.reason ?? null,
      problems: problems.map(({ error }) => error),
    };
  }

  async collect(
    certificates: readonly Uint8Array[],
    others: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<CollectedProof> {
    const found = new Collection();
    const open = certificates.map((der) => readCertificate(der));
    const speakers = new Set<string>();
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      if (found.certificates.has(next.sha256) || found.certificates.size >= MAX_CERTIFICATES) {
        continue;
      }
      found.certificates.set(next.sha256, next.der);
      if (this.#endsChain(next)) continue;
      const [issuer] = await this.#issuers(next, others, signal);
      if (issuer === undefined) {
        found.lacks(next, new PenaError('REVOCATION_NO_SOURCE', { name: next.commonName }));
        continue;
      }
      open.push(issuer);
      if (speakers.has(next.sha256) && !namesSources(next)) continue;
      const finding = await this.#ask(next, issuer, others, signal);
      found.take(next, finding);
      // Who signed the answer has to be proven as well, unless it is exempt or the issuer itself.
      const { answer } = finding;
      if (answer === null || answer.signerExempt) continue;
      speakers.add(answer.signer.sha256);
      open.push(answer.signer);
    }
    return found.proof();
  }

  async #issuers(
    certificate: Certificate,
    others: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Certificate[]> {
    const { http } = this.#options;
    const known = [...readable(others), ...this.#anchors];
    const cancel = signal === undefined ? {} : { signal };
    return (await findIssuers(certificate, known, { http, ...cancel })).issuers;
  }

  #ask(
    certificate: Certificate,
    issuer: Certificate,
    others: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<RevocationFinding> {
    const { http, clock, random, cache } = this.#options;
    return collectRevocation(certificate, issuer, {
      ...{ http, now: clock.now(), random, cache, others: readable(others) },
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** An anchor, or a certificate that signed itself: nobody can revoke it. */
  #endsChain(certificate: Certificate): boolean {
    return (
      this.#anchors.some(({ sha256 }) => sha256 === certificate.sha256) ||
      isIssuedBy(certificate, certificate)
    );
  }
}

class Collection {
  readonly certificates = new Map<string, Uint8Array>();
  readonly #ocsp: Uint8Array[] = [];
  readonly #crls: Uint8Array[] = [];
  readonly #missing: CollectedProof['missing'][number][] = [];

  take(certificate: Certificate, finding: RevocationFinding): void {
    if (finding.status === 'unknown') {
      const [first] = finding.problems;
      const name = certificate.commonName;
      this.lacks(certificate, first?.error ?? new PenaError('REVOCATION_NO_SOURCE', { name }));
      return;
    }
    if (finding.ocsp !== null) this.#ocsp.push(finding.ocsp);
    this.#crls.push(...finding.crls);
  }

  lacks({ commonName: name }: Certificate, problem: PenaError): void {
    this.#missing.push({ name, problem });
  }

  proof(): CollectedProof {
    return {
      certificates: [...this.certificates.values()],
      ocspResponses: this.#ocsp,
      crls: this.#crls,
      missing: this.#missing,
    };
  }
}

function readable(others: readonly Uint8Array[]): Certificate[] {
  return others.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch {
      // What came along with a signature and is no certificate is nobody's issuer.
      return [];
    }
  });
}

function unknown({ commonName: name }: Certificate): RevocationStatus {
  const problems = [new PenaError('REVOCATION_NO_SOURCE', { name })];
  return { status: 'unknown', revokedAt: null, reason: null, problems };
}
