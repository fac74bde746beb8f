// "#rrggbb" as pdf-lib has it.
import { type RGB, rgb } from 'pdf-lib';

export function colourOf(hex: string): RGB {
  const part = (at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255;
  return rgb(part(1), part(3), part(5));
}
