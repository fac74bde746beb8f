// The strings of an object that encryption concerns (ISO 32000-2 7.6.2).
import { isArray, nameOf, PdfDict, type PdfObject, PdfStream, PdfString } from '../objects.ts';

/** The object with its strings mapped, the same object where none is. */
export function mapStrings(object: PdfObject, map: (string: PdfString) => PdfString): PdfObject {
  if (object instanceof PdfString) return map(object);
  if (isArray(object)) {
    const items = object.map((item) => mapStrings(item, map));
    return items.some((item, index) => item !== object[index]) ? items : object;
  }
  if (object instanceof PdfDict) return mapDict(object, map);
  if (object instanceof PdfStream) return new PdfStream(mapDict(object.dict, map), object.data);
  return object;
}

function mapDict(dict: PdfDict, map: (string: PdfString) => PdfString): PdfDict {
  const signature = isSignature(dict);
  // With the entries that are written again, of which judges of the file must know: those before the last one first.
  const written = [...dict.overwritten, ...dict.entries];
  const mapped = written.map(([key, value]): [string, PdfObject] => [
    key,
    // A signature is computed over the encrypted file: its own value is never encrypted.
    signature && key === 'Contents' ? value : mapStrings(value, map),
  ]);
  return mapped.some(([, value], at) => value !== written[at]?.[1]) ? new PdfDict(mapped) : dict;
}

/** /Type may be left out of signature dictionaries (table 255). */
function isSignature(dict: PdfDict): boolean {
  const type = nameOf(dict.get('Type'));
  return type === 'Sig' || type === 'DocTimeStamp' || dict.get('ByteRange') !== undefined;
}
