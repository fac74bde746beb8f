// What of a page looks otherwise than when it was signed: both versions drawn, compared, and framed.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist';
import { displaySize, type Rectangle } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { differingBoxes, type Picture } from './differing-boxes.ts';
import classes from './marks.module.css';

interface Props {
  readonly now: PDFDocumentProxy;
  readonly signed: PDFDocumentProxy;
  readonly shown: ShownPage;
}

/** Longer side of the pictures compared, pixels: small print is still told apart. */
const LONGER_SIDE = 1400;
/** Around a box, points. */
const MARGIN = 2;

export function ChangedRegions({ now, signed, shown }: Props) {
  const { t } = useTranslation('verify');
  const [boxes, setBoxes] = useState<readonly Rectangle[] | null>(null);
  const { number, geometry, pixelsPerPoint } = shown;
  const { width, height } = displaySize(geometry);

  useEffect(() => {
    let current = true;
    const scale = LONGER_SIDE / Math.max(width, height, 1);
    const compare = async (): Promise<Rectangle[]> => {
      // A page that only one of the two has is new, or gone, as a whole.
      if (number > Math.min(now.numPages, signed.numPages)) return [{ x: 0, y: 0, width, height }];
      const after = await draw(now, number, scale);
      const found = differingBoxes(await draw(signed, number, scale), after);
      return found.map((box) => ({
        x: box.x / scale,
        y: box.y / scale,
        width: box.width / scale,
        height: box.height / scale,
      }));
    };
    compare().then(
      (found) => {
        if (current) setBoxes(found);
      },
      // A page that cannot be drawn says so itself.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [now, signed, number, width, height]);

  return (
    <div
      className={classes['layer']}
      data-testid="changed-regions"
      data-count={boxes?.length ?? undefined}
      role="img"
      aria-label={
        boxes === null ? t('marks.comparing') : t('marks.found', { count: boxes.length, n: number })
      }
    >
      {boxes?.map((box) => (
        <div
          key={`${String(box.x)} ${String(box.y)}`}
          className={classes['changed']}
          style={{
            left: (box.x - MARGIN) * pixelsPerPoint,
            top: (box.y - MARGIN) * pixelsPerPoint,
            width: (box.width + 2 * MARGIN) * pixelsPerPoint,
            height: (box.height + 2 * MARGIN) * pixelsPerPoint,
          }}
        />
      ))}
    </div>
  );
}

async function draw(pdf: PDFDocumentProxy, number: number, scale: number): Promise<Picture> {
  const page = await pdf.getPage(number);
  // Points to units of the page, as the viewer's own drawing has it.
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
