// The true signer beside each visible stamp: the picture itself may show any name.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ShownSignatureReport } from '../../../core/contract/validation.ts';
import { commonName } from '../../base/format.ts';
import { PassedIcon, FailedIcon, UncertainIcon, UnsignedIcon } from '../../components/icons.tsx';
import { displaySize, toDisplay, type Rectangle } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { placesOn, type Place } from './signature-places.ts';
import classes from './marks.module.css';

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly shown: ShownPage;
  readonly signatures: readonly ShownSignatureReport[];
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
