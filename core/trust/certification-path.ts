// Finds a certification path from a certificate to a given trust anchor (RFC 5280 6.1, RFC 4158).
import type { Certificate } from '../cms/certificate.ts';
import type { CertificatePool } from './certificate-pool.ts';
import { pathFailure } from './judge-path.ts';
import { GRAVITY, type PathFailure } from './path-check.ts';
import type { PathOptions } from './path-options.ts';

/** Longer than any real path, BSrE's has two or three certificates. */
const MAX_LENGTH = 12;
/** Issuers tried in one search: enough for many cross certificates, too few to hang on. */
const MAX_STEPS = 512;
/** Paths judged in one search. */
const MAX_JUDGED = 64;

export interface CertificationPath {
  /** End entity first; the anchor last where one was reached. */
  readonly certificates: readonly Certificate[];
  readonly anchor: Certificate | null;
  /** Null when the path is valid. */
  readonly failure: PathFailure | null;
}

/**
 * A valid path at the time given, the shortest there is, or else the path that comes nearest to validity.
 * One that fails for whatever reason (time, names, policies, revocation) does not end the search.
 */
export function findPath(
  certificate: Certificate,
  pool: CertificatePool,
  at: Date,
  options?: PathOptions,
): CertificationPath {
  if (options !== undefined) return new PathSearch(pool, at, options).run(certificate);
  const known = foundIn(pool);
  const key = `${certificate.sha256} ${String(at.getTime())}`;
  const path = known.get(key) ?? new PathSearch(pool, at, {}).run(certificate);
  known.set(key, path);
  return path;
}

/** Found with the certificates that are there: one signer is asked about for each of its signatures. */
const FOUND = new WeakMap<
  CertificatePool,
  { readonly count: number; readonly paths: Map<string, CertificationPath> }
>();

function foundIn(pool: CertificatePool): Map<string, CertificationPath> {
  const known = FOUND.get(pool);
  if (known?.count === pool.count) return known.paths;
  const paths = new Map<string, CertificationPath>();
  FOUND.set(pool, { count: pool.count, paths });
  return paths;
}

class PathSearch {
  readonly #pool: CertificatePool;
  readonly #at: Date;
  readonly #options: PathOptions;
  #steps = 0;
  #judged = 0;
  #best: CertificationPath | null = null;

  constructor(pool: CertificatePool, at: Date, options: PathOptions) {
    this.#pool = pool;
    this.#at = at;
    this.#options = options;
  }

  /**
   * Breadth first, and every path is first tried with the anchors alone: strangers' certificates in a
   * document, however many and however entangled, then do not hide the short path that is there.
   */
  run(certificate: Certificate): CertificationPath {
    const start = [certificate];
    const open = [start];
    let found = this.#pool.isAnchor(certificate) ? this.#judge(start) : this.#close(start);
    for (let path = open.shift(); path !== undefined && !found; path = open.shift()) {
      if (path.length >= MAX_LENGTH) continue;
      for (const longer of this.#lengthened(path, false)) {
        open.push(longer);
        found = this.#close(longer);
        if (found) break;
      }
    }
    return this.#best ?? openEnd(start);
  }

  /** Tries a path with every anchor that may have issued its last certificate; true if one makes it valid. */
  #close(path: Certificate[]): boolean {
    this.#offer(openEnd(path));
    for (const whole of this.#lengthened(path, true)) {
      if (this.#judge(whole)) return true;
    }
    return false;
  }

  /** The path with each anchor, or each other certificate, that issued its last one. */
  *#lengthened(path: readonly Certificate[], byAnchors: boolean): Generator<Certificate[]> {
    const last = path.at(-1);
    if (last === undefined) return;
    for (const issuer of this.#pool.issuersOf(last)) {
      if (this.#pool.isAnchor(issuer) !== byAnchors || isIn(path, issuer)) continue;
      if (this.#steps++ >= MAX_STEPS) return;
      if (this.#pool.isSignedBy(last, issuer)) yield [...path, issuer];
      else if (byAnchors && !this.#pool.isExhausted) this.#offer(forged(path, last));
    }
  }

  #judge(path: readonly Certificate[]): boolean {
    if (this.#judged++ >= MAX_JUDGED || this.#pool.isExhausted) return false;
    const spend = (cost: number): void => this.#pool.spend(cost);
    const failure = pathFailure(path, this.#at, this.#options, spend);
    return this.#offer({ certificates: path, anchor: path.at(-1) ?? null, failure });
  }

  #offer(path: CertificationPath): boolean {
    if (this.#best === null || isNearer(path, this.#best)) this.#best = path;
    return path.failure === null;
  }
}

/** A namesake of an anchor did not sign it: worth saying, it is what a forged certificate looks like. */
function forged(path: readonly Certificate[], certificate: Certificate): CertificationPath {
  const failure = { fault: 'invalid', check: 'signature', certificate } as const;
  return { certificates: path, anchor: null, failure };
}

function openEnd(path: readonly Certificate[]): CertificationPath {
  const [certificate] = path.slice(-1);
  if (certificate === undefined) throw new RangeError('a path has at least one certificate');
  const failure = { fault: 'not-found', check: 'issuer', certificate } as const;
  return { certificates: path, anchor: null, failure };
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
