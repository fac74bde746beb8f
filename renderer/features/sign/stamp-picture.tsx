// What the stamp will look like: the writer's own output, drawn by pdf.js inside the frame.
import { useTranslation } from 'react-i18next';
import { PageCanvas } from '../../viewer/page-canvas.tsx';
import { toDisplay, type Rectangle } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { pictureTurn } from './stamp-rectangle.ts';
import type { StampPreview } from './use-stamp-preview.ts';
import classes from './stamp.module.css';

interface Props {
  readonly preview: StampPreview;
  readonly shown: ShownPage;
  readonly rect: Rectangle;
  readonly certificateChosen: boolean;
}

export function StampPicture({ preview, shown, rect, certificateChosen }: Props) {
  const { t } = useTranslation('sign');
  const { page, failure } = preview;
  if (page === null) {
    if (failure !== null) return null;
    return (
      <span className={classes['placeholder']}>
        {t(certificateChosen ? 'stamp.drawing' : 'stamp.noPreview')}
      </span>
    );
  }
  const place = toDisplay(rect, shown.geometry);
  const natural = page.getViewport({ scale: 1 });
  const rotation = pictureTurn(natural, rect, shown.geometry.rotation);
  // While the frame is being resized the last picture fills it; a fresh one follows.
  const width = rotation % 180 === 0 ? natural.width : natural.height;
  return (
    <div
      className={classes['preview']}
      role="img"
      aria-label={t('stamp.preview')}
      data-testid="stamp-preview"
    >
      <PageCanvas
        page={page}
        scale={(place.width * shown.pixelsPerPoint) / Math.max(width, 1)}
        rotation={rotation}
        withText={false}
      />
    </div>
  );
}
