// In practice mode, on the pages of a document before it is signed: the mark that signing puts on each of them.
import { inPractice } from '../../base/practice.ts';
import { displaySize } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import classes from './stamp.module.css';

export function PracticeOverlay({ shown }: { readonly shown: ShownPage }) {
  if (!inPractice()) return null;
  const { width, height } = displaySize(shown.geometry);
  const angle = (Math.atan2(height, width) * 180) / Math.PI;
  const middle = `${String(width / 2)} ${String(height / 2)}`;
  return (
    <svg
      className={classes['practice']}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden="true"
      data-testid="practice-overlay"
    >
      <text
        x={width / 2}
        y={height / 2}
        dominantBaseline="central"
        textAnchor="middle"
        textLength={0.72 * Math.hypot(width, height)}
        lengthAdjust="spacingAndGlyphs"
        fontSize={0.2 * Math.min(width, height)}
        transform={`rotate(${String(-angle)} ${middle})`}
      >
        LATIHAN
      </text>
    </svg>
  );
}
