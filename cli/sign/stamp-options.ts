// Where the stamp of `pena sign` stands and what is on it, as the options say.
import { type Zone, ZONES } from '../../core/domain/local-time.ts';
import type { FreePlacement, StampPlacement, TagPlacement } from '../../core/signing/request.ts';
import { UsageError } from '../usage-error.ts';

export interface StampOptions {
  readonly field?: string;
  readonly page?: string;
  readonly rect?: string;
  readonly tag?: string;
  readonly occurrence?: string;
  readonly size?: string;
  readonly text?: readonly string[];
  readonly nip?: string;
  readonly zone?: string;
  readonly qr?: string;
  readonly design?: string;
  readonly specimen?: string;
  readonly footer?: string;
}

type Size = Pick<TagPlacement, 'width' | 'height'>;

/** 'field': where the field named with --field has its place. Without a size a stamp has that of its design. */
export type StampPlace =
  | StampPlacement
  | (Pick<FreePlacement, 'page'> & { readonly size: Size | null })
  | (Omit<TagPlacement, 'width' | 'height' | 'anchor'> & { readonly size: Size | null })
  | 'field';

export interface StampWish {
  readonly at: StampPlace;
  readonly position: string;
  readonly nip: string | undefined;
  readonly zone: Zone;
  readonly qr: string | null;
  /** Id of a design; null: the standard one. */
  readonly design: string | null;
  /** Path of an image; null: none. */
  readonly specimen: string | null;
}

/** Null for an invisible signature. @throws {UsageError} */
export function stampWish(options: StampOptions, zoneHere: Zone): StampWish | null {
  const { text, nip, zone, qr, design, specimen, footer } = options;
  // What a footer shows as well speaks of that, where there is one.
  const shared = footer === undefined ? [text, nip, qr] : [];
  const content = [...shared, design, specimen];
  const at = placeOf(
    options,
    content.some((said) => said !== undefined),
  );
  if (at === null) {
    if (zone !== undefined && footer === undefined)
      throw new UsageError('stampNeedsPlace', '--zone');
    return null;
  }
  return {
    at,
    // A shell hands "\n" over as two characters.
    position: (text ?? []).join('\n').replaceAll('\\n', '\n'),
    nip,
    zone: zone === undefined ? zoneHere : zoneOf(zone),
    qr: qr ?? null,
    design: design ?? null,
    specimen: specimen ?? null,
  };
}

/** @param wanted whether anything is said of the stamp: then a field's own place will do, or any that is free */
function placeOf(options: StampOptions, wanted: boolean): StampPlace | null {
  const { page, rect, tag, occurrence, size, field } = options;
  if (tag !== undefined) {
    if (page !== undefined || rect !== undefined) throw new UsageError('tagOrRect');
    return {
      tag: tagOf(tag),
      occurrence: occurrence === undefined ? undefined : occurrenceOf(occurrence),
      size: size === undefined ? null : sizeOf(size),
    };
  }
  if (occurrence !== undefined) throw new UsageError('withTag', '--occurrence');
  if (rect !== undefined) {
    if (page === undefined) throw new UsageError('rectWithPage');
    if (size !== undefined) throw new UsageError('sizeOrRect');
    return { page: pageOf(page), rect: rectangleOf(rect) };
  }
  if (page !== undefined || size !== undefined) {
    return { page: pageOf(page ?? 'last'), size: size === undefined ? null : sizeOf(size) };
  }
  if (!wanted) return null;
  return field === undefined ? { page: 'last', size: null } : 'field';
}

function tagOf(tag: string): string {
  if (!/^\S{1,16}$/u.test(tag)) throw new UsageError('tag');
  return tag;
}

function occurrenceOf(text: string): number | 'all-in-order' {
  if (text === 'next') return 'all-in-order';
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError('occurrence');
  return Number(text);
}

function pageOf(page: string): number | 'last' {
  if (page === 'last') return 'last';
  if (!/^[1-9]\d{0,6}$/.test(page)) throw new UsageError('page');
  return Number(page);
}

function rectangleOf(rect: string): StampPlacement['rect'] {
  const [x, y, width, height] = numbersIn(rect, 4, 'rect');
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

function sizeOf(size: string): Size {
  const [width, height] = numbersIn(size, 2, 'size');
  return { width: width ?? 0, height: height ?? 0 };
}

function numbersIn(text: string, count: number, key: 'rect' | 'size'): number[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== count || !parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) {
    throw new UsageError(key);
  }
  return parts.map(Number);
}

function zoneOf(wanted: string): Zone {
  const zone = ZONES.find((known) => known === wanted.toUpperCase());
  if (zone === undefined) throw new UsageError('zone');
  return zone;
}
