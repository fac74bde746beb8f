import { expect, it } from 'vitest';
import { freeRectangle, troubleAt } from '../../../renderer/features/sign/free-rectangle.ts';

const geometry = { page: { width: 595, height: 842 }, rotation: 0 } as const;
const rect = { x: 300, y: 100, width: 220, height: 88 };
const line = { x: 50, y: 120, width: 500, height: 12 };

it('is troubled by another stamp, and by text only where it was signed', () => {
  expect(troubleAt(rect, { signed: false, stamps: [rect], text: [], drawn: [] })).toBe('stamp');
  expect(troubleAt(rect, { signed: true, stamps: [], text: [line], drawn: [] })).toBe('text');
  expect(troubleAt(rect, { signed: false, stamps: [], text: [line], drawn: [] })).toBeNull();
  const beside = { ...rect, x: rect.x - rect.width };
  expect(troubleAt(rect, { signed: true, stamps: [beside], text: [], drawn: [] })).toBeNull();
});

it('is troubled by a picture it would hide where it was signed, not by a scan', () => {
  const picture = { x: 320, y: 110, width: 100, height: 60 };
  const scan = { x: 0, y: 0, width: 595, height: 842 };
  const places = { signed: true, stamps: [], text: [], drawn: [picture] };
  expect(troubleAt(rect, places)).toBe('picture');
  expect(troubleAt(rect, { ...places, signed: false })).toBeNull();
  expect(troubleAt(rect, { ...places, drawn: [scan] })).toBeNull();
});

it('goes off text where it can, and says where it cannot', () => {
  const page = { x: 0, y: 0, width: 595, height: 842 };
  const off = freeRectangle(rect, geometry, { signed: false, stamps: [], text: [line], drawn: [] });
  expect(off).not.toBeNull();
  expect(troubleAt(off ?? rect, { signed: true, stamps: [], text: [line], drawn: [] })).toBeNull();
  expect(
    freeRectangle(rect, geometry, { signed: true, stamps: [], text: [page], drawn: [] }),
  ).toBeNull();
  expect(
    freeRectangle(rect, geometry, { signed: false, stamps: [], text: [page], drawn: [] }),
  ).toEqual(rect);
});

it('goes off a picture that it could hide, and stands on a scan', () => {
  const picture = { x: 280, y: 90, width: 100, height: 60 };
  const scan = { x: 0, y: 0, width: 595, height: 842 };
  const places = { signed: true, stamps: [], text: [], drawn: [picture, scan] };
  const off = freeRectangle(rect, geometry, places);
  expect(off).not.toBeNull();
  expect(troubleAt(off ?? rect, { ...places, text: [picture] })).toBeNull();
  expect(freeRectangle(rect, geometry, { ...places, drawn: [scan] })).toEqual(rect);
  // Beside it, where there is room: also of an unsigned document.
  const denah = { x: 200, y: 50, width: 380, height: 300 };
  const beside = freeRectangle(rect, geometry, { ...places, signed: false, drawn: [denah] });
  expect(beside).not.toBeNull();
  expect(troubleAt(beside ?? rect, { ...places, text: [denah] })).toBeNull();
});
