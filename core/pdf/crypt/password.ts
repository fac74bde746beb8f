// A password, given in UTF-8, as the bytes that keys are made of (ISO 32000-2 7.6.4.1).
import { PdfString } from '../objects.ts';
import { textOf } from '../text-string.ts';

/** From this revision on passwords are Unicode, before in PDFDocEncoding. */
const UNICODE_REVISION = 5;

/**
 * The ways to write a password, the standard's own first: not every writer follows it.
 *
 * ASCII is the same in each and stays the caller's bytes, for the caller to wipe. For other characters
 * a string comes into being, which nobody can wipe.
 */
export function passwordForms(password: Uint8Array, revision: number): readonly Uint8Array[] {
  if (password.every((byte) => byte < 0x80)) return [password];
  const text = textOfUtf8(password);
  if (text === null) return [password];
  const form = revision >= UNICODE_REVISION ? prepared(text) : inPdfDocEncoding(text);
  return form === null || Buffer.compare(form, password) === 0 ? [password] : [form, password];
}

function textOfUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** RFC 3454 C.1.2 and B.1. */
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g;
const INVISIBLE =
  /\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/g;

/**
 * SASLprep (RFC 4013) as far as it maps: spaces to one kind, invisible characters to nothing, NFKC. What it
 * prohibits is let through; such a password only opens a file that was closed by it.
 */
function prepared(text: string): Uint8Array {
  const mapped = text.replace(SPACES, ' ').replace(INVISIBLE, '');
  return new TextEncoder().encode(mapped.normalize('NFKC'));
}

/** Null where a character is not in it. */
function inPdfDocEncoding(text: string): Uint8Array | null {
  const codes = new Map<string, number>();
  for (let code = 0xff; code >= 0; code -= 1) {
    codes.set(textOf(new PdfString(Uint8Array.of(code), false)), code);
  }
  const bytes: number[] = [];
  for (const character of text.normalize('NFC')) {
    const code = codes.get(character);
    if (code === undefined) return null;
    bytes.push(code);
  }
  return Uint8Array.from(bytes);
}
