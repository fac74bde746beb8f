// What single dictionaries tell of a document: scripts, files inside, fonts that are not, and the like.
import { nameOf, PdfDict, PdfRef } from '../objects.ts';
import type { PdfReader } from '../reader.ts';

export interface Tally {
  javaScript: number;
  launches: number;
  embeddedFiles: number;
  external: number;
  alternates: number;
  /** Base names of fonts without a font file. */
  readonly fonts: Set<string>;
  /** Font descriptors are looked at once all fonts are known. */
  readonly described: { readonly name: string; readonly descriptor: PdfRef | PdfDict }[];
}

export function emptyTally(): Tally {
  return {
    ...{ javaScript: 0, launches: 0, embeddedFiles: 0, external: 0, alternates: 0 },
    fonts: new Set(),
    described: [],
  };
}

/** Looks at one dictionary (ISO 32000-2 9.6 to 9.8, 12.6.4, 7.11.3, 8.9.5.4, 7.3.8.2). */
export function look(dict: PdfDict, tally: Tally): void {
  const action = nameOf(dict.get('S'));
  if (action === 'JavaScript' || (dict.get('JS') !== undefined && action !== 'Rendition')) {
    tally.javaScript += 1;
  }
  if (action === 'Launch') tally.launches += 1;
  if (dict.get('EF') !== undefined) tally.embeddedFiles += 1;
  if (dict.get('Alternates') !== undefined && nameOf(dict.get('Subtype')) === 'Image') {
    tally.alternates += 1;
  }
  // A stream whose data are in another file.
  if (dict.get('Length') !== undefined && dict.get('F') !== undefined) tally.external += 1;
  if (nameOf(dict.get('Type')) === 'Font') lookAtFont(dict, tally);
}

/** Type 0 fonts have their descriptor in the descendant, which is met by itself; Type 3 are drawings. */
function lookAtFont(font: PdfDict, tally: Tally): void {
  const subtype = nameOf(font.get('Subtype'));
  if (subtype === 'Type0' || subtype === 'Type3' || subtype === undefined) return;
  const name = withoutTag(nameOf(font.get('BaseFont')) ?? '?');
  const descriptor = font.get('FontDescriptor');
  // One of the standard fonts, which every viewer replaces by its own.
  if (descriptor instanceof PdfRef || descriptor instanceof PdfDict) {
    tally.described.push({ name, descriptor });
  } else tally.fonts.add(name);
}

/** The names of all fonts that have no font file. */
export async function fontsNotEmbedded(reader: PdfReader, tally: Tally): Promise<string[]> {
  for (const { name, descriptor } of tally.described) {
    const dict = await reader.resolveDict(descriptor);
    const files = ['FontFile', 'FontFile2', 'FontFile3'];
    if (!files.some((key) => dict?.get(key) !== undefined)) tally.fonts.add(name);
  }
  return [...tally.fonts].sort();
}

/** "ABCDEF+Noto Sans" is a subset's name (9.9.2). */
function withoutTag(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, '');
}
