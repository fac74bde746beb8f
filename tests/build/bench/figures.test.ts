// What the benchmark makes of its measurements.
import { describe, expect, it } from 'vitest';
import { measure, summary } from '../../../build/bench/measure.mjs';
import { figuresTable } from '../../../build/bench/table.mjs';

const run = (seconds: number, peakBytes: number | null = null, cpu: number | null = null) => ({
  ...{ seconds, cpu, peakBytes },
});

describe('summary', () => {
  it('keeps the median, the shortest time and the highest peak', () => {
    expect(summary([run(3, 20, 2), run(1, 10, 4), run(8, 15, 3)])).toEqual({
      seconds: 3,
      fastest: 1,
      cpu: 3,
      peakBytes: 20,
    });
  });
  it('takes the middle of the two middle ones of an even number', () => {
    expect(summary([run(4), run(1), run(2), run(9)])).toEqual({
      seconds: 3,
      fastest: 1,
      cpu: null,
      peakBytes: null,
    });
  });
});

describe('measure', () => {
  it('runs every job once before it runs any again', async () => {
    const order: string[] = [];
    const job = (name: string) => ({
      name,
      start: () => {
        order.push(name);
        return Promise.resolve(run(order.length));
      },
    });
    const figures = await measure([job('a'), job('b')], 2);
    expect(order).toEqual(['a', 'b', 'a', 'b']);
    expect(figures.get('b')?.seconds).toBe(3);
  });
});

describe('figuresTable', () => {
  it('compares with the floor, in columns that line up', () => {
    const figures = new Map([
      ['floor', { ...run(0.5, 47_400_000, 0.25), fastest: 0.4 }],
      ['sign', { ...run(0.75), fastest: 0.044 }],
    ]);
    expect(figuresTable(figures, 'floor').split('\n')).toEqual([
      '| job   |  median | fastest | median to floor | fastest to floor | processor | peak memory |',
      '| ----- | ------: | ------: | --------------: | ---------------: | --------: | ----------: |',
      '| floor | 0.500 s | 0.400 s |          1.00 x |           1.00 x |   0.250 s |       47 MB |',
      '| sign  | 0.750 s | 44.0 ms |          1.50 x |           0.11 x |         - |           - |',
    ]);
  });
});
