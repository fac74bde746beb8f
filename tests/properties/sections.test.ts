// Where an object is, in files with any number of updates: as the newest section says that speaks of it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Draft, FREE, openBytes, type Row } from '../core/pdf/support/draft.ts';

const HIGHEST = 12;

/** What an update says of some numbers: that they are free, or stand in it. */
const update = fc.record({
  numbers: fc.uniqueArray(fc.integer({ min: 3, max: HIGHEST }), { minLength: 1, maxLength: 5 }),
  freed: fc.boolean(),
  stream: fc.boolean(),
});

it('an object is where the newest section says that speaks of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(update, { maxLength: 30 }), async (updates) => {
      const draft = new Draft();
      draft.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
      draft.object(2, '<< /Type /Pages /Kids [] /Count 0 >>');
      /** By revision, what each number's offset is; null where it is free. */
      const states: Map<number, number | null>[] = [new Map<number, number | null>()];
      let at = draft.table([draft.all()], '/Size 3 /Root 1 0 R');
      draft.end(at);
      const ends = [draft.length];
      for (const { numbers, freed, stream } of updates) {
        const state = new Map(states.at(-1));
        const rows = numbers.map((num): readonly [number, readonly Row[]] => {
          const offset = freed ? null : draft.object(num, `(${draft.length})`);
          state.set(num, offset);
          return [num, [offset === null ? FREE : { offset }]];
        });
        rows.sort(([a], [b]) => a - b);
        const trailer = `/Size ${HIGHEST + 9} /Root 1 0 R /Prev ${at}`;
        at = stream ? draft.length : draft.table(rows, trailer);
        if (stream) draft.xrefStream(HIGHEST + 8, rows, trailer);
        draft.end(at);
        states.push(state);
        ends.push(draft.length);
      }
      const whole = await openBytes(draft.bytes);
      for (const [revision, state] of states.entries()) {
        const reader = whole.earlier(states.length - 1 - revision, ends[revision]!);
        for (let num = 3; num <= HIGHEST; num += 1) {
          const entry = await reader.entry(num);
          const offset = entry?.kind === 'offset' ? entry.offset : null;
          expect(offset).toBe(state.get(num) ?? null);
        }
      }
    }),
    { numRuns: 150 },
  );
});
