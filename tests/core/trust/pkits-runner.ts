// Runs a case of NIST PKITS as its own description says: its certificates and lists, its policy inputs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../../../core/cms/certificate.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { type CertificationPath, findPath } from '../../../core/trust/certification-path.ts';
import {
  type CertificateList,
  readCertificateList,
} from '../../../core/trust/crl/certificate-list.ts';
import { judgeCrls } from '../../../core/trust/crl/judge-crls.ts';
import type { RevocationVerdict } from '../../../core/trust/path-options.ts';
import { TrustError } from '../../../core/trust/trust-error.ts';

export interface PkitsCase {
  readonly id: string;
  readonly name: string;
  readonly cert: string;
  readonly otherCerts: readonly string[];
  readonly crls: readonly string[];
  readonly valid: boolean;
  /** What is wrong: 'path', or something about revocation. */
  readonly because?: string;
  /** Absent: as everywhere, revocation is looked into. */
  readonly checkRevocation?: false;
  readonly initialPolicySet?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

interface Suite {
  readonly trustAnchor: string;
  readonly trustAnchorCrl: string;
  readonly cases: readonly PkitsCase[];
}

const AT = new Date('2011-04-15T00:00:00Z');
/** CRL issuers whose own lists have issuers of their own, and so on. */
const MAX_DEPTH = 6;

const folder = (shared: string): string => join(shared, 'vectors/pkits');
const bytesOf = (...parts: readonly string[]): Uint8Array =>
  Uint8Array.from(readFileSync(join(...parts)));

export function pkitsSuite(shared: string): Suite {
  return JSON.parse(readFileSync(join(folder(shared), 'cases.json'), 'utf8')) as Suite;
}

/** The path found for a case. Throws CERT_MALFORMED for certificates that are wrong by their encoding. */
export function runCase(shared: string, suite: Suite, one: PkitsCase): CertificationPath {
  const certificates = join(folder(shared), 'certs');
  const pool = new CertificatePool([bytesOf(certificates, suite.trustAnchor)]);
  const others = one.otherCerts.map((file) => pool.read(bytesOf(certificates, file)));
  const certificate = pool.read(bytesOf(certificates, one.cert));
  const { initialPolicySet, requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = one;
  const inputs = {
    ...(initialPolicySet === undefined ? {} : { initialPolicySet }),
    ...(requireExplicitPolicy === undefined ? {} : { requireExplicitPolicy }),
    ...(inhibitPolicyMapping === undefined ? {} : { inhibitPolicyMapping }),
    ...(inhibitAnyPolicy === undefined ? {} : { inhibitAnyPolicy }),
  };
  if (one.checkRevocation === false) return findPath(certificate, pool, AT, inputs);
  const crls = readLists(join(folder(shared), 'crls'), [suite.trustAnchorCrl, ...one.crls]);

  const verdictAt =
    (depth: number) =>
    (link: Certificate, issuer: Certificate): RevocationVerdict => {
      if (depth > MAX_DEPTH) return 'unknown';
      // 4.14.30: an issuer of lists whose own status stands in the list it issues.
      const accepts = (signer: Certificate): boolean =>
        findPath(signer, pool, AT, signer === link ? {} : { revocation: verdictAt(depth + 1) })
          .failure === null;
      const judged = judgeCrls({ certificate: link, issuer, crls, at: AT, others, accepts });
      if (!judged.usable || judged.currency !== 'current') return 'unknown';
      return judged.revocation === null ? 'good' : 'revoked';
    };
  return findPath(certificate, pool, AT, { ...inputs, revocation: verdictAt(0) });
}

/** Lists that cannot be read are none. */
function readLists(dir: string, files: readonly string[]): CertificateList[] {
  return files.flatMap((file) => {
    try {
      return [readCertificateList(bytesOf(dir, file))];
    } catch (error) {
      if (error instanceof TrustError) return [];
      throw error;
    }
  });
}
