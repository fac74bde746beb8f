// A second opinion on the key under which a store keeps what one signature needs (ISO 32000-2 12.8.4.4): pyHanko's.
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { vriKey } from '../../core/pdf/increment/document-security-store.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { inventory } from '../../core/pdf/signature-inventory.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { signed } from '../vectors/support/in-memory.ts';
import { python } from './other-writers/python-writers.ts';

const PROGRAM = [
  'import io, sys',
  'from pyhanko.pdf_utils.reader import PdfFileReader',
  'from pyhanko.sign.validation.dss import DocumentSecurityStore as Store',
  'for one in PdfFileReader(io.BytesIO(sys.stdin.buffer.read())).embedded_signatures:',
  '    print(Store.sig_content_identifier(one.pkcs7_content))',
].join('\n');

const missing = spawnSync(python, ['-c', 'import pyhanko.sign']).status !== 0;

describe.skipIf(missing)(`the key of a signature${missing ? ' (skipped: no pyHanko)' : ''}`, () => {
  it('is the one that pyHanko looks under', async () => {
    const file = await signed(baseDocument());
    const said = execFileSync(python, ['-c', PROGRAM], { input: file }).toString().trim();
    const { signatures } = await inventory(await PdfReader.open(memorySource(file)));
    expect(said).toBe(`/${vriKey(signatures[0]!.contents)}`);
  });
});
