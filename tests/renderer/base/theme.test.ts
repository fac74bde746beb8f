// The colours hold the contrasts of WCAG 2.2 in all four palettes (1.4.3 text, 1.4.11 controls).
import { describe, expect, it } from 'vitest';
import {
  DARK,
  DARK_CONTRAST,
  LIGHT,
  LIGHT_CONTRAST,
  type Palette,
} from '../../../renderer/base/theme.ts';
import { themeCss } from '../../../renderer/base/theme-css.ts';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [keyof Palette, keyof Palette][] = [
  ['ink', 'ground'],
  ['ink', 'card'],
  ['ink', 'hover'],
  ['ink', 'brandSoft'],
  ['ink', 'okSoft'],
  ['ink', 'warnSoft'],
  ['ink', 'badSoft'],
  ['ink2', 'ground'],
  ['ink2', 'card'],
  ['ink2', 'desk'],
  ['ink2', 'hover'],
  ['ink2', 'brandSoft'],
  ['ink2', 'okSoft'],
  ['ink2', 'warnSoft'],
  ['ink2', 'badSoft'],
  ['brand', 'card'],
  ['brand', 'ground'],
  ['brand', 'brandSoft'],
  ['ok', 'okSoft'],
  ['warn', 'warnSoft'],
  ['warn', 'card'],
  ['bad', 'badSoft'],
  ['bad', 'card'],
  ['onFill', 'fill'],
  ['onFill', 'fillHover'],
];
const CONTROLS: [keyof Palette, keyof Palette][] = [
  ['edge', 'card'],
  ['edge', 'ground'],
  ['focus', 'card'],
  ['focus', 'ground'],
  ['focus', 'desk'],
  ['fill', 'card'],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
  ['light, more contrast', LIGHT_CONTRAST],
  ['dark, more contrast', DARK_CONTRAST],
])('%s', (_name, palette) => {
  it.each(TEXT)('%s on %s is text: 4.5', (front, back) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(CONTROLS)('%s on %s is a control: 3', (front, back) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(3);
  });
});

it('names every token the style sheets use', () => {
  const css = themeCss();
  for (const name of ['--ink-2:', '--ok-soft:', '--on-fill:', '--fill-hover:', '--brand-soft:']) {
    expect(css).toContain(name);
  }
});
