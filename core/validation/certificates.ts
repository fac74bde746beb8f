// The certificates that a report speaks of, for who looks at them one by one: the chains of signers, time
// stamps, and of those who answered about revocation.
import { createHash } from 'node:crypto';
import { schemeOf } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { KEY_USAGES } from '../cms/extensions.ts';
import type { PublicKey } from '../cms/public-key.ts';
import type { CertificateDetails, TrustSource } from '../domain/report.ts';
import type { TrustList } from '../domain/trust-list.ts';
import { policyExtensionsOf } from '../trust/policies/policy-extensions.ts';
import { certificateSummary } from './certificate-summary.ts';
import type { SignatureFacts } from './facts.ts';

/** A document of a thousand signers names the rest by their digests only. */
const MAX_CERTIFICATES = 500;
const MAX_NAMES = 50;

/** Each once, in the order in which the signatures name them. */
export function certificatesOf(
  facts: readonly SignatureFacts[],
  trust: TrustList,
): CertificateDetails[] {
  const found = new Map<string, CertificateDetails>();
  const anchors = new Set<string>();
  for (const { path, timestamps } of facts) {
    for (const one of [path, ...timestamps.map((stamp) => stamp.path)]) {
      if (one?.anchor) anchors.add(one.anchor.sha256);
    }
  }
  for (const certificate of facts.flatMap(named)) {
    if (found.size >= MAX_CERTIFICATES) break;
    if (found.has(certificate.sha256)) continue;
    const isAnchor = anchors.has(certificate.sha256);
    found.set(certificate.sha256, details(certificate, isAnchor ? trust : null));
  }
  return [...found.values()];
}

function named({ signer, path, timestamps, speaker }: SignatureFacts): readonly Certificate[] {
  const own = signer?.certificate ? [signer.certificate] : [];
  const stamps = timestamps.flatMap((stamp) => stamp.path?.certificates ?? []);
  return [...(path?.certificates ?? own), ...stamps, ...(speaker ?? [])];
}

/** @param trust the list that an anchor may stand on; null for what is none */
function details(certificate: Certificate, trust: TrustList | null): CertificateDetails {
  const { keyUsage, extendedKeyUsage, extensions, publicKey, signatureAlgorithm } = certificate;
  const scheme = schemeOf(signatureAlgorithm);
  const hash = scheme === null || scheme.kind === 'eddsa' ? null : scheme.hash;
  return {
    ...certificateSummary(certificate),
    sha1: createHash('sha1').update(certificate.der).digest('hex'),
    key: keyName(publicKey),
    signedWith: hash?.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-') ?? null,
    keyUsage: keyUsage === null ? null : KEY_USAGES.filter((usage) => keyUsage.has(usage)),
    extendedKeyUsage: extendedKeyUsage?.slice(0, MAX_NAMES) ?? null,
    policies: [...(policyExtensionsOf(certificate).policies ?? [])].slice(0, MAX_NAMES),
    authority: extensions.basicConstraints?.ca ?? false,
    trustedBy: trust === null ? null : trustSource(certificate, trust),
  };
}

/** Curves by the names of FIPS 186-5, as people know them; OpenSSL has its own. */
const NIST_NAMES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

function keyName({ kind, size, curve }: PublicKey): string {
  const named = curve === null ? 'EC' : (NIST_NAMES[curve] ?? curve);
  const name = kind === 'ec' ? named : kind.toUpperCase();
  return size === 0 || curve !== null ? name : `${name} ${String(size)}`;
}

/** Every certificate of a practice world says so in its name (docs/practice-world.md). */
const PRACTICE = /\bLATIHAN\b/;

/** Practice stays practice, whoever lays it down; who is on the list is recognised, whom the user adds only trusted. */
export function trustSource({ sha256, subject }: Certificate, { pinned }: TrustList): TrustSource {
  if (PRACTICE.test(subject)) return 'PRACTICE';
  return pinned.some((one) => one.sha256 === sha256) ? 'TRUST_LIST' : 'USER';
}
