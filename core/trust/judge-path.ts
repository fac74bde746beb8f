// Judges one certification path whose signatures hold and whose last certificate is a trust anchor (RFC 5280 6.1).
import type { Certificate } from '../cms/certificate.ts';
import { basicConstraints } from './checks/basic-constraints.ts';
import { criticalExtensions } from './checks/critical-extensions.ts';
import { keyCertSign } from './checks/key-cert-sign.ts';
import { notAfter } from './checks/not-after.ts';
import { notBefore } from './checks/not-before.ts';
import { pathLength } from './checks/path-length.ts';
import { signatureAlgorithm } from './checks/signature-algorithm.ts';
import { version } from './checks/version.ts';
import { namesFailure } from './name-constraints/path-names.ts';
import { gravest, isSelfIssued, type PathCheck, type PathFailure } from './path-check.ts';
import type { PathOptions, RevocationVerdict } from './path-options.ts';
import { policiesFailure } from './policies/path-policies.ts';

/** Those that look at one certificate in its place. */
const CHECKS: readonly PathCheck[] = [
  version,
  signatureAlgorithm,
  basicConstraints,
  keyCertSign,
  pathLength,
  criticalExtensions,
  notBefore,
  notAfter,
];

/**
 * The gravest fault of a path, from the end entity to the anchor; null where it is valid.
 * @param spend told what judging it takes, in verifications with a key
 */
export function pathFailure(
  path: readonly Certificate[],
  at: Date,
  options: PathOptions,
  spend: (cost: number) => void,
): PathFailure | null {
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
  for (const failure of [namesFailure(path, spend), policiesFailure(path, options, spend)]) {
    if (failure !== null) failures.push(failure);
  }
  return gravest(failures) ?? revocationFailure(path, options);
}

const FAULT: Readonly<Record<Exclude<RevocationVerdict, 'good'>, PathFailure['fault']>> = {
  unknown: 'revocation-unknown',
  revoked: 'revoked',
};

/** 6.1.3 (a)(3). */
function revocationFailure(
  path: readonly Certificate[],
  { revocation }: PathOptions,
): PathFailure | null {
  if (revocation === undefined) return null;
  const failures: PathFailure[] = [];
  for (let index = path.length - 2; index >= 0; index--) {
    const [certificate, issuer] = path.slice(index, index + 2);
    if (certificate === undefined || issuer === undefined) continue;
    const verdict = revocation(certificate, issuer, path);
    if (verdict !== 'good') {
      failures.push({ fault: FAULT[verdict], check: 'revocation', certificate });
    }
  }
  return gravest(failures);
}
