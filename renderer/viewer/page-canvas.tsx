// Draws one page: its picture on a canvas, its words in a text layer that can be selected and read aloud.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnnotationMode, TextLayer, type PDFPageProxy } from 'pdfjs-dist';
import classes from './viewer.module.css';

/** A canvas beyond this many pixels is refused by some graphics drivers. */
const MAX_PIXELS = 16_777_216;

interface Props {
  readonly page: PDFPageProxy;
  /** CSS pixels a point. */
  readonly scale: number;
  /** Degrees clockwise in place of the page's own turn. */
  readonly rotation?: number | undefined;
  /** Whether the words are wanted too. */
  readonly withText?: boolean;
}

export function PageCanvas({ page, scale, rotation, withText = true }: Props) {
  const { t } = useTranslation('viewer');
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const viewport = page.getViewport(rotation === undefined ? { scale } : { scale, rotation });
    const area = viewport.width * viewport.height;
    const density = Math.min(window.devicePixelRatio, Math.sqrt(MAX_PIXELS / Math.max(area, 1)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width * density));
    canvas.height = Math.max(1, Math.floor(viewport.height * density));
    canvas.className = classes['canvas'] ?? '';
    const task = page.render({
      canvas,
      viewport,
      transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
      annotationMode: AnnotationMode.ENABLE,
    });
    task.promise.then(
      () => {
        // The old picture stays until the new one is whole: nothing flickers while zooming.
        picture.current?.replaceChildren(canvas);
        setFailed(false);
      },
      (thrown: unknown) => {
        if (!(thrown instanceof Error && thrown.name === 'RenderingCancelledException'))
          setFailed(true);
      },
    );
    return () => task.cancel();
  }, [page, scale, rotation]);

  useEffect(() => {
    const container = words.current;
    if (container === null || !withText) return;
    const layer = new TextLayer({
      textContentSource: page.streamTextContent({ includeMarkedContent: true }),
      container,
      viewport: page.getViewport({ scale }),
    });
    layer.render().catch(() => undefined);
    return () => {
      layer.cancel();
      container.replaceChildren();
    };
  }, [page, scale, withText]);

  return (
    <>
      <div ref={picture} className={classes['picture']} aria-hidden="true" />
      {withText && <div ref={words} className={classes['text']} />}
      {failed && <p className={classes['pageFailed']}>{t('pageFailed')}</p>}
    </>
  );
}
