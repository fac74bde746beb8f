// Frames what of a page looks otherwise than when it was signed: what was permitted otherwise than what was not.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownPage } from '../../viewer/page-view.tsx';
import type { ChangedBox, PageComparisons } from './compare-pages.ts';
import classes from './marks.module.css';

interface Props {
  readonly comparisons: PageComparisons;
  readonly shown: ShownPage;
}

/** Around a box, points. */
const MARGIN = 2;

export function ChangedRegions({ comparisons, shown }: Props) {
  const { t } = useTranslation('verify');
  const [boxes, setBoxes] = useState<readonly ChangedBox[] | null>(null);
  const { number, pixelsPerPoint } = shown;

  useEffect(() => {
    let current = true;
    comparisons.of(number).then(
      (found) => {
        if (current) setBoxes(found);
      },
      // A page that cannot be drawn says so itself.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [comparisons, number]);

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
