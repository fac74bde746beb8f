// What a document holds to be replaced by a stamp: the tags of signing systems (`#`, `${ttd_pengirim}`, one
// strange letter) and the dots or lines to sign on. That these are covered is as it should be.
import { APPEARANCE } from './appearance.ts';
import type { PlacedGlyph } from '../../pdf/text/placed-glyph.ts';

const LONGEST = APPEARANCE.longestPlaceholder;
const PLACEHOLDERS: readonly RegExp[] = [
  // Tag characters and what is signed on, standing alone.
  /^[#$^*@~_.\u00b7\u2026:]+$/u,
  // One letter of a foreign script: nothing that amounts, names or ticks are written with.
  /^[^\p{Script=Latin}\p{N}\p{S}\p{Pd}\p{C}]$/u,
  /^(?:\$\{[a-z_]{1,30}\d{0,2}\}|\{\{[a-z_]{1,30}\d{0,2}\}\})$/iu,
  // By their names, in whatever brackets.
  /^[$#@%^{<[]{0,3}(?:tt[de]|paraf|tanda_?tangan|sign|spesimen|stempel|qr)[a-z_]{0,24}\d{0,2}[#@%^}>\]]{0,3}$/iu,
];

/** @param word the glyphs between two gaps of a line */
export function isPlaceholder(word: readonly PlacedGlyph[]): boolean {
  // A letter that nobody knows may be any.
  if (word.length > LONGEST || word.some(({ text }) => text === '')) return false;
  const text = word.map((glyph) => glyph.text).join('');
  return PLACEHOLDERS.some((one) => one.test(text));
}
