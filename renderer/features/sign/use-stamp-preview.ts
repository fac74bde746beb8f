// The stamp as main will write it, drawn again a moment after something it says or its size changed.
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { RequestOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { loadBytes } from '../../viewer/pdf-library.ts';
import { pena } from '../../base/bridge.ts';

type PreviewRequest = RequestOf<MainContract['signing.previewStamp']>;

export interface StampPreview {
  readonly pdf: PDFDocumentProxy | null;
  readonly page: PDFPageProxy | null;
  readonly failure: Failure | null;
}

/** Milliseconds of quiet before main is asked. */
const QUIET = 350;
const NOTHING: StampPreview = { pdf: null, page: null, failure: null };

/** What makes two previews the same picture: everything but the place. */
export function previewKey(request: PreviewRequest | null): string {
  if (request === null) return '';
  const { stamp } = request;
  return JSON.stringify([
    request.document,
    request.certificate,
    request.reason,
    request.location,
    stamp.page,
    stamp.position,
    stamp.zone,
    stamp.design,
    stamp.rect.width,
    stamp.rect.height,
  ]);
}

async function drawPreview(request: PreviewRequest): Promise<StampPreview> {
  const answer = await pena().call('signing.previewStamp', request);
  if (!answer.ok) return { ...NOTHING, failure: answer.error };
  const pdf = await loadBytes(answer.value.pdf).promise;
  return { pdf, page: await pdf.getPage(1), failure: null };
}

/** Null request: no preview. The last picture stays until the next one is there. */
export function useStampPreview(request: PreviewRequest | null): StampPreview {
  const [preview, setPreview] = useState<StampPreview>(NOTHING);
  const key = previewKey(request);

  useEffect(() => {
    if (request === null) return;
    let current = true;
    const timer = setTimeout(() => {
      void drawPreview(request).then((next) => {
        if (current) setPreview(next);
        else void next.pdf?.loadingTask.destroy();
      });
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // The key stands for the request: a stamp that is only moved needs no new picture.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  // A picture that is replaced, or no longer shown, gives its memory back.
  useEffect(() => {
    const { pdf } = preview;
    if (pdf === null) return;
    return () => {
      setPreview((now) => (now.pdf === pdf ? NOTHING : now));
      void pdf.loadingTask.destroy();
    };
  }, [preview]);

  return request === null ? NOTHING : preview;
}
