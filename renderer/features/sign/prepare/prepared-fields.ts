// The fields of a document for several signers, as they are edited, and what of them main is asked for.
import { type FieldWish, fieldWish, type Role } from '../../../../core/domain/workflow.ts';
import type { PageGeometry, Rectangle } from '../../../viewer/page-geometry.ts';
import { initialRectangle, resizeTo } from '../stamp-rectangle.ts';

export const WAYS = ['page', 'tag', 'hidden'] as const;
export type Way = (typeof WAYS)[number];

export interface PreparedField {
  /** Of this list alone. */
  readonly key: number;
  readonly role: Role;
  readonly name: string;
  /** May sign before or after the one above it. */
  readonly together: boolean;
  readonly way: Way;
  readonly page: number;
  /** Null until its page is known. */
  readonly rect: Rectangle | null;
  readonly tag: string;
}

/** Points: an initial is small. */
const SIZES: Readonly<Record<Role, { readonly width: number; readonly height: number }>> = {
  konseptor: { width: 60, height: 30 },
  paraf: { width: 60, height: 30 },
  'penanda-tangan': { width: 220, height: 88 },
};

/** @param name one that no other field has */
export function newField(
  key: number,
  role: Role,
  { name, page }: Pick<PreparedField, 'name' | 'page'>,
): PreparedField {
  const way = role === 'konseptor' ? 'hidden' : 'page';
  return { ...{ key, role, name, page, way }, together: false, rect: null, tag: '' };
}

/** Where a field starts: the usual place of stamps, each further one a little higher. */
export function initialPlace(role: Role, geometry: PageGeometry, index: number): Rectangle {
  const usual = resizeTo(initialRectangle(geometry), geometry, SIZES[role]);
  const up = role === 'penanda-tangan' ? 0 : 110 + 40 * index;
  return { ...usual, y: Math.min(usual.y + up, Math.max(0, geometry.page.height - usual.height)) };
}

/** "Paraf", "Paraf 2", ...: the first that is free. */
export function freeName(title: string, fields: readonly PreparedField[]): string {
  const taken = new Set(fields.map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? title : `${title} ${String(number)}`;
    if (!taken.has(name)) return name;
  }
}

/** What is wrong with a field's name or tag; null: nothing. */
export function problemOf(
  field: PreparedField,
  all: readonly PreparedField[],
): 'name' | 'twice' | 'tag' | null {
  const name = field.name.trim();
  if (!fieldWish.shape.name.safeParse(name).success) return 'name';
  if (all.some((other) => other.key !== field.key && other.name.trim() === name)) return 'twice';
  return field.way === 'tag' && !/^\S{1,16}$/u.test(field.tag) ? 'tag' : null;
}

/** From 1; one who may sign together with the one above has the same number. */
export function ordersOf(fields: readonly PreparedField[]): number[] {
  let order = 0;
  return fields.map(({ together }) => (together && order > 0 ? order : (order += 1)));
}

/** Null while something is wrong with one of them, or its place is not known. */
export function wishesOf(fields: readonly PreparedField[]): FieldWish[] | null {
  const orders = ordersOf(fields);
  const wishes = fields.map((field, index) => {
    const place = placeOf(field);
    if (place === null || problemOf(field, fields) !== null) return null;
    return { role: field.role, name: field.name.trim(), order: orders[index] ?? 1, place };
  });
  const known = wishes.filter((wish) => wish !== null);
  return known.length === fields.length && known.length > 0 ? known : null;
}

function placeOf({ way, page, rect, tag, role }: PreparedField): FieldWish['place'] | null {
  if (way === 'hidden') return { page, rect: null };
  const { width, height } = SIZES[role];
  if (way === 'tag') return { tag, size: [width, height] };
  return rect === null ? null : { page, rect: [rect.x, rect.y, rect.width, rect.height] };
}
