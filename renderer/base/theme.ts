// The look of both windows in one place: colours, type, spacing and what Mantine is told of them.
import type { MantineThemeOverride } from '@mantine/core';

/** Every colour that may appear in a window. Text pairs hold 4.5:1, control edges 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Palette {
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  /** Edge of something that can be operated. */
  readonly edge: string;
  readonly ground: string;
  readonly card: string;
  /** Behind the pages of a document. */
  readonly desk: string;
  readonly hover: string;
  readonly brand: string;
  readonly brandSoft: string;
  readonly fill: string;
  readonly fillHover: string;
  readonly onFill: string;
  readonly ok: string;
  readonly okSoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly bad: string;
  readonly badSoft: string;
  readonly focus: string;
}

export const LIGHT: Palette = {
  ink: '#16202c',
  ink2: '#51606f',
  line: '#dfe5ea',
  edge: '#7f8d9a',
  ground: '#f5f7f9',
  card: '#ffffff',
  desk: '#e6ebef',
  hover: '#eef2f5',
  brand: '#0b5c6b',
  brandSoft: '#e3f0f2',
  fill: '#0b5c6b',
  fillHover: '#094c58',
  onFill: '#ffffff',
  ok: '#1d7a3e',
  okSoft: '#e6f4ea',
  warn: '#8a5a00',
  warnSoft: '#fdf3dc',
  bad: '#b3261e',
  badSoft: '#fce8e6',
  focus: '#0b5c6b',
};

export const DARK: Palette = {
  ink: '#e7edf2',
  ink2: '#a5b3bf',
  line: '#2a3742',
  edge: '#71828f',
  ground: '#10171e',
  card: '#18222b',
  desk: '#0b1116',
  hover: '#202c36',
  brand: '#6cc7d6',
  brandSoft: '#14333b',
  fill: '#15788a',
  fillHover: '#116a7a',
  onFill: '#ffffff',
  ok: '#74cf93',
  okSoft: '#15311f',
  warn: '#f0c05e',
  warnSoft: '#33290f',
  bad: '#ff9d94',
  badSoft: '#3c1a18',
  focus: '#8adcea',
};

/** For people who ask their system for more contrast (prefers-contrast: more). */
export const LIGHT_CONTRAST: Palette = {
  ...LIGHT,
  ink: '#000000',
  ink2: '#222b34',
  line: '#4a5763',
  edge: '#000000',
  ground: '#ffffff',
  brand: '#003f4b',
  fill: '#003f4b',
  fillHover: '#00303a',
  ok: '#00521f',
  warn: '#5c3b00',
  bad: '#8c0f08',
  focus: '#000000',
};

export const DARK_CONTRAST: Palette = {
  ...DARK,
  ink: '#ffffff',
  ink2: '#e3eaf0',
  line: '#9fb0bd',
  edge: '#ffffff',
  ground: '#000000',
  card: '#000000',
  desk: '#000000',
  brand: '#9be7f3',
  fill: '#9be7f3',
  fillHover: '#c4f2f9',
  onFill: '#000000',
  ok: '#a6f0bf',
  warn: '#ffdc8c',
  bad: '#ffc4be',
  focus: '#ffffff',
};

/** Lengths and type that do not change with the colour scheme. Text: 15/22, small 13, title 24/650. */
export const MEASURES: Readonly<Record<string, string>> = {
  'radius-s': '8px',
  'radius-m': '10px',
  'radius-l': '14px',
  's-1': '4px',
  's-2': '8px',
  's-3': '12px',
  's-4': '16px',
  's-5': '20px',
  's-6': '24px',
  's-8': '32px',
  'text-small': '0.8125rem',
  'text-body': '0.9375rem',
  'text-lead': '1.125rem',
  'text-title': '1.5rem',
  'font-ui':
    '"Segoe UI Variable Text", "Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
  'font-code': 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace',
};

/** The same token under the name Mantine's components read it by. */
export const MANTINE_NAMES: Readonly<Record<string, keyof Palette>> = {
  '--mantine-color-text': 'ink',
  '--mantine-color-bright': 'ink',
  '--mantine-color-body': 'ground',
  '--mantine-color-dimmed': 'ink2',
  '--mantine-color-placeholder': 'ink2',
  '--mantine-color-anchor': 'brand',
  '--mantine-color-error': 'bad',
  '--mantine-color-default': 'card',
  '--mantine-color-default-hover': 'hover',
  '--mantine-color-default-color': 'ink',
  '--mantine-color-default-border': 'edge',
  '--mantine-color-disabled': 'hover',
  '--mantine-color-disabled-color': 'ink2',
  '--mantine-color-disabled-border': 'line',
  '--mantine-color-brand-filled': 'fill',
  '--mantine-color-brand-filled-hover': 'fillHover',
  '--mantine-color-brand-light': 'brandSoft',
  '--mantine-color-brand-light-hover': 'brandSoft',
  '--mantine-color-brand-light-color': 'brand',
  '--mantine-color-brand-outline': 'brand',
  '--mantine-primary-color-filled': 'fill',
  '--mantine-primary-color-filled-hover': 'fillHover',
  '--mantine-primary-color-contrast': 'onFill',
};

const BRAND_SHADES = [
  '#e3f0f2',
  '#c9e3e7',
  '#a3d0d7',
  '#74b6c1',
  '#4597a5',
  '#21798a',
  '#0b5c6b',
  '#094c58',
  '#073e48',
  '#052f37',
] as const;

/** A filled button reads its text colour from the palette, which Mantine fixes to white otherwise. */
const filledText = (variant: string | undefined): Record<string, string> =>
  variant === undefined || variant === 'filled' ? { '--button-color': 'var(--on-fill)' } : {};

export const mantineTheme: MantineThemeOverride = {
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 6 },
  colors: { brand: BRAND_SHADES },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '650' },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '8px', md: '10px', lg: '14px' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem' },
  lineHeights: { xs: '1.4', sm: '1.47', md: '1.47' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, props: { readonly variant?: string }) => ({
        root: filledText(props.variant),
      }),
    },
  },
};
