import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HEADER_LENGTH, libraryKind } from '../../../native/pkcs11/module-header.ts';

/** Bytes at offsets, zeros between them. */
function header(...parts: readonly [offset: number, hex: string][]): Uint8Array {
  const bytes = Buffer.alloc(512);
  for (const [offset, hex] of parts) bytes.write(hex, offset, 'hex');
  return new Uint8Array(bytes);
}

test('reads the library of this machine', () => {
  const libc = execFileSync('gcc', ['-print-file-name=libc.so.6'], { encoding: 'utf8' }).trim();
  const kind = libraryKind(readFileSync(libc).subarray(0, HEADER_LENGTH));
  expect(kind).toEqual({ format: 'elf', architectures: [process.arch] });
});

// Numbers from <elf.h>, Microsoft's "PE Format", <mach/machine.h>.
test.each([
  [
    'ELF, x86-64',
    [
      [0, '7f454c46020101'],
      [16, '03003e00'],
    ],
    'elf',
    ['x64'],
  ],
  [
    'ELF, AArch64',
    [
      [0, '7f454c46020101'],
      [16, '0300b700'],
    ],
    'elf',
    ['arm64'],
  ],
  [
    'ELF, i386',
    [
      [0, '7f454c46010101'],
      [16, '03000300'],
    ],
    'elf',
    ['ia32'],
  ],
  [
    'ELF, s390x, big-endian',
    [
      [0, '7f454c46020201'],
      [16, '00030016'],
    ],
    'elf',
    ['s390x'],
  ],
  [
    'ELF, unknown',
    [
      [0, '7f454c46020101'],
      [16, '03003412'],
    ],
    'elf',
    ['0x1234'],
  ],
  [
    'PE, x64',
    [
      [0, '4d5a'],
      [0x3c, '80000000'],
      [0x80, '50450000' + '6486'],
    ],
    'pe',
    ['x64'],
  ],
  [
    'PE, x86',
    [
      [0, '4d5a'],
      [0x3c, '80000000'],
      [0x80, '50450000' + '4c01'],
    ],
    'pe',
    ['ia32'],
  ],
  ['Mach-O, arm64', [[0, 'cffaedfe' + '0c000001']], 'mach-o', ['arm64']],
  [
    'Mach-O, universal',
    [
      [0, 'cafebabe' + '00000002'],
      [8, '01000007'],
      [28, '0100000c'],
    ],
    'mach-o',
    ['x64', 'arm64'],
  ],
] as [string, [number, string][], string, string[]][])(
  'reads %s',
  (_what, parts, format, architectures) => {
    expect(libraryKind(header(...parts))).toEqual({ format, architectures });
  },
);

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('bukan pustaka')],
  ['an ELF program', header([0, '7f454c46020101'], [16, '02003e00'])],
  ['an ELF header cut off', header([0, '7f454c46020101']).subarray(0, 17)],
  ['a DOS program', header([0, '4d5a'], [0x3c, '80000000'])],
  ['a PE header beyond the end', header([0, '4d5a'], [0x3c, 'ffffff7f'])],
  ['a Java class', header([0, 'cafebabe' + '00000034'])],
])('takes %s for no library', (_what, bytes) => {
  expect(libraryKind(bytes)).toBeNull();
});
