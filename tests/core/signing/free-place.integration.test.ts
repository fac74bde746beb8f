// A stamp that nobody gave a place: it stands on no earlier stamp and on no text, and the earlier signature
// stays beyond doubt.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { liesOn } from '../../../core/domain/free-place.ts';
import { pageGeometry } from '../../../core/pdf/page-geometry.ts';
import { findPage } from '../../../core/pdf/pages.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { takenPlaces } from '../../../core/pdf/taken-places.ts';
import { pagePlaces } from '../../../core/signing/place-freely.ts';
import {
  drawnPlaces,
  hasUnexplainedChanges,
  hiddenSignedText,
} from '../../../core/validation/earlier-changes.ts';
import { refusedWith } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { memorySource } from '../support/memory-source.ts';

const SAMPLE = fileURLToPath(
  new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);
const SIZE = { width: 200, height: 70 };
const folder = sharedTemporaryFolder();
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(folder, 'ec:P-256');
});

const opened = (path: string) => PdfReader.open(memorySource(readFileSync(path)));

async function signFreely(input: string, name: string, page: number | 'last' = 'last') {
  const output = join(folder, name);
  const stamp = { page, size: SIZE, content: await stampContent() };
  await signFile(input, output, signer.key, { stamp, hiddenSignedText, drawnPlaces });
  return output;
}

async function stampsOf(path: string, number: number | 'last' = 'last') {
  const reader = await opened(path);
  const page = await findPage(reader, number);
  return pagePlaces(reader, page, await pageGeometry(reader, page));
}

it('finds room for six signers with defaults, each beside the others and off the text', async () => {
  let file = SAMPLE;
  const { text } = await stampsOf(SAMPLE);
  expect(text.length).toBeGreaterThan(0);
  for (let nth = 1; nth <= 6; nth += 1) file = await signFreely(file, `ke-${String(nth)}.pdf`);
  const { stamps } = await stampsOf(file);
  const places = stamps.filter(
    (one, index) => stamps.findIndex((other) => other.x === one.x && other.y === one.y) === index,
  );
  expect(places).toHaveLength(6);
  for (const [index, place] of places.entries()) {
    expect([...places.slice(0, index), ...text].filter((one) => liesOn(place, one))).toEqual([]);
  }
  const source = memorySource(readFileSync(file));
  expect(await hasUnexplainedChanges(await PdfReader.open(source), source)).toBe(false);
});

it('says that a signed page has no room, and which', async () => {
  const once = join(folder, 'sekali.pdf');
  await signFile(SAMPLE, once, signer.key, {});
  const stamp = { page: 1, size: { width: 500, height: 500 }, content: await stampContent() };
  const signing = signFile(once, join(folder, 'tidak-ada.pdf'), signer.key, { stamp });
  expect(await refusedWith(signing)).toEqual({ code: 'PDF_NO_FREE_PLACE', params: { page: '1' } });
});

it('lets the text of a document give way that nobody has signed', async () => {
  const stamp = { page: 1, size: { width: 500, height: 500 }, content: await stampContent() };
  const output = join(folder, 'di-atas-teks.pdf');
  await signFile(SAMPLE, output, signer.key, { stamp });
  expect((await stampsOf(output, 1)).stamps[0]).toMatchObject({ width: 500, height: 500 });
});

/** One page, turned; a line of text at its lower right as shown. */
function turnedPage(rotate: number): Buffer {
  const content = 'BT /F 12 Tf 400 120 Td (Tanda tangan di sini) Tj ET';
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  return onePage(rotate, content, '/Font<</F 5 0 R>>', font);
}

/** Object 5 is a resource. */
function onePage(rotate: number, content: string, resources: string, resource: string): Buffer {
  const body = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate ${String(rotate)}/Contents 4 0 R/Resources<<${resources}>>>>`,
    `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
    resource,
  ];
  let text = '%PDF-1.7\n';
  const offsets = body.map((object, index) => {
    const at = text.length;
    text += `${String(index + 1)} 0 obj${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

it.each([
  // Lower right as shown, 48 from the side and 100 from the bottom, in the page's own numbers.
  [90, { x: 430, y: 552, width: 70, height: 200 }],
  [180, { x: 48, y: 630, width: 200, height: 70 }],
  [270, { x: 100, y: 48, width: 70, height: 200 }],
])('stands at the lower right of a page as it is shown, turned by %i', async (rotate, place) => {
  const input = join(folder, `diputar-${String(rotate)}.pdf`);
  writeFileSync(input, turnedPage(rotate));
  const output = await signFreely(input, `diputar-${String(rotate)}-ttd.pdf`, 1);
  expect((await stampsOf(output, 1)).stamps[0]).toEqual(place);
});

it('leaves the place beside slanting text free', async () => {
  const input = join(folder, 'miring.pdf');
  const content = 'BT /F 90 Tf 0.6 0.8 -0.8 0.6 150 150 Tm (LATIHAN) Tj ET';
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  writeFileSync(input, onePage(0, content, '/Font<</F 5 0 R>>', font));
  const { text } = await stampsOf(input, 1);
  // The first letter begins at 150 across and 150 up, the baseline rises by 4 for 3 across.
  expect(text.some((box) => liesOn(box, { x: 150, y: 160, width: 10, height: 10 }))).toBe(true);
  expect(text.some((box) => liesOn(box, { x: 352, y: 100, width: 200, height: 70 }))).toBe(false);
  const output = await signFreely(input, 'miring-1.pdf', 1);
  expect((await stampsOf(output, 1)).stamps[0]).toMatchObject({ x: 352, y: 100 });
});

it('moves off the text of an upright page', async () => {
  const input = join(folder, 'tegak.pdf');
  writeFileSync(input, turnedPage(0));
  const reader = await opened(input);
  const { text } = await takenPlaces(reader, await findPage(reader, 1));
  expect(text).toHaveLength(1);
  const output = await signFreely(input, 'tegak-ttd.pdf', 1);
  const [place] = (await stampsOf(output, 1)).stamps;
  expect(liesOn(place!, text[0]!)).toBe(false);
  expect(place!.x).toBeCloseTo(352, -1);
});

/** A page with a picture where stamps usually stand, and one around it all. */
/** A scan of the whole page without ink, and a picture of the same octets: grey, so that neither is paper. */
function picturedPage(): Buffer {
  const content = 'q 600 0 0 800 0 0 cm /I Do Q q 120 0 0 80 400 90 cm /I Do Q';
  const image =
    '<</Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 2>>stream\nÈ¾\nendstream';
  return onePage(0, content, `/XObject<</I 5 0 R>>`, image);
}

it('keeps off a picture, and on a signed document leaves it to be seen', async () => {
  const input = join(folder, 'bergambar.pdf');
  writeFileSync(input, picturedPage());
  const first = await signFreely(input, 'bergambar-1.pdf', 1);
  const second = await signFreely(first, 'bergambar-2.pdf', 1);
  const { stamps } = await stampsOf(second, 1);
  const picture = { x: 400, y: 90, width: 120, height: 80 };
  expect(stamps.length).toBeGreaterThanOrEqual(2);
  expect(stamps.filter((one) => liesOn(one, picture))).toEqual([]);
  const source = memorySource(readFileSync(second));
  expect(await hasUnexplainedChanges(await PdfReader.open(source), source)).toBe(false);
  // Where it would have stood without looking: on the picture, which is refused.
  const stamp = { page: 1, size: SIZE, content: await stampContent() };
  const blind = signFile(first, join(folder, 'buta.pdf'), signer.key, { stamp, hiddenSignedText });
  expect(await refusedWith(blind)).toMatchObject({ code: 'PDF_STAMP_COVERS_TEXT' });
});
