// NIST PKITS, every case of it: certificates, lists and policy inputs as the suite gives them, and its verdict.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CmsError } from '../../../core/cms/cms-error.ts';
import type { PathFault } from '../../../core/trust/path-check.ts';
import { NO_CORPUS, sharedDir } from '../../support/corpus.ts';
import { type PkitsCase, pkitsSuite, runCase } from './pkits-runner.ts';

/** DSA is not computed here: valid by the suite, and never taken as valid by us. The third DSA case is invalid. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'valid_dsa_signatures_test4',
  'valid_dsa_parameter_inheritance_test5',
]);

const SECTIONS: Readonly<Record<string, string>> = {
  '401': '4.1 signatures',
  '402': '4.2 validity periods',
  '403': '4.3 name chaining',
  '404': '4.4 basic revocation',
  '405': '4.5 self-issued certificates',
  '406': '4.6 basic constraints',
  '407': '4.7 key usage',
  '408': '4.8 certificate policies',
  '409': '4.9 require explicit policy',
  '410': '4.10 policy mappings',
  '411': '4.11 inhibit policy mapping',
  '412': '4.12 inhibit anyPolicy',
  '413': '4.13 name constraints',
  '414': '4.14 distribution points',
  '415': '4.15 delta lists',
  '416': '4.16 private extensions',
};

/** What may be wrong with the nearest path, by what the suite says is wrong. */
const FAULTS: Readonly<Record<string, readonly PathFault[]>> = {
  path: ['invalid', 'expired', 'not-yet-valid', 'not-found'],
  revoked: ['revoked'],
  'no usable revocation information': ['revocation-unknown', 'revoked'],
  'stale revocation information': ['revocation-unknown'],
};

/**
 * Of the suite, but of none of its cases here: they ask a program to show the notice or the address within a policy
 * (4.8.15 to 4.8.20, 4.10.12), which this one does not do. With the authority that issued each; null: the anchor.
 */
const NOTICES: readonly (readonly [cert: string, authority: string | null])[] = [
  ['UserNoticeQualifierTest15EE.crt', null],
  ['UserNoticeQualifierTest16EE.crt', 'GoodCA'],
  ['UserNoticeQualifierTest17EE.crt', 'GoodCA'],
  ['UserNoticeQualifierTest18EE.crt', 'PoliciesP12CA'],
  ['UserNoticeQualifierTest19EE.crt', null],
  ['CPSPointerQualifierTest20EE.crt', 'GoodCA'],
  ['ValidPolicyMappingTest12EE.crt', 'P12Mapping1to3CA'],
];

const shared = sharedDir();

describe.skipIf(shared === null)(`PKITS${shared === null ? ` (${NO_CORPUS})` : ''}`, () => {
  const dir = shared ?? '';
  const suite =
    shared === null ? { trustAnchor: '', trustAnchorCrl: '', cases: [] } : pkitsSuite(dir);
  const right = new Map<string, number>();

  /** Null for a valid path, 'unreadable' for certificates whose signature is wrong by its encoding. */
  function faultOf(one: PkitsCase): PathFault | 'unreadable' | null {
    try {
      return runCase(dir, suite, one).failure?.fault ?? null;
    } catch (error) {
      if (error instanceof CmsError && error.code === 'CERT_MALFORMED') return 'unreadable';
      throw error;
    }
  }

  it('has 246 cases in 16 sections', () => {
    expect(suite.cases).toHaveLength(246);
    expect(new Set(suite.cases.map(({ id }) => id.slice(0, 3)))).toEqual(
      new Set(Object.keys(SECTIONS)),
    );
  });

  it.each(suite.cases.map((one) => ({ ...one, label: `${one.id} ${one.name}` })))(
    '$label',
    (one) => {
      const fault = faultOf(one);
      if (UNSUPPORTED.has(one.name)) {
        expect(fault).not.toBeNull();
        return;
      }
      expect(fault === null).toBe(one.valid);
      if (fault !== null && fault !== 'unreadable') {
        expect(FAULTS[one.because ?? '']).toContain(fault);
      }
      const section = one.id.slice(0, 3);
      right.set(section, (right.get(section) ?? 0) + 1);
    },
  );

  it.each(NOTICES)('%s: a notice to be shown changes no path', (cert, name) => {
    const [otherCerts, crls] = name === null ? [[], []] : [[`${name}Cert.crt`], [`${name}CRL.crl`]];
    const one = { id: '', name: '', cert, otherCerts, crls, valid: true };
    expect(faultOf(one)).toBeNull();
    expect(faultOf({ ...one, requireExplicitPolicy: true })).toBeNull();
  });

  it('has no file that nothing here reads', () => {
    const { trustAnchor, trustAnchorCrl, cases } = suite;
    const read = new Set([
      ...[trustAnchor, trustAnchorCrl, ...NOTICES.map(([cert]) => cert)],
      ...cases.flatMap(({ cert, otherCerts, crls }) => [cert, ...otherCerts, ...crls]),
    ]);
    const vectors = join(dir, 'vectors');
    const held = readdirSync(vectors, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'cases.json')
      .map(({ name }) => name);
    expect(held).toHaveLength(578);
    expect(held.filter((name) => !read.has(name))).toEqual([]);
  });

  afterAll(() => {
    const rows = Object.entries(SECTIONS).map(([section, title]) => {
      const cases = suite.cases.filter(({ id }) => id.startsWith(section));
      const dsa = cases.filter(({ name }) => UNSUPPORTED.has(name)).length;
      const note = dsa === 0 ? '' : ` (${dsa} unsupported: DSA)`;
      return `  ${title}: ${right.get(section) ?? 0} of ${cases.length}${note}`;
    });
    if (shared !== null) console.log(['PKITS cases judged as the suite says:', ...rows].join('\n'));
  });
});
