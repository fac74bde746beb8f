// One page of a loaded document, with its geometry.
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { pageGeometry, type PageGeometry } from './page-geometry.ts';

export interface LoadedPage {
  readonly proxy: PDFPageProxy;
  readonly number: number;
  readonly geometry: PageGeometry;
}

/** Null until loaded, and for page numbers that the document does not have. */
export function usePage(
  pdf: PDFDocumentProxy | null,
  number: number,
  wanted = true,
): LoadedPage | null {
  const [page, setPage] = useState<LoadedPage | null>(null);

  useEffect(() => {
    if (pdf === null || !wanted || number < 1 || number > pdf.numPages) return;
    let current = true;
    pdf.getPage(number).then(
      (proxy) => {
        if (!current) return;
        const geometry = pageGeometry(proxy.view, proxy.rotate, proxy.userUnit);
        setPage({ proxy, number, geometry });
      },
      () => {
        if (current) setPage(null);
      },
    );
    return () => {
      current = false;
    };
  }, [pdf, number, wanted]);

  return page !== null && page.number === number && pdf !== null ? page : null;
}
