// On a scanned page a stamp that nobody gave a place stands off the ink, signed before or not; where nobody can tell
// where the ink is, it is not put on a signed one.
import { expect, it } from 'vitest';
import { liesOn } from '../../../core/domain/free-place.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { pageGeometry } from '../../../core/pdf/page-geometry.ts';
import { findPage } from '../../../core/pdf/pages.ts';
import { pagePlaces } from '../../../core/signing/place-freely.ts';
import { drawnPlaces, hiddenSignedText } from '../../../core/validation/earlier-changes.ts';
import { stampContent } from '../../support/signing.ts';
import { refusedWith } from '../../support/rejection.ts';
import { SECOND, signed, told, verify } from '../../vectors/support/in-memory.ts';
import { scannedPage, SCANS, UNREAD } from '../../vectors/support/scanned-page.ts';
import { memorySource } from '../support/memory-source.ts';

const SIZE = { width: 200, height: 70 };
/** The amount that the scan shows. */
const AMOUNT = { x: 122, y: 346, width: 160, height: 12 };
const NEAR = { x: 110, y: 320 };

async function stampsOf(file: Uint8Array) {
  const reader = await PdfReader.open(memorySource(file));
  const page = await findPage(reader, 1);
  return (await pagePlaces(reader, page, await pageGeometry(reader, page))).stamps;
}

const freely = async () => ({
  stamp: {
    ...{ page: 1 as const, size: SIZE, near: NEAR },
    content: await stampContent({ opaque: true }),
  },
  ...{ key: SECOND, drawnPlaces, hiddenSignedText },
});

it.each(SCANS.filter((_, n) => n % 3 === 0))('finds a place off the ink: $name', async (scan) => {
  const page = scannedPage(scan);
  for (const before of [page, await signed(page)]) {
    const after = await signed(before, await freely());
    const [stamp] = (await stampsOf(after)).filter((one) => one.width === SIZE.width);
    expect(stamp).toBeDefined();
    expect(liesOn(stamp!, AMOUNT)).toBe(false);
    // Nearby, above or below.
    expect(Math.abs(stamp!.y - NEAR.y)).toBeLessThan(120);
    const { signatures } = await verify(after);
    expect(signatures.flatMap(told)).not.toContain('CONTENT_MAY_BE_COVERED');
  }
});

it('refuses a place that was given on the ink of a signed scan', async () => {
  const [scan] = SCANS;
  const before = await signed(scannedPage(scan!));
  const { stamp, ...rest } = await freely();
  const rect = { ...NEAR, ...SIZE };
  const signing = signed(before, { ...rest, stamp: { page: 1, rect, content: stamp.content } });
  expect(await refusedWith(signing)).toEqual({
    ...{ code: 'PDF_STAMP_COVERS_TEXT', params: { page: '1' } },
  });
});

it.each(UNREAD)('has no free place on a signed page that cannot be read: $name', async (scan) => {
  const before = await signed(scannedPage(scan));
  expect(await refusedWith(signed(before, await freely()))).toMatchObject({
    code: 'PDF_NO_FREE_PLACE',
  });
});
