// What of a page looks otherwise than when it was signed: both versions drawn, compared, and framed: what was permitted
// otherwise than what was not.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { displaySize, toDisplay, type Rectangle } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { CELL, differingBoxes, type Picture } from './differing-boxes.ts';
import { isWithin, permittedOn, touches, type Permitted } from './permitted-changes.ts';
import { placesOn } from './signature-places.ts';
import classes from './marks.module.css';

interface Props {
  readonly now: PDFDocumentProxy;
  readonly signed: PDFDocumentProxy;
  readonly shown: ShownPage;
  /** Index in the report of the one whose version is compared. */
  readonly signature: number | null;
  readonly report: ShownDocumentReport | null;
}

interface Box extends Rectangle {
  readonly permitted: boolean;
}

/** Longer side of the pictures compared, pixels: small print is still told apart. */
const LONGER_SIDE = 1400;
/** Around a box, points. */
const MARGIN = 2;

export function ChangedRegions({ now, signed, shown, signature, report }: Props) {
  const { t } = useTranslation('verify');
  const [boxes, setBoxes] = useState<readonly Box[] | null>(null);
  const { number, geometry, pixelsPerPoint } = shown;

  useEffect(() => {
    let current = true;
    const permitted = permittedOn(number, signature, report);
    compare(now, signed, { number, geometry, permitted }).then(
      (found) => {
        if (current) setBoxes(found);
      },
      // A page that cannot be drawn says so itself.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [now, signed, number, geometry, signature, report]);

  const allowed = boxes?.filter((box) => box.permitted).length ?? 0;
  const told = (count: number, kind: 'found' | 'permitted'): string =>
    t(`marks.${kind}`, { count, n: number });
  return (
    <div
      className={classes['layer']}
      data-testid="changed-regions"
      data-count={boxes === null ? undefined : boxes.length - allowed}
      data-permitted={boxes === null ? undefined : allowed}
      role="img"
      aria-label={
        boxes === null
          ? t('marks.comparing')
          : `${told(boxes.length - allowed, 'found')}${allowed === 0 ? '' : told(allowed, 'permitted')}`
      }
    >
      {boxes?.map((box) => (
        <div
          key={`${String(box.x)} ${String(box.y)}`}
          className={classes[box.permitted ? 'permitted' : 'changed']}
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

interface ComparedPage extends Pick<ShownPage, 'number' | 'geometry'> {
  readonly permitted: Permitted;
}

async function compare(
  now: PDFDocumentProxy,
  signed: PDFDocumentProxy,
  { number, geometry, permitted: { what, fields } }: ComparedPage,
): Promise<Box[]> {
  const { width, height } = displaySize(geometry);
  // A page that only one of the two has is new, or gone, as a whole.
  if (number > Math.min(now.numPages, signed.numPages)) {
    return [{ x: 0, y: 0, width, height, permitted: what === 'all' }];
  }
  const scale = LONGER_SIDE / Math.max(width, height, 1);
  const differing = async (mode: number): Promise<Rectangle[]> => {
    const before = await draw(signed, number, scale, mode);
    return differingBoxes(before, await draw(now, number, scale, mode)).map((box) => ({
      x: box.x / scale,
      y: box.y / scale,
      width: box.width / scale,
      height: box.height / scale,
    }));
  };
  const found = await differing(AnnotationMode.ENABLE);
  if (what !== 'stamps' || found.length === 0) {
    return found.map((box) => ({ ...box, permitted: what === 'all' }));
  }
  const stamps = (await placesOn(now, number))
    .filter(({ field }) => fields.includes(field))
    .map(({ rect }) => toDisplay(rect, geometry));
  const beneath = await differing(AnnotationMode.DISABLE);
  return found.map((box) => ({
    ...box,
    permitted:
      stamps.some((stamp) => isWithin(box, stamp, CELL / scale + 1)) &&
      !beneath.some((one) => touches(one, box)),
  }));
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  annotationMode: number,
): Promise<Picture> {
  const page = await pdf.getPage(number);
  // Points to units of the page, as the viewer's own drawing has it.
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, annotationMode }).promise;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
