// The true signer beside each visible stamp: the picture itself may show any name.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ShownSignatureReport } from '../../../core/contract/validation.ts';
import { commonName } from '../../base/format.ts';
import { PassedIcon, FailedIcon, UncertainIcon, UnsignedIcon } from '../../components/icons.tsx';
import { displaySize, toDisplay, type Rectangle } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import classes from './marks.module.css';

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly shown: ShownPage;
  readonly signatures: readonly ShownSignatureReport[];
}

interface Place {
  readonly field: string;
  readonly rect: Rectangle;
}

/** Of a name in full, in pixels: as wide as marks.module.css lets it be, in up to three lines. */
const NAME = { width: 260, height: 60 };

const LOOKS = {
  TOTAL_PASSED: { tone: 'ok', Icon: PassedIcon },
  INDETERMINATE: { tone: 'warn', Icon: UncertainIcon },
  TOTAL_FAILED: { tone: 'bad', Icon: FailedIcon },
} as const;

export function SignerMarks({ pdf, shown, signatures }: Props) {
  const { t } = useTranslation('verify');
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const { number, geometry, pixelsPerPoint } = shown;

  useEffect(() => {
    let current = true;
    placesOn(pdf, number).then(
      (found) => {
        if (current) setPlaces(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [pdf, number]);

  return (
    <>
      {places.map(({ field, rect }, index) => {
        const at = toDisplay(rect, geometry);
        const crowded = places.some(
          (other) => other.rect !== rect && near(other.rect, rect, pixelsPerPoint),
        );
        const signature = signatures.find((one) => one.field === field);
        const { tone, Icon } =
          signature === undefined
            ? { tone: 'plain', Icon: UnsignedIcon }
            : LOOKS[signature.indication];
        const subject = signature?.signer?.subject;
        const name = subject === undefined ? t('signature.unknownSigner') : commonName(subject);
        return (
          <div
            key={`${field} ${String(index)}`}
            className={classes['signer']}
            data-tone={tone}
            data-side={at.x + at.width / 2 > displaySize(geometry).width / 2 ? 'right' : 'left'}
            data-crowded={crowded || undefined}
            data-testid="signer-mark"
            style={{
              left: at.x * pixelsPerPoint,
              top: at.y * pixelsPerPoint,
              width: at.width * pixelsPerPoint,
              height: at.height * pixelsPerPoint,
            }}
          >
            <span className={classes['chip']}>
              <Icon size={14} />
              <span>
                {signature === undefined
                  ? t('marks.unsigned')
                  : crowded
                    ? name
                    : t('marks.signer', { name })}
              </span>
            </span>
          </div>
        );
      })}
    </>
  );
}

/** Whether the names below two stamps would run into each other; in what of pixels they need at most. */
function near(a: Rectangle, b: Rectangle, pixelsPerPoint: number): boolean {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const up = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return across * pixelsPerPoint < NAME.width && up * pixelsPerPoint < NAME.height;
}

async function placesOn(pdf: PDFDocumentProxy, number: number): Promise<Place[]> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0] = page.view;
  const unit = page.userUnit;
  const annotations: unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation) => {
    const read = signatureWidget(annotation);
    if (read === null) return [];
    const { field } = read;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = read.rect;
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    // Nothing is to be seen of an invisible signature.
    if (width < 1 || height < 1) return [];
    const x = Math.min(x0, x1) - left;
    const y = Math.min(y0, y1) - bottom;
    const scaled = { x: x * unit, y: y * unit, width: width * unit, height: height * unit };
    return [{ field, rect: scaled }];
  });
}

/** What pdf.js says of a signature field's widget; the rectangle in default user space. */
function signatureWidget(annotation: unknown): { field: string; rect: number[] } | null {
  if (typeof annotation !== 'object' || annotation === null) return null;
  if (!('fieldType' in annotation) || annotation.fieldType !== 'Sig') return null;
  if (!('fieldName' in annotation) || typeof annotation.fieldName !== 'string') return null;
  if (!('rect' in annotation) || !Array.isArray(annotation.rect)) return null;
  const rect: unknown[] = annotation.rect;
  return { field: annotation.fieldName, rect: rect.filter((n) => typeof n === 'number') };
}
