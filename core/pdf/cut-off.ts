// An update that the file's end cuts off, as a download does that did not come to its end: whole objects, then one
// that is not, or a section or an ending that is not (ISO 32000-2 7.5.6). What ends with a whole object is not told
// from what forgers append, and is none.
import type { FileWindow } from './file-window.ts';
import { latin1 } from './lexer.ts';

const CHUNK = 64 << 10;
/** Longer than any word that is looked for. */
const OVERLAP = 16;
/** Of a section or an object's dictionary no more is looked at. */
const MOST = 1 << 20;
const ROW = 20;

const WHOLE = /\bendobj\b/g;
const DATA_END = /\bendstream\b/g;
/** What an update has after its objects alone. */
const AFTER_OBJECTS = /\b(?:startxref|xref|trailer)\b|%%EOF|%PDF-/g;

/** @param from where the last whole revision ends */
export async function isCutOff(file: FileWindow, from: number): Promise<boolean> {
  const { wholeEnd, dataEnd, section } = await marksIn(file, from);
  // Nothing but objects before the place where it breaks off.
  if (section !== null && section < wholeEnd) return false;
  const start = latin1(await file.read(from, OVERLAP)).trimStart();
  if (!/^\d/.test(start) && !start.startsWith('xref')) return false;
  const rest = latin1(await file.read(wholeEnd, MOST)).trimStart();
  if (/^\d+\s+\d+\s+obj\b/.test(rest)) {
    const tail = latin1(await file.read(dataEnd, OVERLAP)).trimStart();
    const open = dataEnd <= wholeEnd || isBegun('endobj', tail);
    return section === null && open && isOneObject(rest);
  }
  if (file.size - wholeEnd > MOST) return false;
  return isBrokenHeader(rest) || isBrokenSection(rest) || isBrokenEnding(rest);
}

interface Marks {
  /** After the last `endobj`; where there is none, the beginning. */
  readonly wholeEnd: number;
  /** After the last `endstream`. */
  readonly dataEnd: number;
  /** Where the first word stands that no object has. */
  readonly section: number | null;
}

async function marksIn(file: FileWindow, from: number): Promise<Marks> {
  let [wholeEnd, dataEnd] = [from, from];
  let section: number | null = null;
  for (let at = from; at < file.size; at += CHUNK) {
    const text = latin1(await file.read(at, CHUNK + OVERLAP));
    for (const { 0: word, index } of text.matchAll(WHOLE)) wholeEnd = at + index + word.length;
    for (const { 0: word, index } of text.matchAll(DATA_END)) dataEnd = at + index + word.length;
    const [first] = text.matchAll(AFTER_OBJECTS);
    if (first !== undefined) section ??= at + first.index;
  }
  return { wholeEnd, dataEnd, section };
}

/** Another that begins before this one ended would be no update that any program writes. */
function isOneObject(text: string): boolean {
  const data = /\bstream\b/.exec(text)?.index ?? text.length;
  return [...text.slice(0, data).matchAll(/\bobj\b/g)].length === 1;
}

function isBrokenHeader(text: string): boolean {
  return /^\d+(?:\s+\d+(?:\s+ob?)?)?\s*$/.test(text);
}

/** A table that announces more rows than there are, or its trailer without an end. */
function isBrokenSection(text: string): boolean {
  let at = /^xref\s*/.exec(text)?.[0].length ?? null;
  if (at === null) return text !== '' && 'xref'.startsWith(text);
  for (;;) {
    const header = /^\s*\d+ (\d+) *(?:\r\n|\n|\r)/.exec(text.slice(at, at + 64));
    if (header === null) break;
    at += header[0].length;
    const end: number = at + Number(header[1]) * ROW;
    if (end > text.length) return /^[\d nf\r\n]+$/.test(text.slice(at));
    at = end;
  }
  const rest = text.slice(at).trimStart();
  if (isBegun('trailer', rest) || /^\d+(?: \d*)?$/.test(rest)) return true;
  if (!rest.startsWith('trailer')) return false;
  const last = rest.lastIndexOf('>>');
  const open = rest.split('<<').length > rest.split('>>').length;
  return open || last === -1 || isBrokenEnding(rest.slice(last + 2).trimStart());
}

function isBrokenEnding(text: string): boolean {
  return isBegun('startxref', text) || /^startxref\s*\d*\s*(?:%(?:%(?:EO?)?)?)?$/.test(text);
}

function isBegun(word: string, text: string): boolean {
  return text !== '' && text.length < word.length && word.startsWith(text);
}
