// The contract of the window for a document's password: the main window knows none of these entries.
import { z } from 'zod';
import { windowMark } from '../domain/window-mark.ts';
import { call } from './entry.ts';
import { fileName, language } from './shapes.ts';

/** Bytes of a password: no security handler looks at more than 127 (ISO 32000-2 7.6.4.3.3). */
const MOST = 1024;

export const passwordDescription = z.strictObject({
  language,
  document: fileName,
  /** To open the document, or it and others of a batch, to do what only its owner may, or to complete the proof that it is owed. */
  purpose: z.enum(['open', 'batch', 'owner', 'complete']),
  previousWrong: z.boolean(),
  /** By which the person knows the window; null where none was chosen yet. */
  mark: windowMark.nullable(),
});
export type PasswordDescription = z.infer<typeof passwordDescription>;

export const passwordContract = {
  'password.describe': call(z.strictObject({}), passwordDescription),
  /** Of the owner or the user, as UTF-8 bytes. */
  'password.submit': call(
    z.strictObject({
      password: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength > 0 && byteLength <= MOST),
    }),
    z.strictObject({}),
  ),
  'password.cancel': call(z.strictObject({}), z.strictObject({})),
} as const;
