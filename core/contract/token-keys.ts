// The beginning of a certificate (Pasal 7, 11, 14(1)): a key pair and the request for its certificate made on
// a token, and the issued certificate brought back. Files stay with main; the PIN has its own window.
import { z } from 'zod';
import { CERTIFICATE_TYPES, CERTIFICATE_USES } from '../domain/certificate-request.ts';
import { KEY_KINDS } from '../domain/key-kind.ts';
import { call } from './entry.ts';
import { failure, fileName, isoTime, sha256Hex, shortText, tokenHandle } from './shapes.ts';

/** CKA_ID. */
const keyId = z.string().regex(/^([0-9a-f]{2}){1,128}$/);
const line = z.string().trim().max(200);
const lines = z.array(z.string().trim().max(254)).max(50);

const shownKey = z.strictObject({
  keyId,
  label: shortText,
  /** Common names. */
  certificates: z.array(shortText).max(16),
});
export type ShownKey = z.infer<typeof shownKey>;

const tokenKeys = z.strictObject({
  /** Empty: this token or its software makes no key pair here. */
  kinds: z.array(z.enum(KEY_KINDS)).max(KEY_KINDS.length),
  /** Those that show without a PIN. */
  keys: z.array(shownKey).max(64),
});
export type ShownTokenKeys = z.infer<typeof tokenKeys>;

/** As typed; an empty one was left out. What does not fit comes back with the field's name. */
const wish = z.strictObject({
  type: z.enum(CERTIFICATE_TYPES),
  uses: z.array(z.enum(CERTIFICATE_USES)).max(CERTIFICATE_USES.length),
  ...{ name: line, organisation: line, unit: line, position: line },
  ...{ locality: line, province: line, email: z.string().trim().max(254) },
  /** Personal data: it goes to main and into the request, and nowhere else. */
  serialNumber: line,
  ...{ dns: lines, ip: lines },
});
export type RequestWish = z.infer<typeof wish>;

const chosen = z.strictObject({
  sha256: sha256Hex,
  ...{ name: shortText, issuer: shortText, notBefore: isoTime, notAfter: isoTime },
  /** Whether documents can be signed with it. */
  signs: z.boolean(),
  /** How many further certificates the files hold. */
  others: z.number().int().nonnegative(),
  /** Its key on this token; null where none shows without a PIN. */
  key: shownKey.nullable(),
});
export type ChosenCertificate = z.infer<typeof chosen>;

export const tokenKeysContract = {
  'token.keys': call(z.strictObject({ token: tokenHandle }), tokenKeys),
  /** Asks where the request goes, then for the PIN. */
  'token.request': call(
    z.strictObject({
      token: tokenHandle,
      request: wish,
      key: z.union([z.strictObject({ kind: z.enum(KEY_KINDS) }), z.strictObject({ keyId })]),
    }),
    z.strictObject({
      /** Null: `problem` came after the key was there; the key is not lost. */
      file: fileName.nullable(),
      keyId,
      problem: failure.nullable(),
    }),
  ),
  /** Null: the dialog was closed without a choice. */
  'token.chooseCertificate': call(
    z.strictObject({ token: tokenHandle }),
    z.strictObject({ chosen: chosen.nullable() }),
  ),
  /** Stores what was chosen last. */
  'token.importCertificate': call(
    z.strictObject({ token: tokenHandle, chain: z.boolean(), replace: z.boolean() }),
    z.strictObject({
      /** False: it was there already. */
      stored: z.boolean(),
      ...{ issuers: z.number().int().nonnegative(), replaced: z.number().int().nonnegative() },
    }),
  ),
  /** Of a key without a certificate, for good. */
  'token.removeKey': call(z.strictObject({ token: tokenHandle, keyId }), z.strictObject({})),
} as const;
