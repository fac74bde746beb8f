// NIST PKITS: the sections about revocation lists (4.4 basic, 4.5 self-issued, 4.7 key usage, 4.14 distribution
// points and indirect lists, 4.15 delta lists), with paths as they are found and every link asked about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../core/cms/certificate.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import {
  type CertificateList,
  readCertificateList,
} from '../../../core/trust/crl/certificate-list.ts';
import { judgeCrls } from '../../../core/trust/crl/judge-crls.ts';
import { TrustError } from '../../../core/trust/trust-error.ts';
import { NO_CORPUS, sharedDir } from '../../support/corpus.ts';

interface PkitsCase {
  readonly id: string;
  readonly name: string;
  readonly cert: string;
  readonly otherCerts: readonly string[];
  readonly crls: readonly string[];
  readonly valid: boolean;
  readonly because?: string;
}

const shared = sharedDir();
const AT = new Date('2011-04-15T00:00:00Z');
const SECTIONS = ['404', '405', '407', '414', '415'];
const MAX_DEPTH = 6;

describe.skipIf(shared === null)(`PKITS lists${shared === null ? ` (${NO_CORPUS})` : ''}`, () => {
  const dir = join(shared ?? '', 'vectors/pkits');
  const read = (file: string): Uint8Array => Uint8Array.from(readFileSync(join(dir, file)));
  const all =
    shared === null
      ? []
      : (
          JSON.parse(readFileSync(join(dir, 'cases.json'), 'utf8')) as { cases: PkitsCase[] }
        ).cases.filter(({ id }) => SECTIONS.includes(id.slice(0, 3)));

  function isValid(one: PkitsCase): boolean {
    const pool = new CertificatePool([read('certs/TrustAnchorRootCertificate.crt')]);
    const others = one.otherCerts.map((file) => pool.read(read(`certs/${file}`)));
    const crls: CertificateList[] = [];
    for (const file of ['TrustAnchorRootCRL.crl', ...one.crls]) {
      try {
        crls.push(readCertificateList(read(`crls/${file}`)));
      } catch (error) {
        expect(error).toBeInstanceOf(TrustError);
      }
    }
    const holds = (certificate: Certificate, depth: number): boolean => {
      const path = findPath(certificate, pool, AT);
      if (path.failure !== null || depth > MAX_DEPTH) return false;
      return path.certificates.slice(0, -1).every((link, index) => {
        const issuer = path.certificates[index + 1]!;
        // 4.14.29, 30: an issuer of lists whose own status stands in the list it issues.
        const accepts = (signer: Certificate) =>
          signer === link ? findPath(signer, pool, AT).failure === null : holds(signer, depth + 1);
        const judged = judgeCrls({ certificate: link, issuer, crls, at: AT, others, accepts });
        return judged.usable && judged.revocation === null && judged.currency === 'current';
      });
    };
    return holds(pool.read(read(`certs/${one.cert}`)), 0);
  }

  it.each(all)('$id $name', (one) => {
    expect(isValid(one)).toBe(one.valid);
  });
});
