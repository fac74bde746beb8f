// The languages people read here: Bahasa Indonesia first, English second.

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
