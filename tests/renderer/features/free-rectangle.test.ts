import { expect, it } from 'vitest';
import { freeRectangle, troubleAt } from '../../../renderer/features/sign/free-rectangle.ts';

const geometry = { page: { width: 595, height: 842 }, rotation: 0 } as const;
const rect = { x: 300, y: 100, width: 220, height: 88 };
const line = { x: 50, y: 120, width: 500, height: 12 };

it('is troubled by another stamp, and by text only where it was signed', () => {
  expect(troubleAt(rect, { signed: false, stamps: [rect], text: [] })).toBe('stamp');
  expect(troubleAt(rect, { signed: true, stamps: [], text: [line] })).toBe('text');
  expect(troubleAt(rect, { signed: false, stamps: [], text: [line] })).toBeNull();
  const beside = { ...rect, x: rect.x - rect.width };
  expect(troubleAt(rect, { signed: true, stamps: [beside], text: [] })).toBeNull();
});

it('goes off text where it can, and says where it cannot', () => {
  const page = { x: 0, y: 0, width: 595, height: 842 };
  const off = freeRectangle(rect, geometry, { signed: false, stamps: [], text: [line] });
  expect(off).not.toBeNull();
  expect(troubleAt(off ?? rect, { signed: true, stamps: [], text: [line] })).toBeNull();
  expect(freeRectangle(rect, geometry, { signed: true, stamps: [], text: [page] })).toBeNull();
  expect(freeRectangle(rect, geometry, { signed: false, stamps: [], text: [page] })).toEqual(rect);
});
