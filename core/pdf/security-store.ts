// What a document's security store holds (ISO 32000-2 12.8.4.3, 12.8.4.4), read and not judged. Whatever it holds
// speaks for itself: OCSP answers and CRLs are signed by those who may say such things.
import { LIMITS } from './limits.ts';
import { type PdfDict, type PdfObject, PdfRef, PdfStream } from './objects.ts';
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
/** Of all kinds together. */
const MAX_BYTES = LIMITS.decodedStream;

/** Streams that cannot be read are passed over: they prove nothing. */
export async function readSecurityStore(reader: PdfReader): Promise<SecurityStore> {
  const store = await reader.resolveDict((await reader.catalog()).get('DSS'));
  if (store === undefined) return EMPTY_STORE;
  const entries = await signatureEntries(reader, store);
  const budget = { bytes: MAX_BYTES, seen: new Set<string>() };
  const values = async (list: string, own: string): Promise<Uint8Array[]> => {
    const found = await streams(reader, store.get(list), budget);
    for (const entry of entries) found.push(...(await streams(reader, entry.get(own), budget)));
    return found;
  };
  return {
    certificates: await values('Certs', 'Cert'),
    ocspResponses: await values('OCSPs', 'OCSP'),
    crls: await values('CRLs', 'CRL'),
  };
}

/**
 * What the store keeps for single signatures, under keys that are names and protect nothing (12.8.4.4; EN 319 142-1
 * 5.4.2.3). All of it should stand in the store's own lists; some writers leave it out there. A /TS in it states a
 * time for no bytes that anybody signed, and /TU only claims one: neither is read.
 */
async function signatureEntries(reader: PdfReader, store: PdfDict): Promise<PdfDict[]> {
  const found: PdfDict[] = [];
  try {
    const vri = await reader.resolveDict(store.get('VRI'));
    for (const item of [...(vri?.entries.values() ?? [])].slice(0, MAX_STREAMS)) {
      const entry = await reader.resolveDict(item);
      if (entry !== undefined) found.push(entry);
    }
  } catch (thrown) {
    if (!(thrown instanceof PdfError) || thrown.code === 'PDF_LIMIT_EXCEEDED') throw thrown;
  }
  return found;
}

async function streams(
  reader: PdfReader,
  list: PdfObject | undefined,
  budget: { bytes: number; readonly seen: Set<string> },
): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const item of await itemsOf(reader, list)) {
    // Named by the store and by each signature that needs it.
    const key = item instanceof PdfRef ? `${String(item.num)} ${String(item.gen)}` : null;
    if (key === null || budget.seen.has(key)) continue;
    budget.seen.add(key);
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

async function itemsOf(
  reader: PdfReader,
  list: PdfObject | undefined,
): Promise<readonly PdfObject[]> {
  try {
    return ((await reader.resolveArray(list)) ?? []).slice(0, MAX_STREAMS);
  } catch (thrown) {
    if (!(thrown instanceof PdfError) || thrown.code === 'PDF_LIMIT_EXCEEDED') throw thrown;
    return [];
  }
}
