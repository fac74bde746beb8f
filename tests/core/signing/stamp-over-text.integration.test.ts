// A stamp over text that somebody signed before would put that signature in doubt: refused before the token
// signs, in the words of the verifier's own finding.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { PdfReader } from '../../../core/pdf/reader.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import type { SigningRequest } from '../../../core/signing/request.ts';
import {
  hasUnexplainedChanges,
  hiddenSignedText,
} from '../../../core/validation/earlier-changes.ts';
import { refusedWith } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { memorySource } from '../support/memory-source.ts';

/** Two pages: the first full of text, the second empty at the lower left of its signature block. */
const SAMPLE = fileURLToPath(
  new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);
const folder = sharedTemporaryFolder();
let signer: TestSigner;
let once: string;
let signatures = 0;

beforeAll(async () => {
  signer = await makeTestSigner(folder, 'ec:P-256');
  once = join(folder, 'sekali.pdf');
  await signFile(SAMPLE, once, signer.key, {});
});

const counted = (): SigningKey => ({
  ...signer.key,
  sign: (data, algorithm, purpose) => {
    signatures += 1;
    return signer.key.sign(data, algorithm, purpose);
  },
});

async function stampAt(
  page: number,
  x: number,
  y: number,
  changes: Partial<SigningRequest>,
): Promise<string> {
  const output = join(folder, `hlm-${String(page)}-${String(x)}-${String(y)}.pdf`);
  const rect = { x, y, width: 200, height: 90 };
  await signFile(once, output, counted(), {
    stamp: { page, rect, content: await stampContent() },
    ...changes,
  });
  return output;
}

const clean = async (path: string): Promise<boolean> => {
  const source = memorySource(readFileSync(path));
  return !(await hasUnexplainedChanges(await PdfReader.open(source), source));
};

it('is not signed, and the page is named', async () => {
  const before = signatures;
  const error = await refusedWith(stampAt(1, 100, 500, { hiddenSignedText }));
  expect(error).toEqual({ code: 'PDF_STAMP_COVERS_TEXT', params: { page: '1' } });
  expect(signatures).toBe(before);
  expect(existsSync(join(folder, 'hlm-1-100-500.pdf'))).toBe(false);
});

it('is what the verifier would doubt', async () => {
  expect(await clean(await stampAt(1, 100, 500, {}))).toBe(false);
});

it('beside the text is signed as ever', async () => {
  expect(await clean(await stampAt(2, 60, 336, { hiddenSignedText }))).toBe(true);
});

it('of a first signature is nobody’s doubt', async () => {
  const output = join(folder, 'pertama.pdf');
  const stamp = {
    page: 1,
    rect: { x: 100, y: 500, width: 200, height: 90 },
    content: await stampContent(),
  };
  await signFile(SAMPLE, output, signer.key, { stamp, hiddenSignedText });
  expect(await clean(output)).toBe(true);
});
