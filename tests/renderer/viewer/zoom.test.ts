// Zoom: what fits, and the steps between.
import { describe, expect, it } from 'vitest';
import {
  CSS_PIXELS_PER_POINT,
  PAGE_MARGIN,
  scaleOf,
  stepFrom,
} from '../../../renderer/viewer/zoom.ts';

const A4 = { width: 595, height: 842 };

describe('scaleOf', () => {
  it('fits the width, and the whole page where that is asked for', () => {
    const view = { width: 800, height: 600 };
    const wide = scaleOf({ fit: 'width' }, A4, view);
    expect(A4.width * CSS_PIXELS_PER_POINT * wide).toBeCloseTo(800 - 2 * PAGE_MARGIN);
    const whole = scaleOf({ fit: 'page' }, A4, view);
    expect(A4.height * CSS_PIXELS_PER_POINT * whole).toBeCloseTo(600 - 2 * PAGE_MARGIN);
  });

  it('stays usable in a view without size and on a page without size', () => {
    expect(scaleOf({ fit: 'page' }, A4, { width: 0, height: 0 })).toBe(1);
    expect(scaleOf({ fit: 'page' }, { width: 0, height: 0 }, { width: 10, height: 10 })).toBe(1);
    expect(scaleOf({ fit: 'page' }, A4, { width: 20, height: 20 })).toBeGreaterThan(0);
  });
});

describe('stepFrom', () => {
  it('goes to the next step from between two and stops at the ends', () => {
    expect(stepFrom(0.46, 1)).toBe(0.5);
    expect(stepFrom(0.46, -1)).toBe(0.33);
    expect(stepFrom(1, 1)).toBe(1.1);
    expect(stepFrom(4, 1)).toBe(4);
    expect(stepFrom(0.25, -1)).toBe(0.25);
  });
});
