// How light a colour is: the largest of red, green and blue (ISO 32000-2 8.6).
import { APPEARANCE } from './appearance.ts';
import type { Operand } from '../../pdf/text/content-operations.ts';

/** Names of the colour spaces that are chosen. */
export interface Spaces {
  fillSpace: string;
  strokeSpace: string;
}

/** @param operator that sets the colour */
export function lightness(
  operator: string,
  operands: readonly Operand[],
  { fillSpace, strokeSpace }: Spaces,
): number {
  if (!operands.every((one) => typeof one === 'number')) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = operands;
  if (operands.length === 3) return Math.max(a, b, c);
  if (operands.length === 4) return (1 - d) * (1 - Math.min(a, b, c));
  const space = /^S/.test(operator) ? strokeSpace : fillSpace;
  // One part of a colour space that is not known may as well be black ink.
  return /^[gG]$/.test(operator) || space === 'DeviceGray' ? a : 0;
}

/** As paper is. Of three parts in a space that is not known, all at their most are taken for it. */
export function isWhite(operator: string, operands: readonly Operand[], spaces: Spaces): boolean {
  const inks = operands.length === 4;
  if (operands.length === 1 && lightness(operator, operands, spaces) !== 1) return false;
  return operands.length > 0 && operands.every((part) => part === (inks ? 0 : 1));
}

/** Nearly as paper is, for letters that hide others; so is what no one can tell: a pattern, one part of an unknown space. */
export function mayBeWhite(
  operator: string,
  operands: readonly Operand[],
  spaces: Spaces,
): boolean {
  if (operands.length === 0 || !operands.every((one) => typeof one === 'number')) return true;
  if (operands.length === 1 && /^s/i.test(operator)) {
    if (spaces.fillSpace !== 'DeviceGray') return true;
  }
  const inks = operands.length === 4;
  return operands.every((part) => (inks ? part <= 1 - PALE : part >= PALE));
}

/** Of each part, from 0 to 1: paler than any ink. */
const PALE = APPEARANCE.paleLightness;
