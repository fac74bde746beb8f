// How the documents of a batch are to be signed, as it is typed, and what of it main is asked for.
import type { BatchStamp } from '../../../core/contract/batch.ts';
import type { CertificationChoice } from '../../../core/contract/signing.ts';
import type { BaselineLevel } from '../../../core/domain/signature-level.ts';

export const PLACES = ['last', 'first', 'page', 'field', 'tag', 'none'] as const;
export type Place = (typeof PLACES)[number];

export interface Rules {
  /** Null until chosen: then the first that can be used. */
  readonly certificate: string | null;
  /** Null until chosen: then what is usual. */
  readonly level: BaselineLevel | null;
  readonly place: Place;
  /** As typed. */
  readonly page: string;
  readonly tag: string;
  /** Of several tags in one document the first that no signature stands on. */
  readonly tagNext: boolean;
  /** Name of a signature field that every document has. */
  readonly field: string;
  /** In each document the free place nearest to these numbers. */
  readonly free: boolean;
  readonly x: string;
  readonly y: string;
  readonly width: string;
  readonly height: string;
  readonly design: string | null;
  /** For documents that nobody has signed yet; null: nothing at the foot of pages. */
  readonly footer: string | null;
  readonly certification: CertificationChoice;
  readonly reason: string;
  readonly location: string;
}

export const USUAL: Rules = {
  ...{
    place: 'last',
    page: '1',
    tag: '#',
    tagNext: false,
    field: '',
    free: true,
    x: '320',
    y: '100',
    width: '220',
    height: '88',
  },
  ...{ certificate: null, level: null },
  ...{ design: null, footer: null, certification: null, reason: '', location: '' },
};

/** Null: no stamp; undefined: what is typed is none. */
export function stampOf(rules: Rules, position: string): BatchStamp | null | undefined {
  const { place, design } = rules;
  if (place === 'none') return null;
  const common = { position, design };
  if (place === 'field')
    return fieldOf(rules) === null ? undefined : { at: { kind: 'field' }, ...common };
  const [width, height] = [numberOf(rules.width), numberOf(rules.height)];
  if (width === null || height === null || width <= 0 || height <= 0) return undefined;
  if (place === 'tag') {
    const tag = rules.tag.trim();
    if (tag === '' || tag.length > 16 || /\s/.test(tag)) return undefined;
    const occurrence = rules.tagNext ? 'next' : 'only';
    return { at: { kind: 'tag', tag, width, height, occurrence }, ...common };
  }
  const page = place === 'last' ? 'last' : place === 'first' ? 1 : numberOf(rules.page);
  const [x, y] = [numberOf(rules.x), numberOf(rules.y)];
  if (page === null || x === null || y === null) return undefined;
  if (page !== 'last' && (!Number.isInteger(page) || page < 1)) return undefined;
  return { at: { kind: 'page', page, rect: { x, y, width, height }, free: rules.free }, ...common };
}

/** The field to sign; null: a new one. */
export function fieldOf({ place, field }: Rules): string | null {
  const name = field.trim();
  return place === 'field' && name !== '' && name.length <= 200 ? name : null;
}

function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^-?\d{1,5}(\.\d+)?$/.test(plain)) return null;
  return Number(plain);
}
