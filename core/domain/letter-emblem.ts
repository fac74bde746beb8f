// Bounds of the emblem in a letterhead: it goes into every letter, and is small on the page.

export const LETTER_EMBLEM = {
  bytes: 1 << 20,
  /** On its longer side. */
  pixels: 2000,
} as const;
