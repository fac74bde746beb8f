// What a login on a token is for that signs no document: the life of a key pair.

export const TOKEN_ERRANDS = ['make-key', 'request', 'import', 'remove-key'] as const;
export type TokenErrand = (typeof TOKEN_ERRANDS)[number];
