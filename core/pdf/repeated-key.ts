// Dictionaries of what a document shows that have a key twice (ISO 32000-2 7.3.7): viewers differ in which
// entry counts, so that two readers of the same bytes see two documents.
import { isArray, PdfDict, type PdfObject, PdfRef, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';
import { sameValue } from './equality.ts';

/** The nearest to the catalog: pages, fields and marks come before what they draw with. */
const MOST_OBJECTS = 1_000;
/** In a larger file each of them is a reading of its own, and many would take longer than digesting it. */
const LARGE = 8 << 20;
const MOST_OF_LARGE = 8;
/** They lead back, or to what no page shows. */
const ASIDE: ReadonlySet<string> = new Set([
  ...(['Parent', 'P', 'Prev', 'First', 'Last', 'Next', 'Popup', 'IRT', 'Dest', 'A', 'AA'] as const),
  ...(['StructTreeRoot', 'StructParent', 'Metadata', 'Names', 'Outlines', 'PageLabels'] as const),
  ...(['Dests', 'PieceInfo', 'Thumb', 'B', 'V', 'DSS'] as const),
]);

/**
 * The key that is written twice with different values: of the trailers, the catalog, and the objects nearest to it, a
 * thousand of them or, in a file of more than 8 MiB, eight; null where none is met.
 */
export async function repeatedKey(reader: PdfReader): Promise<string | null> {
  const trailers = reader.links.map(({ section }) => section.trailer);
  const inTrailer = firstOf(trailers, (trailer) => lookInto(trailer, () => undefined));
  if (inTrailer !== null) return inTrailer;
  const open: PdfObject[] = [reader.trailer.get('Root') ?? null];
  const most = reader.file.size > LARGE ? MOST_OF_LARGE : MOST_OBJECTS;
  const met = new Set<number>();
  for (let at = 0; at < open.length && met.size < most; at += 1) {
    const ref = open[at];
    if (!(ref instanceof PdfRef) || met.has(ref.num)) continue;
    met.add(ref.num);
    const value = await readOrNull(reader, ref);
    const found = lookInto(value, (one) => open.length < 4 * most && open.push(one));
    if (found !== null) return found;
  }
  return null;
}

/** Within one object. */
function lookInto(object: PdfObject, lead: (ref: PdfRef) => void): string | null {
  if (object instanceof PdfRef) lead(object);
  if (object instanceof PdfStream) return lookInto(object.dict, lead);
  if (isArray(object)) return firstOf(object, (item) => lookInto(item, lead));
  if (!(object instanceof PdfDict)) return null;
  for (const [key, value] of object.overwritten) {
    if (!sameValue(value, object.get(key))) return key;
  }
  // Readers that keep names as C strings end them at NUL, which no name holds (7.3.5): to them it is another's.
  for (const key of object.entries.keys()) {
    const end = key.indexOf('\0');
    if (end > 0 && object.get(key.slice(0, end)) !== undefined) return key.slice(0, end);
  }
  return firstOf(object.entries, ([key, value]) => (ASIDE.has(key) ? null : lookInto(value, lead)));
}

function firstOf<T>(items: Iterable<T>, look: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = look(item);
    if (found !== null) return found;
  }
  return null;
}

/** What cannot be read shows nothing; the other checks have their say of it. */
async function readOrNull(reader: PdfReader, ref: PdfRef): Promise<PdfObject> {
  try {
    return await reader.resolve(ref);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return null;
  }
}
