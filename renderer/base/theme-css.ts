// Turns the palettes into one style sheet of custom properties and puts it into a window.
import {
  DARK,
  DARK_CONTRAST,
  LIGHT,
  LIGHT_CONTRAST,
  MANTINE_NAMES,
  MEASURES,
  type Palette,
} from './theme.ts';

const kebab = (name: string): string => name.replace(/[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`);

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}:${String(value)};`)
    .join('');
}

function scheme(name: 'light' | 'dark', palette: Palette): string {
  return `:root[data-mantine-color-scheme='${name}']{color-scheme:${name};${declarations(palette)}}`;
}

/** The whole sheet: measures, four palettes, and Mantine's names for the same tokens. */
export function themeCss(): string {
  const measures = Object.entries(MEASURES).map(([name, value]) => `--${name}:${value};`);
  const names = Object.entries(MANTINE_NAMES).map(
    ([own, token]) => `${own}:var(--${kebab(token)});`,
  );
  return [
    `:root{${measures.join('')}}`,
    scheme('light', LIGHT),
    scheme('dark', DARK),
    `@media (prefers-contrast: more){${scheme('light', LIGHT_CONTRAST)}${scheme('dark', DARK_CONTRAST)}}`,
    `:root[data-mantine-color-scheme]{${names.join('')}}`,
  ].join('\n');
}

/** A constructed sheet needs no nonce: the page's policy governs elements and attributes, not this. */
export function installTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeCss());
  document.adoptedStyleSheets.push(sheet);
}

/** Sets the scheme for a window without Mantine and follows the system from then on. */
export function followSystemScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    document.documentElement.dataset['mantineColorScheme'] = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', apply);
  apply();
}
