// What is kept of what was read: the newest, and what is asked for again and again.
import { describe, expect, it } from 'vitest';
import { Recent } from '../../../core/pdf/recent.ts';

const kept = (recent: Recent<number, string>): number[] =>
  [...recent.entries()].map(([key]) => key).sort((a, b) => a - b);

describe('what was used lately', () => {
  it('is kept up to a weight', () => {
    const recent = new Recent<number, string>({ weight: 100, count: 100 });
    for (let n = 0; n < 1000; n += 1) {
      recent.set(n, String(n), 10);
      const weights = [...recent.entries()].reduce((sum, [, , weight]) => sum + weight, 0);
      expect(weights).toBeLessThanOrEqual(100);
      expect(recent.get(n)).toBe(String(n));
    }
    expect(kept(recent).at(-1)).toBe(999);
    expect(recent.get(0)).toBeUndefined();
  });

  it('is kept up to a number', () => {
    const recent = new Recent<number, string>({ weight: 100, count: 10 });
    for (let n = 0; n < 1000; n += 1) recent.set(n, '', 0);
    expect(kept(recent).length).toBeLessThanOrEqual(10);
  });

  it('is kept for ever where it is asked for', () => {
    const recent = new Recent<number, string>({ weight: 100, count: 100 });
    recent.set(-1, 'catalog', 10);
    for (let n = 0; n < 1000; n += 1) {
      recent.set(n, '', 10);
      expect(recent.get(-1)).toBe('catalog');
    }
  });

  it('is kept once more though it is heavier than all may be', () => {
    const recent = new Recent<number, string>({ weight: 100, count: 100 });
    recent.set(1, 'large', 500);
    expect(recent.get(1)).toBe('large');
    recent.set(2, 'small', 1);
    expect(recent.has(1)).toBe(true);
    recent.clear();
    expect(kept(recent)).toEqual([]);
  });
});
