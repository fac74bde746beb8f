// Pictures are read in a thread; one that takes too long or too much is given up, and the next one is read again.
import { afterAll, expect, it } from 'vitest';
import { PictureThread } from '../../../native/pictures/picture-thread.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { PdfStream } from '../../../core/pdf/objects.ts';
import { pictureDocument } from '../../../core/validation/modifications/picture-document.ts';
import { memorySource } from '../../core/support/memory-source.ts';
import { type Scan, scannedPage, SCANS, UNREAD } from '../../vectors/support/scanned-page.ts';
import { PART } from '../../vectors/support/base-document.ts';

const thread = new PictureThread();
afterAll(() => thread.close());

async function documentOf(scan: Scan): Promise<Uint8Array> {
  const reader = await PdfReader.open(memorySource(scannedPage(scan)));
  const picture = await reader.object(PART.picture, 0);
  if (!(picture instanceof PdfStream)) throw new Error('no picture');
  const document = await pictureDocument(reader, picture);
  return document?.bytes ?? new Uint8Array();
}

it.each(SCANS)('reads $name', async (scan) => {
  const shades = await thread.shades(await documentOf(scan));
  expect(shades).toMatchObject({ width: 827, height: 1169 });
  const light = shades?.light ?? new Uint8Array();
  // Paper at the lower right; of the amount, ink.
  expect(light[1100 * 827 + 780]).toBeGreaterThan(200);
  const amount = light.subarray(670 * 827, 690 * 827).filter((shade) => shade < 128).length;
  expect(amount).toBeGreaterThan(100);
  expect(amount).toBeLessThan(10_000);
});

it.each(UNREAD)('does not read $name', async (scan) => {
  expect(await thread.shades(await documentOf(scan))).toBeNull();
});

it('gives up what takes too long, and goes on', async () => {
  const [scan] = SCANS;
  if (scan === undefined) throw new Error('no scan');
  const hasty = new PictureThread({ time: 1, memory: Infinity });
  expect(await hasty.shades(await documentOf(scan))).toBeNull();
  const greedy = new PictureThread({ time: 20_000, memory: -Infinity });
  expect(await greedy.shades(await documentOf(scan))).toBeNull();
  expect(await thread.shades(await documentOf(scan))).not.toBeNull();
});

it('reads several that are asked for at once, one after the other', async () => {
  const documents = await Promise.all(SCANS.slice(5, 8).map(documentOf));
  const all = await Promise.all(documents.map((one) => thread.shades(one)));
  expect(all.map((one) => one?.width)).toEqual([827, 827, 827]);
});
