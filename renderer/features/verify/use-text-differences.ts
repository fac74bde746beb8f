// The text of two versions of a document, compared as pdf.js reads it.
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { differentLines, linesOf, type TextDifference } from './text-differences.ts';

/** Longer than official documents are; of each page only its text is read. */
const MAX_PAGES = 2000;
/** More than people look through. */
const MAX_FOUND = 200;

export interface TextComparison {
  readonly found: readonly TextDifference[];
  /** Whether there is more than is told. */
  readonly more: boolean;
}

/** Null while it is not known. */
export function useTextDifferences(
  signed: PDFDocumentProxy | null,
  now: PDFDocumentProxy | null,
): TextComparison | null {
  const [comparison, setComparison] = useState<TextComparison | null>(null);
  useEffect(() => {
    if (signed === null || now === null) return;
    let current = true;
    compare(signed, now, () => current).then(
      (result) => {
        if (current) setComparison(result);
      },
      // A page that cannot be read says so where it is shown.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [signed, now]);
  return comparison;
}

async function compare(
  signed: PDFDocumentProxy,
  now: PDFDocumentProxy,
  wanted: () => boolean,
): Promise<TextComparison> {
  const pages = Math.max(signed.numPages, now.numPages);
  const found: TextDifference[] = [];
  for (let page = 1; page <= Math.min(pages, MAX_PAGES) && wanted(); page++) {
    found.push(...differentLines(page, await textOf(signed, page), await textOf(now, page)));
    if (found.length > MAX_FOUND) return { found: found.slice(0, MAX_FOUND), more: true };
  }
  return { found, more: pages > MAX_PAGES };
}

async function textOf(pdf: PDFDocumentProxy, number: number): Promise<string[]> {
  if (number > pdf.numPages) return [];
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return linesOf(items.filter((item) => 'str' in item));
}
