// The stamp at a place that is not moved by hand: a field's own, or a tag's.
import type { ReactNode } from 'react';
import type { StampSpot } from '../../../core/contract/signing.ts';
import { toDisplay } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import classes from './stamp.module.css';

interface Props {
  readonly shown: ShownPage;
  readonly spot: StampSpot;
  readonly children: ReactNode;
}

export function PlacedStamp({ shown, spot, children }: Props) {
  const { geometry, pixelsPerPoint } = shown;
  const at = toDisplay(spot.rect, geometry);
  return (
    <div
      className={classes['placed']}
      data-testid="stamp-placed"
      style={{
        left: at.x * pixelsPerPoint,
        top: at.y * pixelsPerPoint,
        width: at.width * pixelsPerPoint,
        height: at.height * pixelsPerPoint,
      }}
    >
      {children}
    </div>
  );
}
