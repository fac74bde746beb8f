// Known by a path to an anchor, by a listed fingerprint on the token, by a listed name where the issuer is not at hand.
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import type { IssuerTrust } from '../../../core/domain/issuer-trust.ts';
import { choiceRank, isIssuerKnown } from '../../../core/trust/issuer-known.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';

const AT = new Date('2026-11-24T02:15:00Z');
const root = makeAuthority('Akar');
const below = makeAuthority('CA Bawah', { issuer: root });
const budi = makeSigner('Budi', below);
const nobody: IssuerTrust = { anchors: [], listed: [], names: new Set() };
const known = (
  trust: Partial<IssuerTrust>,
  others: readonly Uint8Array[] = [],
  one = budi,
): boolean => isIssuerKnown(readCertificate(one.der), others, { ...nobody, ...trust }, AT);
const digest = (der: Uint8Array): string => readCertificate(der).sha256;

describe('an issuer', () => {
  it('is known by a path to an anchor, with what lies on the token', () => {
    expect(known({ anchors: [root.der] }, [below.der])).toBe(true);
    expect(known({ anchors: [below.der] })).toBe(true);
    expect(known({ anchors: [root.der] })).toBe(false);
    expect(known({ anchors: [makeAuthority('Lain').der] }, [below.der])).toBe(false);
  });

  it('is known by its fingerprint on the list, even where it has ended', () => {
    expect(known({ listed: [digest(below.der)] }, [below.der])).toBe(true);
    expect(known({ listed: [digest(root.der)] }, [below.der, root.der])).toBe(true);
    const old = makeAuthority('CA Lama', { notAfter: '20260818000000Z' });
    const siti = makeSigner('Siti', old);
    expect(known({ listed: [digest(old.der)] }, [old.der], siti)).toBe(true);
  });

  it('is known by a listed name only while nothing at hand says otherwise', () => {
    const names = new Set(['CA Bawah']);
    expect(known({ names })).toBe(true);
    // The token's own "CA Bawah" is not the one that is listed.
    expect(known({ names }, [below.der])).toBe(false);
    expect(known({ names: new Set(['Akar']) }, [below.der])).toBe(true);
    expect(known({ names: new Set(['Budi']) })).toBe(false);
    const self = makeAuthority('CA Bawah');
    expect(known({ names }, [], self)).toBe(false);
  });

  it('is not known where its name was borrowed', () => {
    const forged = makeSigner('Budi', below, { forgedBy: makeKey('p256', 'orang lain') });
    expect(known({ anchors: [below.der], names: new Set(['CA Bawah']) }, [], forged)).toBe(false);
  });

  it('is held against nobody where there is nothing to judge by, or something unreadable beside it', () => {
    expect(isIssuerKnown(readCertificate(budi.der), [], null, AT)).toBe(true);
    expect(known({ anchors: [below.der] }, [Uint8Array.of(0x30, 1, 0)])).toBe(true);
  });
});

it('comes before one that is not, and before what cannot sign at all', () => {
  const ranks = [
    choiceRank({ refused: false, known: true }),
    choiceRank({ refused: false, known: false }),
    choiceRank({ refused: true, known: true }),
  ];
  expect(ranks).toEqual([...ranks].sort());
  expect(new Set(ranks).size).toBe(3);
});
