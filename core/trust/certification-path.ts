// Finds and judges a certification path from a certificate to a given trust anchor (RFC 5280 6.1, RFC 4158).
import type { Certificate } from '../cms/certificate.ts';
import type { CertificatePool } from './certificate-pool.ts';
import { basicConstraints } from './checks/basic-constraints.ts';
import { criticalExtensions } from './checks/critical-extensions.ts';
import { keyCertSign } from './checks/key-cert-sign.ts';
import { nameConstraints } from './checks/name-constraints.ts';
import { notAfter } from './checks/not-after.ts';
import { notBefore } from './checks/not-before.ts';
import { pathLength } from './checks/path-length.ts';
import { policyConstraints } from './checks/policy-constraints.ts';
import { signatureAlgorithm } from './checks/signature-algorithm.ts';
import { isSelfIssued, type PathCheck, type PathFault } from './path-check.ts';

/** Longer than any real path, BSrE's has two or three certificates. */
const MAX_LENGTH = 12;
/** Issuers tried in one search: enough for many cross certificates, too few to hang on. */
const MAX_STEPS = 512;

const CHECKS: readonly PathCheck[] = [
  signatureAlgorithm,
  basicConstraints,
  keyCertSign,
  pathLength,
  criticalExtensions,
  nameConstraints,
  policyConstraints,
  notBefore,
  notAfter,
];

export interface PathFailure {
  /** 'not-found': no way to an anchor. Else what the best path found suffers from. */
  readonly fault: PathFault | 'not-found';
  /** The standard's term for what failed. */
  readonly check: string;
  readonly certificate: Certificate;
}

export interface CertificationPath {
  /** End entity first; the anchor last where one was reached. */
  readonly certificates: readonly Certificate[];
  readonly anchor: Certificate | null;
  /** Null when the path is valid. */
  readonly failure: PathFailure | null;
}

const GRAVITY: Readonly<Record<PathFailure['fault'], number>> = {
  'not-yet-valid': 1,
  expired: 1,
  invalid: 2,
  'not-found': 3,
};

/** The first valid path at the time given, or else the one that comes nearest to validity. */
export function findPath(
  certificate: Certificate,
  pool: CertificatePool,
  at: Date,
): CertificationPath {
  return new PathSearch(pool, at).run(certificate);
}

class PathSearch {
  readonly #pool: CertificatePool;
  readonly #at: Date;
  #steps = 0;
  #best: CertificationPath | null = null;

  constructor(pool: CertificatePool, at: Date) {
    this.#pool = pool;
    this.#at = at;
  }

  run(certificate: Certificate): CertificationPath {
    this.#extend([certificate]);
    return this.#best ?? this.#openEnd([certificate]);
  }

  /** Depth first; true as soon as a valid path is found. */
  #extend(path: readonly Certificate[]): boolean {
    const last = path.at(-1);
    if (last === undefined) return false;
    if (this.#pool.isAnchor(last)) return this.#offer(judgePath(path, this.#at));
    let extended = false;
    if (path.length < MAX_LENGTH) {
      for (const issuer of this.#pool.issuersOf(last)) {
        if (isIn(path, issuer) || this.#steps++ >= MAX_STEPS) continue;
        if (!this.#pool.isSignedBy(last, issuer)) {
          this.#offerForged([...path, issuer], last);
          continue;
        }
        extended = true;
        if (this.#extend([...path, issuer])) return true;
      }
    }
    if (!extended) this.#offer(this.#openEnd(path));
    return false;
  }

  /** A namesake of an anchor did not sign it: worth saying, it is what a forged certificate looks like. */
  #offerForged(path: readonly Certificate[], certificate: Certificate): void {
    const anchor = path.at(-1);
    if (anchor === undefined || !this.#pool.isAnchor(anchor)) return;
    const failure = { fault: 'invalid', check: 'signature', certificate } as const;
    this.#offer({ certificates: path.slice(0, -1), anchor: null, failure });
  }

  #openEnd(path: readonly Certificate[]): CertificationPath {
    const [certificate] = path.slice(-1);
    if (certificate === undefined) throw new RangeError('a path has at least one certificate');
    const failure = { fault: 'not-found', check: 'issuer', certificate } as const;
    return { certificates: path, anchor: null, failure };
  }

  #offer(path: CertificationPath): boolean {
    if (this.#best === null || isNearer(path, this.#best)) this.#best = path;
    return path.failure === null;
  }
}

/** A loop adds nothing: neither the same certificate nor the same name with the same key comes twice. */
function isIn(path: readonly Certificate[], candidate: Certificate): boolean {
  return path.some(
    (one) =>
      one.sha256 === candidate.sha256 ||
      (one.subjectKey === candidate.subjectKey && Buffer.compare(one.spki, candidate.spki) === 0),
  );
}

function isNearer(path: CertificationPath, best: CertificationPath): boolean {
  const gravity = ({ failure }: CertificationPath): number =>
    failure === null ? 0 : GRAVITY[failure.fault];
  const gain = gravity(best) - gravity(path);
  return gain > 0 || (gain === 0 && path.certificates.length > best.certificates.length);
}

/** Runs every check on a path whose signatures hold and whose last certificate is an anchor. */
function judgePath(path: readonly Certificate[], at: Date): CertificationPath {
  const failures: PathFailure[] = [];
  let countedBelow = 0;
  path.forEach((certificate, index) => {
    const step = { certificate, issuer: path[index + 1] ?? null, index, countedBelow, at };
    for (const check of CHECKS) {
      if (!check.holds(step)) {
        failures.push({ fault: check.fault, check: check.id, certificate });
      }
    }
    if (index > 0 && !isSelfIssued(certificate)) countedBelow++;
  });
  failures.sort((a, b) => GRAVITY[b.fault] - GRAVITY[a.fault]);
  return { certificates: path, anchor: path.at(-1) ?? null, failure: failures[0] ?? null };
}
