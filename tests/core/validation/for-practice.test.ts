// Authorities for practice and trials are trusted nowhere but in practice mode, also where somebody names them as an
// anchor and their certificates bear no mark.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NO_TRUST_LIST } from '../../../core/domain/trust-list.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judgeOne, makeDocument } from '../support/test-document.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';

const HELD = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2026-12-20T00:00:00' };

describe.each(['CA LATIHAN Pena', 'OSD DEMO'])('what %s issued', (name) => {
  const root = makeAuthority(name);
  const sha256 = createHash('sha256').update(root.der).digest('hex');
  const between = makeAuthority('Penerbit di Bawahnya', { issuer: root });
  const trusted = { anchors: [root.der] };

  it.each([
    ['at once', makeSigner('Pejabat', root), []],
    ['through another authority', makeSigner('Pejabat', between), [between.der]],
  ] as const)('%s does not pass, whoever is trusted', async (_, signer, more) => {
    const document = makeDocument((digest) =>
      makeCms({ signer, certificates: [signer.der, ...more, root.der], digest }),
    );
    const crls = [makeCrl({ issuer: root, ...HELD }), makeCrl({ issuer: between, ...HELD })];
    for (const pinned of [[], [{ name, sha256 }]]) {
      const trust = { ...NO_TRUST_LIST, pinned };
      const judged = await judgeOne(document, { ...trusted, crls, trust });
      expect(judged.indication).toBe('INDETERMINATE');
      expect(judged.trustAnchor).toBe(null);
    }
    const inPractice = { ...NO_TRUST_LIST, practice: true };
    expect((await judgeOne(document, { ...trusted, crls, trust: inPractice })).trustAnchor).toBe(
      sha256,
    );
  });

  it('is said to be for practice', async () => {
    const signer = makeSigner('Pejabat', root);
    const document = makeDocument((digest) => makeCms({ signer, digest }));
    expect((await judgeOne(document, trusted)).codes).toContain('SIGNED_IN_PRACTICE');
  });
});
