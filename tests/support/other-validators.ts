// What programs that are not ours say of a signed file.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSignatures } from '../../core/pdf/signature-inventory.ts';
import type { Rectangle } from '../../core/pdf/page-geometry.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { opensslKnowsEd25519 } from './openssl-ed25519.ts';

const PLAIN = { env: { ...process.env, LC_ALL: 'C' } };

/** Of an encrypted file; poppler's programs want to know whose it is. */
export interface Password {
  readonly whose: 'user' | 'owner';
  readonly text: string;
}

function forPoppler(password: Password | undefined): string[] {
  return password === undefined ? [] : [password.whose === 'user' ? '-upw' : '-opw', password.text];
}

function forQpdf(password: Password | undefined): string[] {
  return password === undefined ? [] : [`--password=${password.text}`];
}

/** One sentence a signature, e.g. "Signature is Valid." (poppler's pdfsig). */
export function pdfsigSays(file: string, password?: Password): string[] {
  const { stdout } = spawnSync('pdfsig', ['-nocert', ...forPoppler(password), file], PLAIN);
  return [...stdout.toString().matchAll(/Signature Validation: (.*)/g)].map((m) => m[1] ?? '');
}

/** qpdf's exit code (0 sound, 2 broken, 3 warnings) and what it complains of, without file names. */
export function qpdfCheck(
  file: string,
  password?: Password,
): { status: number; complaints: number } {
  const options = ['--check', ...forQpdf(password)];
  const { status, stderr, stdout } = spawnSync('qpdf', [...options, file], PLAIN);
  const text = `${stderr.toString()}${stdout.toString()}`;
  return { status: status ?? -1, complaints: (text.match(/WARNING|ERROR/g) ?? []).length };
}

/** qpdf's own test: 0 for an encrypted file. */
export function qpdfIsEncrypted(file: string): boolean {
  return spawnSync('qpdf', ['--is-encrypted', file]).status === 0;
}

/** `value`: all that this openssl can judge of it, see openssl-ed25519.ts. */
export type OpensslVerdict = 'accepted' | 'value' | 'refused';

/**
 * What `openssl cms -verify` says of the CMS of every signature over its byte range, and with `-cades`
 * of the reference to the certificate in those that claim to be PAdES; `openssl ts -verify` of time stamps.
 */
export async function opensslSays(
  file: string,
  caFile: string,
  scratch: string,
  password?: Password,
): Promise<OpensslVerdict[]> {
  const bytes = readFileSync(file);
  const { signatures } = await readSignatures(memorySource(bytes), {
    password: password === undefined ? undefined : new TextEncoder().encode(password.text),
  });
  const accepts = (args: readonly string[]): boolean => spawnSync('openssl', args).status === 0;
  return signatures.map(({ byteRange, contents, subFilter, type }) => {
    const [a = 0, b = 0, c = 0, d = 0] = byteRange;
    const range = Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)]);
    const [content, cms] = [join(scratch, 'range.bin'), join(scratch, 'cms.der')];
    writeFileSync(content, range);
    writeFileSync(cms, withoutPadding(contents));
    if (type === 'docTimeStamp') {
      const args = ['-token_in', '-in', cms, '-data', content, '-CAfile', caFile];
      return accepts(['ts', '-verify', ...args]) ? 'accepted' : 'refused';
    }
    const accepted = accepts([
      ...['cms', '-verify', ...(subFilter === 'ETSI.CAdES.detached' ? ['-cades'] : [])],
      ...['-binary', '-inform', 'DER', '-in', cms],
      ...['-content', content, '-CAfile', caFile, '-purpose', 'any', '-out', '/dev/null'],
    ]);
    if (accepted) return 'accepted';
    return opensslKnowsEd25519({ contents, range, caFile, scratch }) ? 'value' : 'refused';
  });
}

/** Whether there are signatures, and openssl refuses none. */
export async function opensslAccepts(...asked: Parameters<typeof opensslSays>): Promise<boolean> {
  const verdicts = await opensslSays(...asked);
  return verdicts.length > 0 && !verdicts.includes('refused');
}

/** DER says its own length (X.690 8.1.3); /Contents is filled up with zeros. */
function withoutPadding(contents: Uint8Array): Uint8Array {
  const first = contents[1] ?? 0;
  if (first < 0x80) return contents.subarray(0, 2 + first);
  const octets = contents.subarray(2, 2 + (first & 0x7f));
  const length = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return contents.subarray(0, 2 + octets.length + length);
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Grey values, row by row from the top. */
  readonly pixels: Uint8Array;
}

/** A page drawn by pdftoppm at 72 pixels an inch: one pixel a point. */
export function renderPage(file: string, page: number, password?: Password): Raster | null {
  return drawn(file, page, page, password)?.[0] ?? null;
}

/** The first pages, each as renderPage draws it. */
export function renderPages(file: string, count: number, password?: Password): (Raster | null)[] {
  const together = drawn(file, 1, count, password);
  if (together?.length === count) return together;
  // Which of them cannot be drawn, is not said.
  return Array.from({ length: count }, (_, index) => renderPage(file, index + 1, password));
}

function drawn(file: string, from: number, to: number, password?: Password): Raster[] | null {
  const { stdout, status } = spawnSync(
    'pdftoppm',
    [
      ...['-cropbox', '-r', '72', '-gray', '-f', String(from), '-l', String(to)],
      ...[...forPoppler(password), file],
    ],
    { maxBuffer: 1 << 28, env: PLAIN.env },
  );
  const rasters: Raster[] = [];
  let rest = stdout;
  for (;;) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(rest.subarray(0, 64).toString('latin1'));
    if (header === null) return status === 0 ? rasters : null;
    const [width, height, start] = [Number(header[1]), Number(header[2]), header[0].length];
    rasters.push({ width, height, pixels: rest.subarray(start, start + width * height) });
    rest = rest.subarray(start + width * height);
  }
}

/** Whether two pages look alike but for what is in `mask`, in pixels. */
export function sameOutside(a: Raster | null, b: Raster | null, mask: Rectangle | null): boolean {
  if (a === null || b === null) return a === b;
  const { width, height } = a;
  if (width !== b.width || height !== b.height) return false;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const [left, right] = [a, b].map(({ pixels }) => pixels.subarray(row, row + width));
    if (left === undefined || right === undefined || Buffer.compare(left, right) === 0) continue;
    if (mask === null || y < mask.y || y > mask.y + mask.height) return false;
    for (let x = 0; x < width; x += 1) {
      if (left[x] !== right[x] && (x < mask.x || x > mask.x + mask.width)) return false;
    }
  }
  return true;
}

export function pageCount(file: string, password?: Password): number {
  const options = ['--show-npages', ...forQpdf(password)];
  try {
    return Number(execFileSync('qpdf', [...options, file], { stdio: 'pipe' }).toString());
  } catch (thrown) {
    // Warnings end with 3, the number is there all the same.
    const { stdout } = thrown as { stdout?: Buffer };
    return Number(stdout?.toString() ?? NaN);
  }
}
