// Visits every dictionary that a document's catalog leads to, each once, within bounds.
import { isArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';

/** Objects looked at before the walk stops: far more than letters and decrees have. */
const MAX_OBJECTS = 50_000;

export interface WalkEnd {
  /** Whether everything was seen. */
  readonly complete: boolean;
  /** Objects that could not be read. */
  readonly broken: number;
}

/** `visit` gets each dictionary (also a stream's own). Objects that cannot be read are counted, not thrown. */
export async function walkDocument(
  reader: PdfReader,
  visit: (dict: PdfDict) => void,
): Promise<WalkEnd> {
  const seen = new Set<number>();
  const open: PdfObject[] = [reader.trailer.get('Root') ?? null];
  let broken = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.size > MAX_OBJECTS) return { complete: false, broken };
    if (next instanceof PdfRef) {
      if (seen.has(next.num)) continue;
      seen.add(next.num);
      try {
        open.push(await reader.object(next.num, next.gen));
      } catch (thrown) {
        if (!(thrown instanceof PdfError)) throw thrown;
        broken += 1;
      }
    } else if (isArray(next)) pushAll(open, next);
    else {
      const dict = next instanceof PdfStream ? next.dict : next;
      if (!(dict instanceof PdfDict)) continue;
      visit(dict);
      pushAll(open, dict.entries.values());
    }
  }
  return { complete: true, broken };
}

/** One by one: an array may be longer than a call's arguments can be. */
function pushAll(open: PdfObject[], objects: Iterable<PdfObject>): void {
  for (const object of objects) if (leads(object)) open.push(object);
}

function leads(object: PdfObject): boolean {
  return (
    object instanceof PdfRef ||
    object instanceof PdfDict ||
    object instanceof PdfStream ||
    isArray(object)
  );
}
