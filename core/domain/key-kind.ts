// The kinds of key pair that a token is asked to make (ETSI TS 119 312).

export const KEY_KINDS = ['rsa-2048', 'rsa-3072', 'rsa-4096', 'ec-p256', 'ec-p384'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
