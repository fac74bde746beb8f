// Documents that the tests open: made by pdf-lib and by the program's own preparing of fields.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { FieldWish } from '../../../core/domain/workflow.ts';
import { prepareFields } from '../../../core/signing/workflow/prepare-fields.ts';
import { createAtomicOutput } from '../../../native/files/atomic-output.ts';
import { openFileSource } from '../../../native/files/file-source.ts';
import { SAMPLE } from './practice.ts';

/** The sample decree with empty signature fields. */
export async function withFields(
  folder: string,
  name: string,
  fields: readonly FieldWish[],
): Promise<string> {
  const path = join(folder, name);
  const source = await openFileSource(SAMPLE);
  try {
    const openOutput = () => createAtomicOutput(path, { overwrite: true });
    await prepareFields({ source, fields, openOutput });
    return path;
  } finally {
    await source.close();
  }
}

/** Two A4 pages; the second says each text at its place, in points from the lower left. */
export async function withText(
  folder: string,
  name: string,
  texts: readonly (readonly [string, number, number])[],
): Promise<string> {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [text, x, y] of texts) page.drawText(text, { x, y, size: 12, font });
  const path = join(folder, name);
  writeFileSync(path, await pdf.save({ useObjectStreams: false }));
  return path;
}

/** Where the widgets of signed fields stand, as another library reads them. */
export async function signedPlaces(
  file: string,
): Promise<{ name: string; rect: { x: number; y: number; width: number; height: number } }[]> {
  const pdf = await PDFDocument.load(readFileSync(file));
  return pdf
    .getForm()
    .getFields()
    .filter((field) => field.acroField.dict.toString().includes('/V'))
    .flatMap((field) =>
      field.acroField.getWidgets().map((widget) => ({
        name: field.getName(),
        rect: widget.getRectangle(),
      })),
    );
}
