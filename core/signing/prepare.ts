// The increment that carries the signature, complete but for the CMS itself.
import { signedDataSize } from '../cms/signed-data.ts';
import { importForm } from '../pdf/appearance/import-form.ts';
import { Increment } from '../pdf/increment/increment.ts';
import {
  type PlacedRoom,
  placeRoom,
  signatureDictionary,
} from '../pdf/increment/signature-dictionary.ts';
import { certify, signatureReferences } from '../pdf/increment/signature-references.ts';
import { writeSignatureField } from '../pdf/increment/signature-field.ts';
import type { PdfRef } from '../pdf/objects.ts';
import { PdfReader } from '../pdf/reader.ts';
import { inMemory } from './in-memory.ts';
import type { SigningPlan } from './plan.ts';
import type { SigningRequest } from './request.ts';

export interface PreparedSignature extends PlacedRoom {
  /** What follows the original's last byte; /Contents holds zeros. */
  readonly bytes: Buffer;
  /** How many octets of CMS fit. */
  readonly room: number;
}

/**
 * @param extraOctets room for what is added to the bare CMS: a time stamp
 * @throws {PenaError} PDF_*, STAMP_*
 */
export async function prepareSignature(
  plan: SigningPlan,
  { key, reason, location, certification, practice }: SigningRequest,
  extraOctets: number,
): Promise<PreparedSignature> {
  const { reader, algorithm, certificate, form, time } = plan;
  const room = signedDataSize({
    ...{ algorithm, certificate: certificate.der, chain: key.chain },
    ...{ attributes: form.attributes, extraOctets },
  });
  const increment = new Increment(reader);
  const value = increment.allocate();
  const dictionary = signatureDictionary(
    {
      type: 'Sig',
      subFilter: form.subFilter,
      time,
      name: certificate.commonName,
      reason: practice ? practiceReason(reason) : reason,
      location,
      references: signatureReferences(certification ?? null, plan.lock),
    },
    room,
    (dict) => increment.sealed(dict, value),
  );
  increment.setRaw(value, dictionary.content);
  await drawOnPages(plan, increment);
  const appearance = await drawAppearance(plan, increment);
  const rect = plan.stamp?.rect ?? null;
  await writeSignatureField(reader, increment, plan.field, {
    value,
    appearance,
    lock: plan.lock,
    page: plan.page,
    rect,
  });
  if (certification !== undefined) await certify(reader, increment, value);
  const built = await increment.build();
  const { bytes } = built;
  const placed = placeRoom(bytes, reader.file.size, built.offsetOf(value), dictionary);
  return { bytes, room, ...placed };
}

/** What is seen of an exercise in other programs' lists of signatures. */
function practiceReason(reason: string): string {
  return reason === '' ? 'LATIHAN' : `LATIHAN: ${reason}`;
}

async function drawOnPages(
  { reader, footer, watermark }: SigningPlan,
  increment: Increment,
): Promise<void> {
  if (footer === null && watermark === null) return;
  const { PageDrawings } = await import('./page-drawing.ts');
  const drawings = new PageDrawings(reader, increment);
  if (footer !== null) {
    const { writeFooter } = await import('./footer/write-footer.ts');
    await writeFooter(reader, increment, drawings, footer);
  }
  if (watermark === null) return;
  const { writeWatermark } = await import('./practice/watermark.ts');
  await writeWatermark(reader, increment, drawings, watermark);
}

async function drawAppearance(
  { stamp }: SigningPlan,
  increment: Increment,
): Promise<PdfRef | null> {
  if (stamp === null) return null;
  // Fonts and drawing take longer to load than a whole signature without a stamp.
  const { drawStamp } = await import('../pdf/appearance/draw-stamp.ts');
  const drawn = await drawStamp(stamp.content, stamp.size);
  const opened = OPENED.get(drawn) ?? PdfReader.open(inMemory(drawn));
  OPENED.set(drawn, opened);
  return importForm(await opened, increment, stamp.rotate);
}

/** In a batch one drawing serves many documents. */
const OPENED = new WeakMap<Uint8Array, Promise<PdfReader>>();
