// What a document host says of places for a signature: fields that wait, and the stamp as it will stand.
import { rectangle } from '../../core/contract/shapes.ts';
import { MOST_WAITING, stampSpot, waitingField } from '../../core/contract/signing.ts';
import { fromUserSpace, pageGeometry } from '../../core/pdf/page-geometry.ts';
import { findPage } from '../../core/pdf/pages.ts';
import { isSigned } from '../../core/pdf/permissions/signing-allowed.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { pagePlaces } from '../../core/signing/place-freely.ts';
import { previewStamp } from '../../core/signing/preview-stamp.ts';
import type { SigningRequest } from '../../core/signing/request.ts';
import { waitingFields } from '../../core/signing/waiting-fields.ts';
import { drawnPlaces } from '../../core/validation/earlier-changes.ts';
import type { AnswerOf, RequestOf } from './document-protocol.ts';
import { stampOf } from './drawn-orders.ts';

type Opened = Pick<SigningRequest, 'source' | 'password'>;

/** A field without a name, or at a place that is none, is left out or nowhere: the file's author chose both. */
export async function fieldsOf({ source, password }: Opened): Promise<AnswerOf<'fields'>> {
  const found = await waitingFields(await PdfReader.open(source, { password }));
  const fields = found.flatMap((field) => {
    const whole = waitingField.safeParse(field);
    const told = whole.success ? whole : waitingField.safeParse({ ...field, place: null });
    return told.success ? [told.data] : [];
  });
  return { fields: fields.slice(0, MOST_WAITING) };
}

/** What lies where no stamp can is left out. @throws {PdfError} PDF_* */
export async function placesOn(
  { source, password }: Opened,
  number: number,
): Promise<AnswerOf<'places'>> {
  const reader = await PdfReader.open(source, { password });
  const page = await findPage(reader, number);
  const geometry = await pageGeometry(reader, page);
  const { stamps, text } = await pagePlaces(reader, page, geometry);
  const drawn = (await drawnPlaces(reader, page)).map((rect) => fromUserSpace(rect, geometry));
  const told = (boxes: typeof stamps) =>
    boxes.filter((box) => rectangle.safeParse(box).success).slice(0, MOST_PLACES);
  return {
    signed: await isSigned(reader),
    stamps: told(stamps),
    text: told(text),
    drawn: told(drawn),
  };
}

const MOST_PLACES = 5_000;

export async function previewOf(
  opened: Opened,
  { stamp, field }: RequestOf<'preview'>,
): Promise<AnswerOf<'preview'>> {
  const { pdf, place } = await previewStamp(opened, await stampOf(stamp), field);
  const spot = stampSpot.safeParse(place);
  // A copy of its own memory: pdf-lib may hand out part of a larger buffer.
  return { pdf: new Uint8Array(pdf), place: spot.success ? spot.data : null };
}
