// The mark by which a person recognises Pena's own windows for secrets: one picture and one word, chosen
// from this list. A window that asks for a PIN without them is somebody else's.
import { z } from 'zod';

export const MARK_PICTURES = [
  'boat',
  'mountain',
  'tree',
  'star',
  'house',
  'fish',
  'flower',
  'umbrella',
  'sun',
  'moon',
  'leaf',
  'cup',
  'bell',
  'kite',
  'bird',
  'book',
] as const;
export type MarkPicture = (typeof MARK_PICTURES)[number];

/** Names of places, the same in every language. */
export const MARK_WORDS = [
  'Banda',
  'Batur',
  'Bromo',
  'Bunaken',
  'Derawan',
  'Kapuas',
  'Kerinci',
  'Komodo',
  'Mahakam',
  'Musi',
  'Rinjani',
  'Semeru',
  'Sentani',
  'Singkarak',
  'Tambora',
  'Toba',
] as const;

export const windowMark = z.strictObject({
  picture: z.enum(MARK_PICTURES),
  word: z.enum(MARK_WORDS),
});
export type WindowMark = z.infer<typeof windowMark>;
