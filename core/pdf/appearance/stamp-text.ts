// The lines of a visible stamp and the size at which they fit their place.
import { StampError } from './stamp-error.ts';
import type { StampContent, Zone } from './stamp-content.ts';

export type LineStyle = 'position' | 'note' | 'name';

export interface StampLine {
  readonly text: string;
  readonly style: LineStyle;
}

/** Text width in points at size 1. */
export type Measure = (text: string, style: LineStyle) => number;

export interface StampLayout {
  /** Points: size of the name; other lines are smaller by their style's scale. */
  readonly size: number;
  readonly lines: readonly StampLine[];
  /** Points. */
  readonly height: number;
}

export const SCALE: Readonly<Record<LineStyle, number>> = { position: 0.9, note: 0.78, name: 1 };
export const LEADING = 1.26;

const LARGEST = 12;
/** Below this, print is no longer read. */
const SMALLEST = 4.5;
const STEP = 0.25;

const OFFSET_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
const MONTHS = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September'],
  ...['Oktober', 'November', 'Desember'],
];

/** "24 November 2026 10.15 WITA" */
export function stampTime(time: Date, zone: Zone): string {
  const local = new Date(time.getTime() + OFFSET_HOURS[zone] * 3_600_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(local.getUTCDate())} ${MONTHS[local.getUTCMonth()] ?? ''} ${String(local.getUTCFullYear())}`;
  // A no-break space: a time without its zone says nothing.
  return `${date} ${two(local.getUTCHours())}.${two(local.getUTCMinutes())}\u00a0${zone}`;
}

/** What the stamp says, top to bottom, not yet wrapped. Empty parts are left out. */
export function stampLines(content: StampContent): StampLine[] {
  const { name, position, reason, location, time, zone } = content;
  const when = stampTime(time, zone);
  const lines: StampLine[] = [
    ...position.split('\n').map((text) => ({ text, style: 'position' as const })),
    { text: 'Ditandatangani secara elektronik oleh', style: 'note' },
    { text: name, style: 'name' },
    { text: location === '' ? when : `${location}, ${when}`, style: 'note' },
    { text: reason, style: 'note' },
  ];
  return lines
    .map((line) => ({ ...line, text: line.text.normalize('NFC').replace(/[\p{Cc} ]+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/**
 * The largest size at which all lines fit, wrapped at words.
 * @param width @param height points
 * @throws {StampError} STAMP_TOO_SMALL
 */
export function layOut(
  lines: readonly StampLine[],
  measure: Measure,
  { width, height }: { readonly width: number; readonly height: number },
): StampLayout {
  for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
    const wrapped = wrapAll(lines, measure, width / size);
    if (wrapped === null) continue;
    const used = wrapped.reduce((sum, { style }) => sum + SCALE[style] * LEADING * size, 0);
    if (used <= height) return { size, lines: wrapped, height: used };
  }
  throw new StampError('STAMP_TOO_SMALL');
}

function wrapAll(lines: readonly StampLine[], measure: Measure, width: number): StampLine[] | null {
  const wrapped: StampLine[] = [];
  for (const { text, style } of lines) {
    let current = '';
    for (const word of text.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (measure(longer, style) * SCALE[style] <= width) {
        current = longer;
        continue;
      }
      if (current === '' || measure(word, style) * SCALE[style] > width) return null;
      wrapped.push({ text: current, style });
      current = word;
    }
    wrapped.push({ text: current, style });
  }
  return wrapped;
}
