// A document time stamp: an authority's word for what the whole file was at that time
// (ISO 32000-2 12.8.5; ETSI EN 319 142-1 5.4.3).
import { planField } from '../pdf/increment/field-plan.ts';
import { Increment } from '../pdf/increment/increment.ts';
import {
  contentsText,
  placeRoom,
  signatureDictionary,
} from '../pdf/increment/signature-dictionary.ts';
import { writeSignatureField } from '../pdf/increment/signature-field.ts';
import { findPage } from '../pdf/pages.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import { PdfReader } from '../pdf/reader.ts';
import type { GrowingFile } from './growing-file.ts';
import type { ProofServices } from './proof-services.ts';

/** An author's certification never forbids it (12.8.2.2.2). Throws TSA_*, NET_*, PDF_*. */
export async function addDocumentTimestamp(
  file: GrowingFile,
  services: ProofServices,
  password: Uint8Array | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  const from = file.size;
  const reader = await PdfReader.open(file, { password });
  const plan = await planField(reader, null);
  for (let attempt = 1, room = services.timestampSize; ; attempt += 1) {
    const increment = new Increment(reader);
    const value = increment.allocate();
    const dictionary = signatureDictionary(
      {
        ...{ type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161', time: null },
        ...{ name: '', reason: '', location: '', references: [] },
      },
      room,
      (dict) => increment.sealed(dict, value),
    );
    increment.setRaw(value, dictionary.content);
    const page = await findPage(reader, 1);
    await writeSignatureField(reader, increment, plan, {
      ...{ value, appearance: null, lock: null, page, rect: null },
    });
    const built = await increment.build();
    const { gap } = placeRoom(built.bytes, from, built.offsetOf(value), dictionary);
    const digest = await file.appendWithGap(built.bytes, gap, 'sha256');
    const token = await services.timestamp(digest, signal);
    if (token.length <= room) {
      await file.fillGap(contentsText(token, gap.end - gap.start));
      return plan.name;
    }
    if (attempt > 1) throw new PdfError('PDF_SIGNATURE_TOO_LARGE');
    room = token.length + SLACK;
  }
}

/** Tokens of one authority differ by a few octets: serial numbers, times, signatures. */
const SLACK = 512;
