// What a content stream has set before it paints (ISO 32000-2 8.4): colours and how light they are, blending, opacity,
// the line's width, what letters are drawn with, and what may be seen.
import { isArray, nameOf, PdfDict, PdfName, type PdfObject } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Operand } from '../../pdf/text/content-operations.ts';
import { IDENTITY, type Matrix } from '../../pdf/text/matrix.ts';
import { APPEARANCE } from './appearance.ts';
import { type Letters, NO_LETTERS } from './letters.ts';
import { isWhite, lightness, mayBeWhite, type Spaces } from './lightness.ts';
import type { Corners } from './painted-patches.ts';

/** Dark paint blots out black text even where it is multiplied with it. */
export const LIGHT = APPEARANCE.darkestShade;

export interface State extends Spaces {
  ctm: Matrix;
  width: number;
  multiplied: boolean;
  /** Within a group that does not see what it lies on (11.4.5): modes chosen there mix nothing with it. */
  isolated: boolean;
  fill: number;
  stroke: number;
  fillWhite: boolean;
  strokeWhite: boolean;
  /** White, or of a colour of which nobody knows that it is not. */
  fillMaybeWhite: boolean;
  /** White, or of a colour of which nobody knows that it is not. */
  strokeMaybeWhite: boolean;
  letters: Letters;
  fillAlpha: number;
  strokeAlpha: number;
  /** Around what may be seen (8.5.4); null: all. */
  clip: Corners | null;
}

export const START: State = {
  ...{ ctm: IDENTITY, width: 1, multiplied: false, isolated: false, fill: 0, stroke: 0 },
  ...{ fillSpace: 'DeviceGray', strokeSpace: 'DeviceGray', fillAlpha: 1, strokeAlpha: 1 },
  ...{ fillWhite: false, strokeWhite: false, fillMaybeWhite: false, clip: null },
  ...{ strokeMaybeWhite: false, letters: NO_LETTERS },
};

/** What a parameter dictionary sets (8.4.5, operator gs). */
export async function setParameters(
  reader: PdfReader,
  dict: PdfObject,
  state: State,
): Promise<void> {
  if (!(dict instanceof PdfDict)) return;
  const width = await reader.resolve(dict.get('LW'));
  if (typeof width === 'number') state.width = width;
  const font = (await reader.resolveArray(dict.get('Font'))) ?? [];
  if (font.length > 0) {
    const shapes = await drawsShapes(reader, await reader.resolve(font[0]));
    const size = await reader.resolve(font[1]);
    state.letters = { ...state.letters, shapes, size: typeof size === 'number' ? size : 0 };
  }
  const [fill, stroke] = [dict.get('ca'), dict.get('CA')];
  state.fillAlpha = await alphaOf(reader, fill, state.fillAlpha);
  state.strokeAlpha = await alphaOf(reader, stroke, state.strokeAlpha);
  const mode = await reader.resolve(dict.get('BM'));
  const blend = nameOf(isArray(mode) ? mode[0] : mode);
  if (blend !== undefined && !state.isolated)
    state.multiplied = blend === 'Multiply' || blend === 'Darken';
}

/** Letters that are drawn as anything at all (9.6.4), or are no letters but squares and the like. */
export async function drawsShapes(reader: PdfReader, font: PdfObject): Promise<boolean> {
  if (!(font instanceof PdfDict)) return false;
  const name = nameOf(await reader.resolve(font.get('BaseFont'))) ?? '';
  return nameOf(await reader.resolve(font.get('Subtype'))) === 'Type3' || /dingbats/i.test(name);
}

async function alphaOf(
  reader: PdfReader,
  object: PdfObject | undefined,
  before: number,
): Promise<number> {
  const alpha = await reader.resolve(object);
  return typeof alpha === 'number' ? Math.min(Math.max(alpha, 0), 1) : before;
}

/** Keeps how light the colours are: the largest of red, green, blue. */
export function setColour(operator: string, operands: readonly Operand[], state: State): void {
  const light = lightness(operator, operands, state);
  const white = isWhite(operator, operands, state);
  if (/^(?:g|rg|k|sc|scn)$/.test(operator)) {
    [state.fill, state.fillWhite] = [light, white];
    state.fillMaybeWhite = mayBeWhite(operator, operands, state);
  } else if (/^(?:G|RG|K|SC|SCN)$/.test(operator)) {
    [state.stroke, state.strokeWhite] = [light, white];
    state.strokeMaybeWhite = mayBeWhite(operator, operands, state);
  } else if (operator === 'cs' || operator === 'CS') {
    const [space] = operands;
    const name = space instanceof PdfName ? space.value : '';
    if (operator === 'cs') {
      [state.fillSpace, state.fill, state.fillWhite] = [name, 0, false];
      state.fillMaybeWhite = false;
    } else {
      [state.strokeSpace, state.stroke, state.strokeWhite] = [name, 0, false];
      state.strokeMaybeWhite = false;
    }
  }
}
