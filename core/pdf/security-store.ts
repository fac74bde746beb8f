// What a document's security store holds (ISO 32000-2 12.8.4.3), read and not judged. Whatever it holds
// speaks for itself: OCSP answers and CRLs are signed by those who may say such things.
import { LIMITS } from './limits.ts';
import { type PdfDict, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

/** DER values. */
export interface SecurityStore {
  readonly certificates: readonly Uint8Array[];
  readonly ocspResponses: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

export const EMPTY_STORE: SecurityStore = { certificates: [], ocspResponses: [], crls: [] };

/** A city's yearly archive has some dozens of each. */
const MAX_STREAMS = 1000;
const MAX_BYTES = LIMITS.decodedStream;

/** Streams that cannot be read are passed over: they prove nothing. */
export async function readSecurityStore(reader: PdfReader): Promise<SecurityStore> {
  const store = await reader.resolveDict((await reader.catalog()).get('DSS'));
  if (store === undefined) return EMPTY_STORE;
  const budget = { bytes: MAX_BYTES };
  return {
    certificates: await streams(reader, store, 'Certs', budget),
    ocspResponses: await streams(reader, store, 'OCSPs', budget),
    crls: await streams(reader, store, 'CRLs', budget),
  };
}

async function streams(
  reader: PdfReader,
  store: PdfDict,
  key: string,
  budget: { bytes: number },
): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const item of ((await reader.resolveArray(store.get(key))) ?? []).slice(0, MAX_STREAMS)) {
    try {
      const stream = await reader.resolve(item);
      if (!(stream instanceof PdfStream)) continue;
      const data = await reader.decodedData(stream);
      budget.bytes -= data.length;
      if (budget.bytes < 0) return found;
      found.push(data);
    } catch (thrown) {
      if (!(thrown instanceof PdfError)) throw thrown;
    }
  }
  return found;
}
