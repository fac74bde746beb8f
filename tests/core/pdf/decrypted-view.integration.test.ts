// The view of an encrypted file that a viewer is given: read by qpdf without any password, the same objects
// as the file had before it was encrypted.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decryptedView } from '../../../core/pdf/decrypted-view.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { encryptFile, KINDS } from '../../support/encrypted-files.ts';
import { qpdfCheck } from '../../support/other-validators.ts';
import { rejection } from '../../support/rejection.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { memorySource } from '../support/memory-source.ts';

const DECREE = new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url)
  .pathname;
const password = new TextEncoder().encode('buka');
const folder = sharedTemporaryFolder();
const text = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

let original = '';
beforeAll(() => {
  original = text(DECREE);
});

async function viewOf(path: string): Promise<Buffer> {
  const reader = await PdfReader.open(memorySource(readFileSync(path)), { password });
  const view = await decryptedView(reader);
  const bytes = Buffer.from(await view.read(0, view.size));
  // In parts it is the same: a viewer asks for ranges.
  const parts: Uint8Array[] = [];
  for (let at = 0; at < view.size; at += 999_983) parts.push(await view.read(at, 999_983));
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  return bytes;
}

describe('the view of a file encrypted with', () => {
  it.each(KINDS.flatMap((kind) => [[kind, 'disable'] as const, [kind, 'generate'] as const]))(
    '%s, object streams: %s',
    async (kind, streams) => {
      const path = join(folder, `${kind.replace(/\W+/g, '-')}-${streams}.pdf`);
      const layout = [`--object-streams=${streams}`];
      encryptFile(DECREE, path, { kind, user: 'buka', owner: 'kuasa', layout });
      const view = join(folder, 'view.pdf');
      const bytes = await viewOf(path);
      writeFileSync(view, bytes);
      expect(bytes.includes('/Encrypt')).toBe(false);
      qpdfCheck(view);
      expect(text(view)).toBe(original);
    },
  );
});

it('is not made of what is larger than memory may be', async () => {
  const path = join(folder, 'besar.pdf');
  encryptFile(DECREE, path, { kind: 'AES-256 (V 5, R 6)', user: 'buka', owner: 'kuasa' });
  const bytes = readFileSync(path);
  // The same file behind so much white space that it cannot be held: nothing of that is read.
  const before = (256 << 20) + 1;
  const source = {
    size: before + bytes.length,
    read: (offset: number, length: number) => {
      const size = Math.min(length, before + bytes.length - offset);
      const out = new Uint8Array(size).fill(0x20);
      for (const start of [0, before]) {
        const from = Math.max(offset, start);
        const to = Math.min(offset + size, start + bytes.length);
        if (from < to) out.set(bytes.subarray(from - start, to - start), from - offset);
      }
      return Promise.resolve(out);
    },
  };
  const reader = await PdfReader.open(source, { password });
  expect(await rejection(decryptedView(reader))).toMatchObject({
    ...{ code: 'PDF_LIMIT_EXCEEDED', params: { limit: 'view' } },
  });
});
