// Loads a document for as long as something shows it.
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { loadDocument } from './pdf-library.ts';

export type PdfState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly pdf: PDFDocumentProxy }
  | { readonly state: 'failed'; readonly protected: boolean };

const LOADING: PdfState = { state: 'loading' };

/** The document behind `handle` (`size` bytes long). What is not ready is said, never thrown. */
export function usePdfDocument(handle: string, size: number): PdfState {
  const [loaded, setLoaded] = useState<{ handle: string; state: PdfState } | null>(null);

  useEffect(() => {
    let current = true;
    const settle = (state: PdfState): void => {
      if (current) setLoaded({ handle, state });
    };
    const task = loadDocument(handle, size, () => settle({ state: 'failed', protected: false }));
    task.promise.then(
      (pdf) => settle({ state: 'ready', pdf }),
      (thrown: unknown) => {
        const isProtected = thrown instanceof Error && thrown.name === 'PasswordException';
        settle({ state: 'failed', protected: isProtected });
      },
    );
    return () => {
      current = false;
      setLoaded(null);
      void task.destroy();
    };
  }, [handle, size]);

  return loaded?.handle === handle ? loaded.state : LOADING;
}
