// The stamp as main will write it, drawn again a moment after something it says or its size changed.
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { RequestOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { StampSpot } from '../../../core/contract/signing.ts';
import { loadBytes } from '../../viewer/pdf-library.ts';
import { pena } from '../../base/bridge.ts';

type PreviewRequest = RequestOf<MainContract['signing.previewStamp']>;

export interface StampPreview {
  readonly pdf: PDFDocumentProxy | null;
  readonly page: PDFPageProxy | null;
  /** Where it will stand, by main; null where that is not known for what is asked for now. */
  readonly spot: StampSpot | null;
  readonly failure: Failure | null;
}

interface Drawn extends StampPreview {
  readonly key: string;
}

/** Milliseconds of quiet before main is asked. */
const QUIET = 350;
const NOTHING: Drawn = { pdf: null, page: null, spot: null, failure: null, key: '' };

/** What makes two previews the same picture: everything but the place. */
export function previewKey(request: PreviewRequest | null): string {
  if (request === null) return '';
  const { stamp } = request;
  const { at } = stamp;
  return JSON.stringify([
    request.document,
    request.certificate,
    request.reason,
    request.location,
    request.field,
    stamp.position,
    stamp.zone,
    stamp.design,
    at.kind === 'page' ? [at.page, at.rect.width, at.rect.height] : at,
  ]);
}

async function drawPreview(request: PreviewRequest, key: string): Promise<Drawn> {
  const answer = await pena().call('signing.previewStamp', request);
  if (!answer.ok) return { ...NOTHING, failure: answer.error, key };
  const { pdf: bytes, place: spot } = answer.value;
  const pdf = await loadBytes(bytes).promise;
  return { pdf, page: await pdf.getPage(1), spot, failure: null, key };
}

/**
 * Null request: no preview. @param specimen name of the signer's own picture, which main knows. The last picture
 * stays until the next one is there.
 */
export function useStampPreview(request: PreviewRequest | null, specimen: string): StampPreview {
  const [preview, setPreview] = useState<Drawn>(NOTHING);
  const key = request === null ? '' : `${previewKey(request)} ${specimen}`;

  useEffect(() => {
    if (request === null) return;
    let current = true;
    const timer = setTimeout(() => {
      void drawPreview(request, key).then((next) => {
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

  if (request === null) return NOTHING;
  return preview.key === key ? preview : { ...preview, spot: null };
}
