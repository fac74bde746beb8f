// A stamp that would hide signed text is found at the review, before anybody types a PIN; a free place is not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { checkPlan, ruleFor } from '../../../../core/signing/batch/plan.ts';
import { requestOf } from '../../../../core/signing/batch/document-request.ts';
import { reviewDocument } from '../../../../core/signing/batch/review.ts';
import { hiddenSignedText } from '../../../../core/validation/earlier-changes.ts';
import { loadFonts } from '../../../../native/files/resources.ts';
import {
  makeTestSigner,
  signFile,
  stampContent,
  type TestSigner,
} from '../../../support/signing.ts';
import { sharedTemporaryFolder } from '../../../support/temporary-folder.ts';
import { memorySource } from '../../support/memory-source.ts';

const SAMPLE = fileURLToPath(
  new URL('../../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);
const USUAL = { x: 320, y: 100, width: 220, height: 88 };
const folder = sharedTemporaryFolder();
let signer: TestSigner;
let signed: Buffer;

beforeAll(async () => {
  signer = await makeTestSigner(folder, 'ec:P-256');
  const output = join(folder, 'bertanda-tangan.pdf');
  const stamp = { page: 2, rect: USUAL, content: await stampContent() };
  await signFile(SAMPLE, output, signer.key, { stamp });
  signed = readFileSync(output);
});

const notAsked = (): never => {
  throw new Error('no design is asked for');
};

async function reviewedWith(at: unknown, bytes: Buffer = signed) {
  const plan = checkPlan({
    ...{ format: 1, certificate: '0'.repeat(64), stamp: { at } },
    files: [{ file: 'surat.pdf', output: 'surat.pdf' }],
  });
  const material = {
    ...({ name: 'NAMA PEJABAT LATIHAN', zone: 'WITA', fonts: await loadFonts() } as const),
    ...{ serial: '01', owner: { qr: null } },
    design: notAsked,
    footer: notAsked,
  };
  const { certificate, chain } = signer.key;
  const { refusal, signatures } = await reviewDocument({
    ...{ source: memorySource(bytes), name: 'surat.pdf', signer: { certificate, chain } },
    ...requestOf(ruleFor(plan, plan.files[0]!), material, new Date()),
    hiddenSignedText,
  });
  return { code: refusal?.code ?? null, params: refusal?.params, signatures };
}

it('is refused where the first stamp stands, with the page', async () => {
  const { x, y, width, height } = USUAL;
  expect(await reviewedWith({ page: 'last', rect: [x, y, width, height] })).toMatchObject({
    ...{ code: 'PDF_STAMP_COVERS_TEXT', params: { page: '2' }, signatures: 1 },
  });
});

it('is ready at a free place near it', async () => {
  const at = { page: 'last', size: [USUAL.width, USUAL.height], near: [USUAL.x, USUAL.y] };
  expect(await reviewedWith(at)).toMatchObject({ code: null, signatures: 1 });
});

it('says where there is no free place', async () => {
  expect(await reviewedWith({ page: 1, size: [500, 500] })).toMatchObject({
    ...{ code: 'PDF_NO_FREE_PLACE', params: { page: '1' } },
  });
});

it('is nobody’s doubt on a document that nobody has signed', async () => {
  const over = { page: 1, rect: [100, 500, 200, 90] };
  expect(await reviewedWith(over, readFileSync(SAMPLE))).toMatchObject({ code: null });
});
