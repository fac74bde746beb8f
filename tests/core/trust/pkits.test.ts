// NIST PKITS: the sections that certificates alone decide (4.1 to 4.3, 4.5 to 4.7, 4.16, without revocation).
// Policies, name constraints and revocation lists are not computed yet: of those sections it is only tested
// that nothing invalid because of its path passes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import { NO_CORPUS, sharedDir } from '../../support/corpus.ts';

interface PkitsCase {
  readonly id: string;
  readonly name: string;
  readonly cert: string;
  readonly otherCerts: readonly string[];
  readonly valid: boolean;
  readonly because?: string;
}

const shared = sharedDir();
const NEEDS_REVOCATION = new Set([
  'revoked',
  'no usable revocation information',
  'stale revocation information',
]);
/** Sections whose valid paths need nothing but certificates and their order. */
const DECIDED = new Set(['401', '402', '403', '405', '406', '407', '416']);

/** DSA is not computed here: these two are valid and said to be unsupported. */
const DSA = new Set(['40104', '40105']);

function cases(dir: string): PkitsCase[] {
  const text = readFileSync(join(dir, 'vectors/pkits/cases.json'), 'utf8');
  return (JSON.parse(text) as { cases: PkitsCase[] }).cases;
}

const section = ({ id }: PkitsCase): string => id.slice(0, 3);
const asksForPolicies = (one: PkitsCase): boolean =>
  'initialPolicySet' in one || 'requireExplicitPolicy' in one || 'inhibitAnyPolicy' in one;

describe.skipIf(shared === null)(`PKITS${shared === null ? ` (${NO_CORPUS})` : ''}`, () => {
  const dir = join(shared ?? '', 'vectors/pkits/certs');
  const all = shared === null ? [] : cases(shared);
  const read = (file: string): Uint8Array => Uint8Array.from(readFileSync(join(dir, file)));

  function isValid({ cert, otherCerts }: PkitsCase): boolean {
    const pool = new CertificatePool([read('TrustAnchorRootCertificate.crt')]);
    try {
      for (const file of otherCerts) pool.read(read(file));
      const path = findPath(pool.read(read(cert)), pool, new Date('2011-04-15T00:00:00Z'));
      return path.failure === null;
    } catch (error) {
      // Two bad signatures of the suite are bad by their encoding already.
      expect(error).toMatchObject({ code: 'CERT_MALFORMED' });
      return false;
    }
  }

  it.each(all.filter((one) => one.valid && DECIDED.has(section(one)) && !DSA.has(one.id)))(
    '$id $name',
    (one) => {
      expect(isValid(one)).toBe(true);
    },
  );

  it.each(
    all.filter(
      (one) => !one.valid && !NEEDS_REVOCATION.has(one.because ?? '') && !asksForPolicies(one),
    ),
  )('$id $name', (one) => {
    expect(isValid(one)).toBe(false);
  });
});
