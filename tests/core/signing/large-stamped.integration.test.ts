// A stamp on a large file is drawn while the copy goes to the disk: the result is as any other, and a stamp
// that cannot be drawn leaves nothing.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePictures } from '../../../build/bench/documents.mjs';
import { pdfsigSays, qpdfCheck } from '../../support/other-validators.ts';
import { rejection } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const shared = sharedTemporaryFolder();
const input = join(shared, 'besar.pdf');
const rect = { x: 300, y: 300, width: 220, height: 90 };
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(shared);
  writePictures(input, 20);
});

describe('a file of 20 MB with a stamp', () => {
  it('is signed, and valid to others', async () => {
    const output = join(temporaryFolder(), 'keluar.pdf');
    const stamp = { page: 1, rect, content: await stampContent() };
    await signFile(input, output, signer.key, { stamp });
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
    expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
  });

  it('whose stamp cannot be drawn leaves nothing, and nobody is asked to sign', async () => {
    const folder = temporaryFolder();
    let asked = 0;
    const key = {
      ...signer.key,
      sign: (...given: Parameters<typeof signer.key.sign>) => {
        asked += 1;
        return signer.key.sign(...given);
      },
    };
    const stamp = { page: 1, rect, content: await stampContent({ name: '王小明' }) };
    const error = await rejection(signFile(input, join(folder, 'x.pdf'), key, { stamp }));
    expect(error.code).toBe('STAMP_TEXT_UNSUPPORTED');
    expect(asked).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
