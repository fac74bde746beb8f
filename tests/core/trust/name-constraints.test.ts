// Name constraints: the examples of RFC 5280 4.2.1.10, an oracle written another way, and what is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Certificate, readCertificate } from '../../../core/cms/certificate.ts';
import { der, derOid, derSequence, derSetOf } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { namesFailure } from '../../../core/trust/name-constraints/path-names.ts';
import {
  type CertificateOptions,
  makeAuthority,
  makeKey,
  makeSigner,
  nameOf,
  type TestExtension,
} from '../support/test-certificates.ts';
import {
  altNamesOf,
  directoryOf,
  generalName,
  nameConstraintsOf,
} from '../support/test-extensions.ts';
import { processorTime } from '../../support/processor-time.ts';

const key = makeKey('p256', 'nama');
const root = makeAuthority('Akar', { key });
const { email, dns, uri, ip, directory, registeredId, other } = generalName;
const utf8 = (text: string) => der(0x0c, Buffer.from(text));

/** A signer with these names under a CA with these constraints. */
function path(
  constraints: TestExtension,
  names: readonly Uint8Array[],
  subject: Partial<CertificateOptions> = {},
): Certificate[] {
  const ca = makeAuthority('Antara', { issuer: root, key, extensions: [constraints] });
  const extensions = names.length === 0 ? [] : [altNamesOf(...names)];
  const signer = makeSigner('Ujung', ca, { key, extensions, ...subject });
  return [signer, ca, root].map((one) => readCertificate(one.der));
}

const permits = (base: Uint8Array, ...names: readonly Uint8Array[]): boolean =>
  namesFailure(path(nameConstraintsOf([base], []), names)) === null;
const excludes = (base: Uint8Array, ...names: readonly Uint8Array[]): boolean =>
  namesFailure(path(nameConstraintsOf([], [base]), names)) !== null;

/** Form, base, name, whether the name is within; null: it cannot be told, so both ways are refused. */
const CASES: readonly (readonly ['email' | 'dns' | 'uri', string, string, boolean | null])[] = [
  ['email', 'root@example.com', 'root@example.com', true],
  ['email', 'root@example.com', 'root@EXAMPLE.com', true],
  ['email', 'root@example.com', 'Root@example.com', false],
  ['email', 'root@example.com', 'toor@example.com', false],
  ['email', 'example.com', 'siapa.pun@Example.COM', true],
  ['email', 'example.com', 'siapa@host.example.com', false],
  ['email', '.example.com', 'siapa@host.example.com', true],
  ['email', '.example.com', 'siapa@example.com', false],
  ['email', 'example.com', 'siapa@example.com@jahat.id', false],
  ['email', 'example.com', 'siapa@jahat.id@example.com', true],
  ['email', 'example.com', 'siapa@badexample.com', false],
  ['email', 'example.com', 'example.com', null],
  ['email', 'example.com', 'siapa@example.com\0.jahat.id', null],
  ['dns', 'host.example.com', 'www.host.example.com', true],
  ['dns', 'host.example.com', 'host.example.com', true],
  ['dns', 'host.example.com', 'HOST.Example.com', true],
  ['dns', 'host.example.com', 'host1.example.com', false],
  ['dns', 'host.example.com', 'myhost.example.com', false],
  ['dns', 'example.com', '*.example.com', true],
  ['dns', '.example.com', 'www.example.com', true],
  ['dns', '.example.com', 'example.com', false],
  ['dns', '', 'example.com', true],
  ['dns', 'example.com', 'example.com.', null],
  ['dns', 'example.com', 'a..example.com', null],
  ['dns', 'example.com', 'jahat.id\0.example.com', null],
  ['dns', '*.example.com', 'www.example.com', null],
  ['uri', 'host.example.com', 'http://host.example.com/a?b#c', true],
  ['uri', 'host.example.com', 'HTTPS://pena:x@HOST.example.com:8443/', true],
  ['uri', 'host.example.com', 'http://www.host.example.com/', false],
  ['uri', 'host.example.com', 'http://host.example.com@jahat.id/', false],
  ['uri', 'host.example.com', 'http://jahat.id#@host.example.com/', false],
  ['uri', '.example.com', 'ldap://a.b.example.com', true],
  ['uri', '.example.com', 'http://example.com/', false],
  ['uri', 'example.com', 'urn:oid:1.2.3', null],
  ['uri', 'example.com', 'http://10.0.0.1/', null],
  ['uri', 'example.com', 'http://[2001:db8::1]/', null],
  ['uri', 'example.com', 'http://jahat.id\\@example.com/', null],
  ['uri', 'example.com', 'http://jahat.id\n@example.com/', null],
];

describe('a name is within a subtree', () => {
  it.each(CASES)('%s %j: %j is %s', (form, base, name, within) => {
    const [a, b] = [generalName[form](base), generalName[form](name)];
    expect(permits(a, b)).toBe(within === true);
    expect(excludes(a, b)).toBe(within !== false);
  });

  it('of an address and its mask', () => {
    const net = ip(10, 24, 0, 0, 255, 254, 0, 0);
    expect(permits(net, ip(10, 25, 3, 4))).toBe(true);
    expect(permits(net, ip(10, 26, 3, 4))).toBe(false);
    expect(excludes(net, ip(10, 25, 3, 4))).toBe(true);
    expect(excludes(net, ip(10, 26, 3, 4))).toBe(false);
    const six = ip(...Array<number>(16).fill(0x20), ...Array<number>(16).fill(0xf0));
    expect(permits(six, ip(...Array<number>(16).fill(0x2f)))).toBe(true);
    expect(permits(six, ip(...Array<number>(16).fill(0x3f)))).toBe(false);
    expect(permits(six, ip(10, 25, 3, 4))).toBe(false);
    expect(excludes(six, ip(10, 25, 3, 4))).toBe(false);
    expect(excludes(ip(10, 24), ip(10, 25, 3, 4))).toBe(true);
  });

  it('of a directory, part by part', () => {
    const under = directoryOf([
      ['2.5.4.6', 'id'],
      ['2.5.4.10', 'PENA  Test'],
    ]);
    expect(permits(directory(under))).toBe(true);
    expect(excludes(directory(under))).toBe(true);
    const elsewhere = directoryOf([['2.5.4.10', 'Pena Test']]);
    expect(permits(directory(elsewhere))).toBe(false);
    expect(excludes(directory(elsewhere))).toBe(false);
    // The beginning of a part is not a beginning of the name.
    const partly = directoryOf([
      ['2.5.4.6', 'ID'],
      ['2.5.4.10', 'Pena'],
    ]);
    expect(permits(directory(partly))).toBe(false);
    // Nor is one attribute of a relative name the whole of it.
    const attribute = (oid: string, text: string) =>
      derSequence(derOid(oid), der(0x0c, Buffer.from(text)));
    const unit = attribute('2.5.4.10', 'Pena Test');
    const joined = derSequence(derSetOf(unit, attribute('2.5.4.11', 'X')));
    expect(excludes(directory(derSequence(derSetOf(unit))), directory(joined))).toBe(false);
    expect(permits(directory(under), directory(nameOf('Lain')))).toBe(true);
    expect(permits(directory(under), directory(elsewhere))).toBe(false);
  });

  it('of an excluded host that its wildcard may stand for', () => {
    expect(excludes(dns('rahasia.example.com'), dns('*.example.com'))).toBe(true);
    expect(excludes(dns('a.rahasia.example.com'), dns('*.example.com'))).toBe(false);
    expect(permits(dns('rahasia.example.com'), dns('*.example.com'))).toBe(false);
  });
});

describe('a constraint', () => {
  it('limits names of its own form only', () => {
    expect(permits(dns('example.com'), email('siapa@jahat.id'))).toBe(true);
    expect(excludes(dns('example.com'), uri('http://example.com/'))).toBe(false);
  });

  it.each([
    ['registeredID', registeredId('1.2.3'), registeredId('1.2.3')],
    ['otherName', other('1.2.3', utf8('a')), other('1.2.3', utf8('a'))],
  ])('on %s is not computed, and refuses such names', (_, base, name) => {
    expect(permits(base, name)).toBe(false);
    expect(excludes(base, name)).toBe(true);
    expect(permits(base, dns('example.com'))).toBe(true);
  });

  it('on other names limits those of its type only', () => {
    expect(permits(other('1.2.3', utf8('a')), other('1.2.4', utf8('a')))).toBe(true);
  });

  it('on rfc822Name limits addresses with letters beyond ASCII (RFC 9598)', () => {
    const mailbox = (text: string) => other('1.3.6.1.5.5.7.8.9', utf8(text));
    expect(permits(email('example.com'), mailbox('médecin@example.com'))).toBe(true);
    expect(permits(email('example.com'), mailbox('médecin@jahat.id'))).toBe(false);
    expect(excludes(email('example.com'), mailbox('médecin@exämple.com'))).toBe(true);
  });

  it('on rfc822Name limits addresses in the subject', () => {
    const ca = makeAuthority('Antara', {
      issuer: root,
      key,
      extensions: [nameConstraintsOf([email('example.com')], [])],
    });
    const with_ = (address: string) => {
      const subject = directoryOf([['1.2.840.113549.1.9.1', address]]);
      const signer = makeSigner('Ujung', ca, { key, subject });
      return namesFailure([signer, ca, root].map((one) => readCertificate(one.der)));
    };
    expect(with_('siapa@example.com')).toBeNull();
    expect(with_('siapa@jahat.id')?.check).toBe('nameConstraints');
  });

  it('with a minimum or maximum is not understood, and refuses names of the form', () => {
    for (const bound of [der(0x80, Uint8Array.of(1)), der(0x81, Uint8Array.of(9))]) {
      const value = derSequence(der(0xa0, derSequence(dns('example.com'), bound)));
      const constraint = { oid: OID.nameConstraints, value };
      expect(namesFailure(path(constraint, [dns('example.com')]))).not.toBeNull();
      expect(namesFailure(path(constraint, [email('a@example.com')]))).toBeNull();
    }
  });

  it('of a further CA narrows that of the first, and never widens it', () => {
    const chain = (...limits: TestExtension[]) => {
      let issuer = root;
      const cas = limits.map((limit, i) => {
        issuer = makeAuthority(`Antara ${i}`, { issuer, key, extensions: [limit] });
        return issuer;
      });
      const names = altNamesOf(dns('a.b.example.com'));
      const signer = makeSigner('Ujung', issuer, { key, extensions: [names] });
      return [signer, ...cas.toReversed(), root].map((one) => readCertificate(one.der));
    };
    const wide = nameConstraintsOf([dns('example.com')], []);
    const narrow = nameConstraintsOf([dns('b.example.com')], []);
    const elsewhere = nameConstraintsOf([dns('c.example.com'), dns('example.org')], []);
    expect(namesFailure(chain(wide, narrow))).toBeNull();
    expect(namesFailure(chain(narrow, wide))).toBeNull();
    expect(namesFailure(chain(wide, elsewhere))).not.toBeNull();
    expect(namesFailure(chain(elsewhere, wide))).not.toBeNull();
  });

  it('passes over self-issued CAs, but not over a self-issued signer', () => {
    const limit = nameConstraintsOf([], [directory(nameOf('Antara'))]);
    const ca = makeAuthority('Antara', { issuer: root, key, extensions: [limit] });
    const renewed = makeAuthority('Antara', { issuer: ca, key: makeKey('p256', 'nama baru') });
    const signer = makeSigner('Ujung', renewed);
    const read = [signer, renewed, ca, root].map((one) => readCertificate(one.der));
    expect(namesFailure(read)).toBeNull();
    expect(namesFailure(read.slice(1))?.certificate).toBe(read[1]);
  });

  it('that cannot be read refuses the path, and so do names under one that cannot', () => {
    const empty = { oid: OID.nameConstraints, value: derSequence() };
    expect(namesFailure(path(empty, []))?.check).toBe('nameConstraints');
    const broken = { extensions: [{ oid: OID.subjectAltName, value: utf8('?') }] };
    expect(namesFailure(path(nameConstraintsOf([dns('a.id')], []), [], broken))).not.toBeNull();
  });

  it('of very many costs no time, and refuses', () => {
    const many = (suffix: string) => Array.from({ length: 4000 }, (_, i) => dns(`a${i}.${suffix}`));
    const hostile = path(nameConstraintsOf([], many('jahat.id')), many('example.com'));
    const took = processorTime();
    let cost = 0;
    expect(namesFailure(hostile, (more) => (cost += more))).not.toBeNull();
    // A document has some 30,000 to spend.
    expect(cost).toBeGreaterThan(400);
    expect(took()).toBeLessThan(2000);
  });
});

/** The oracle: names as lists of labels, the right one first; addresses as numbers. */
const labels = (host: string): string[] => host.toLowerCase().split('.').reverse();
const begins = (whole: readonly string[], start: readonly string[]): boolean =>
  start.every((label, i) => whole[i] === label);
const below = (host: string, base: string): boolean =>
  begins(labels(host), labels(base)) && labels(host).length > labels(base).length;
const number = (octets: readonly number[]): bigint =>
  octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);

const host = fc
  .array(fc.constantFrom('a', 'b', 'A', 'ab', 'id'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));
const local = fc.constantFrom('pena', 'Pena', 'p.e@n');
const octets = (length: number) =>
  fc.array(fc.constantFrom(0, 1, 10, 255), { minLength: length, maxLength: length });

describe('matching agrees with an oracle on random names:', () => {
  const RUNS = { numRuns: 300 };
  const same = (within: boolean, base: Uint8Array, name: Uint8Array) => {
    expect(permits(base, name)).toBe(within);
    expect(excludes(base, name)).toBe(within);
  };

  it('dNSName', () => {
    fc.assert(
      fc.property(host, host, fc.boolean(), (base, name, dot) => {
        const within = below(name, base) || (!dot && begins(labels(name), labels(base)));
        same(within, dns((dot ? '.' : '') + base), dns(name));
      }),
      RUNS,
    );
  });

  it('rfc822Name', () => {
    fc.assert(
      fc.property(
        local,
        host,
        fc.option(local),
        host,
        fc.boolean(),
        (user, at, only, base, dot) => {
          const exact = at.toLowerCase() === base.toLowerCase();
          const within = only === null ? (dot ? below(at, base) : exact) : exact && only === user;
          const constraint = only === null ? (dot ? `.${base}` : base) : `${only}@${base}`;
          same(within, email(constraint), email(`${user}@${at}`));
        },
      ),
      RUNS,
    );
  });

  it('uniformResourceIdentifier', () => {
    const wrap = fc.constantFrom(
      (name: string) => `http://${name}/jalan`,
      (name: string) => `https://pena@${name}:443`,
      (name: string) => `ldap://${name}?cn`,
    );
    fc.assert(
      fc.property(host, host, fc.boolean(), wrap, (base, name, dot, address) => {
        const within = dot ? below(name, base) : name.toLowerCase() === base.toLowerCase();
        same(within, uri((dot ? '.' : '') + base), uri(address(name)));
      }),
      RUNS,
    );
  });

  it('iPAddress', () => {
    const pair = fc.constantFrom(4, 16).chain((n) => fc.tuple(octets(n), octets(n), octets(n)));
    fc.assert(
      fc.property(pair, ([base, mask, name]) => {
        const within = ((number(base) ^ number(name)) & number(mask)) === 0n;
        same(within, ip(...base, ...mask), ip(...name));
      }),
      RUNS,
    );
  });

  it('directoryName', () => {
    const parts = fc.array(
      fc.tuple(
        fc.constantFrom('2.5.4.10', '2.5.4.11'),
        fc.constantFrom('a', 'A', 'a,b', 'b', '1:a'),
      ),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(parts, parts, (base, name) => {
        const flat = (one: typeof base) =>
          one.map(([type, value]) => `${type} ${value.toLowerCase()}`);
        const within = begins(flat(name), flat(base));
        // The signer's own name stands under Indonesia; only the alternative name is in question.
        const own = directory(directoryOf([['2.5.4.6', 'ID']]));
        const both = nameConstraintsOf([own, directory(directoryOf(base))], []);
        expect(namesFailure(path(both, [directory(directoryOf(name))])) === null).toBe(within);
        expect(excludes(directory(directoryOf(base)), directory(directoryOf(name)))).toBe(within);
      }),
      RUNS,
    );
  });
});
