// A year's figures for the Dinas (Pasal 24(3)), counted from journals that the office's computers have exported. Paths
// stay in main; what was counted last is what is saved.
import { z } from 'zod';
import { call } from './entry.ts';

const count = z.number().int().nonnegative();

const figures = z.strictObject({
  year: z.number().int(),
  ...{ records: count, signed: count, refused: count, certificates: count, reportedLost: count },
  journals: count,
});
export type ShownFigures = z.infer<typeof figures>;

const line = z.string().trim().max(200);
const saved = z.strictObject({ saved: z.boolean() });

export const deskFiguresContract = {
  /** Asks for the exported files first. Null: none was chosen. */
  'desk.countFigures': call(
    z.strictObject({ year: z.number().int().min(2000).max(2099) }),
    figures.nullable(),
  ),
  'desk.saveFigures': call(z.strictObject({}), saved),
  /** The letter `rekap-tahunan`; what is empty becomes dots. */
  'desk.writeFigures': call(
    z.strictObject({
      ...{ number: line, place: line, city: line, province: line },
      ...{ signerName: line, signerPosition: line, signerNip: line },
      remarks: z.string().trim().max(2000),
    }),
    saved,
  ),
} as const;
