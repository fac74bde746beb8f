// The stamp of `pena batch plan`: "last:300,60,200,70", "tag:#:200,70", or "last" and "last:200,70" for a free
// place on that page.
import type { StampPlace, StampRule } from '../../core/domain/batch.ts';
import { UsageError } from '../usage-error.ts';

interface StampTexts {
  readonly text?: readonly string[];
  readonly design?: string | null;
  readonly qr?: string | null;
}

/** Null for invisible signatures. @throws {UsageError} */
export function stampRuleOf(
  place: string | undefined,
  { text = [], design = null, qr = null }: StampTexts,
): StampRule | null {
  if (place === undefined) return null;
  return { at: placeOf(place), position: text.join('\n'), design, qr };
}

function placeOf(text: string): StampPlace {
  const tag = /^tag:([^:\s]{1,16}):([\d.,]+)$/.exec(text);
  if (tag !== null) {
    const [width, height, more] = numbersIn(tag[2]);
    if (width === undefined || height === undefined || more !== undefined) {
      throw new UsageError('batchStamp');
    }
    return { tag: tag[1] ?? '', size: [width, height] };
  }
  const [, named, numbers] = /^(last|[1-9]\d{0,6})(?::(-?[\d.,-]+))?$/.exec(text) ?? [];
  if (named === undefined) throw new UsageError('batchStamp');
  const page = named === 'last' ? 'last' : Number(named);
  if (numbers === undefined) return { page, size: null };
  const [x, y, width, height, more] = numbersIn(numbers);
  if (x === undefined || y === undefined || more !== undefined) throw new UsageError('batchStamp');
  if (width === undefined) return { page, size: [x, y] };
  if (height === undefined) throw new UsageError('batchStamp');
  return { page, rect: [x, y, width, height] };
}

export function numbersIn(text: string | undefined): number[] {
  const numbers = (text ?? '').split(',').map((part) => Number(part === '' ? Number.NaN : part));
  return numbers.every(Number.isFinite) ? numbers : [];
}
