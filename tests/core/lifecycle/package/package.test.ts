// Report packages: what was put in comes out, and what anybody tampered with does not.
import { zipSync, strToU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../core/domain/error-code.ts';
import { toPenaError } from '../../../../core/domain/pena-error.ts';
import { openPackage } from '../../../../core/lifecycle/package/open-package.ts';
import { writePackage } from '../../../../core/lifecycle/package/write-package.ts';
import { keyOf } from '../../../support/report/receiver.ts';
import { paper, report } from '../../../support/report/reports.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';

const papers = [paper('laporan polisi', 'police-report'), paper('surat keterangan')];
const request = report(undefined, papers);
const signer = makeSigner('Ani', makeAuthority('CA'));
const plain = await writePackage(request, papers, null);
const signed = await writePackage(request, papers, keyOf(signer));

function codeOf(work: () => unknown): ErrorCode | null {
  try {
    work();
    return null;
  } catch (thrown) {
    const { code } = toPenaError(thrown);
    if (code === 'INTERNAL') throw thrown;
    return code;
  }
}

/** The signed package with its entries changed, and nothing else. */
function changed(change: (entries: Record<string, Uint8Array>) => void): Uint8Array {
  const entries = unzipSync(signed);
  change(entries);
  return zipSync(entries);
}

describe('a package', () => {
  it('gives back what was put in, and who signed it', () => {
    expect(openPackage(plain)).toMatchObject({ request, signedBy: null });
    const opened = openPackage(signed);
    expect(opened.request).toEqual(request);
    expect(opened.papers.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      ...['laporan polisi', 'surat keterangan'],
    ]);
    expect(opened.signedBy?.commonName).toBe('Ani');
  });

  it.each<[string, Uint8Array, ErrorCode]>([
    [
      'a paper changed',
      changed((all) => (all['papers/1.pdf'] = strToU8('laporan PALSU!'))),
      'PACKAGE_DIGEST_WRONG',
    ],
    [
      'the request changed',
      changed((all) => (all['request.json'] = strToU8('{}'))),
      'PACKAGE_DIGEST_WRONG',
    ],
    [
      'a paper taken out',
      changed((all) => {
        delete all['papers/2.pdf'];
      }),
      'PACKAGE_DIGEST_WRONG',
    ],
    [
      'a paper put in',
      changed((all) => (all['papers/3.pdf'] = strToU8('x'))),
      'PACKAGE_DIGEST_WRONG',
    ],
    [
      'no manifest',
      changed((all) => {
        delete all['manifest.json'];
      }),
      'PACKAGE_INVALID',
    ],
    [
      'a signature of something else',
      changed((all) => {
        const text = Buffer.from(all['manifest.json'] ?? []).toString();
        all['manifest.json'] = strToU8(`${text} `);
      }),
      'PACKAGE_SIGNATURE_WRONG',
    ],
    [
      'a signature that is none',
      changed((all) => (all['manifest.p7s'] = strToU8('sah'))),
      'PACKAGE_SIGNATURE_WRONG',
    ],
    ['a path upwards', changed((all) => (all['../../.bashrc'] = strToU8('x'))), 'PACKAGE_INVALID'],
    ['an absolute path', changed((all) => (all['/etc/passwd'] = strToU8('x'))), 'PACKAGE_INVALID'],
    [
      "a path in Windows' way",
      changed((all) => (all['papers\\..\\x'] = strToU8('x'))),
      'PACKAGE_INVALID',
    ],
    ['a folder', changed((all) => (all['papers/'] = strToU8(''))), 'PACKAGE_INVALID'],
    ['an empty file', new Uint8Array(0), 'PACKAGE_INVALID'],
    ['no ZIP', strToU8('%PDF-1.7'), 'PACKAGE_INVALID'],
    ['half of it', signed.subarray(0, signed.length / 2), 'PACKAGE_INVALID'],
    ['more than a report may hold', new Uint8Array((40 << 20) + 1), 'PACKAGE_TOO_LARGE'],
  ])('is refused: %s', (_name, bytes, code) => {
    expect(codeOf(() => openPackage(bytes))).toBe(code);
  });

  it('is refused where a name comes twice', () => {
    const twin = changed((all) => (all['papers/9.pdf'] = strToU8('x')));
    const named = Buffer.from(twin);
    for (let at = named.indexOf('papers/9.pdf'); at !== -1; at = named.indexOf('papers/9.pdf')) {
      named.write('papers/1.pdf', at);
    }
    expect(codeOf(() => openPackage(named))).toBe('PACKAGE_INVALID');
  });

  it('is refused where the directory names something else than the entries', () => {
    const other = Buffer.from(signed);
    other.write('papers/7.pdf', other.lastIndexOf('papers/1.pdf'));
    expect(codeOf(() => openPackage(other))).toBe('PACKAGE_INVALID');
  });

  it.each([
    ['as declared', false],
    ['declared small', true],
  ])('that is a bomb of 64 MB in 64 KB is refused before it is unpacked, %s', (_name, lies) => {
    const zeros = new Uint8Array(8 << 20);
    const names = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `papers/${n}.pdf`);
    const bomb = Buffer.from(
      zipSync(Object.fromEntries(names.map((name) => [name, zeros])), { level: 9 }),
    );
    if (lies) {
      const real = Buffer.alloc(4);
      real.writeUInt32LE(zeros.length);
      for (let at = bomb.indexOf(real); at !== -1; at = bomb.indexOf(real))
        bomb.writeUInt32LE(9, at);
    }
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(() => openPackage(bomb))).toBe('PACKAGE_TOO_LARGE');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 << 20);
  });

  it('with any octet changed gives what was signed, or is refused with a code', () => {
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = Uint8Array.from(signed);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        const code = codeOf(() => {
          expect(openPackage(bytes).request).toEqual(request);
        });
        expect(code === null || code.startsWith('PACKAGE_')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('of random octets never does anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (tail) => {
        const bytes = Buffer.concat([Buffer.from('PK\u0003\u0004'), tail]);
        expect(codeOf(() => openPackage(bytes))).toMatch(/^PACKAGE_/);
      }),
      { numRuns: 300 },
    );
  });
});
