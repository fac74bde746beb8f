// PDF objects as plain values, to compare with what is expected.
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfString,
} from '../../../../core/pdf/objects.ts';

/** `/Name`, `(text)`, `<hex>`, `1 0 R`; arrays, dictionaries, numbers, booleans and null as themselves. */
export type Plain = null | boolean | number | string | readonly Plain[] | { [key: string]: Plain };

export function plain(object: PdfObject): Plain {
  if (object instanceof PdfName) return `/${object.value}`;
  if (object instanceof PdfString) {
    const { bytes, hex } = object;
    return hex
      ? `<${Buffer.from(bytes).toString('hex')}>`
      : `(${Buffer.from(bytes).toString('latin1')})`;
  }
  if (object instanceof PdfRef) return `${object.num} ${object.gen} R`;
  if (isArray(object)) return object.map(plain);
  if (object instanceof PdfDict) {
    return Object.fromEntries([...object.entries].map(([key, value]) => [key, plain(value)]));
  }
  if (object !== null && typeof object === 'object') return { stream: plain(object.dict) };
  return object;
}
