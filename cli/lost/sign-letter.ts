// Signs the letter of an acknowledgement with a key of this computer, as `pena sign` does: in the letter's own field for
// the superior where it has one. The plain letter lies for that long in a folder of this user's alone.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PdfReader } from '../../core/pdf/reader.ts';
import { waitingFields } from '../../core/signing/waiting-fields.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { openOutside } from '../network/open-outside.ts';
import type { Shell } from '../shell.ts';
import { levelWish, type SignOptions, checkKeyOptions } from '../sign/options.ts';
import { SigningSession } from '../sign/session.ts';
import { StampMaterial } from '../sign/stamp-material.ts';
import type { StampWish } from '../sign/stamp-options.ts';

export type LetterKey = Pick<
  SignOptions,
  | 'module'
  | 'token'
  | 'cert'
  | 'p12'
  | 'pinStdin'
  | 'pinFd'
  | 'lastTry'
  | 'allowUnchecked'
  | 'trust'
  | 'offline'
>;

/** The name of the superior's signature field. */
const FIELD = 'Mengetahui';
/** As the person at the token is told it. */
const NAME = 'surat-keterangan.pdf';

/** The standard design, in the field's own place. */
const STAMP: Omit<StampWish, 'zone'> = {
  ...{ at: 'field', position: '', nip: undefined, qr: null, design: null, specimen: null },
};

/** @throws {PenaError} TOKEN_*, P12_*, PIN_*, PDF_*, CERT_*, USAGE, CANCELLED */
export async function signLetter(
  letter: Uint8Array,
  key: LetterKey,
  shell: Shell,
): Promise<Uint8Array> {
  const options: SignOptions = { ...key, field: FIELD, reason: 'Mengetahui' };
  checkKeyOptions(options);
  const folder = await mkdtemp(join(tmpdir(), 'pena-'));
  const outside = await openOutside(options, shell);
  let session: SigningSession | null = null;
  try {
    const file = join(folder, NAME);
    const output = join(folder, 'bertanda-tangan.pdf');
    await writeFile(file, letter, { mode: 0o600 });
    const stamp = (await hasRoom(file)) ? { ...STAMP, zone: shell.zone } : null;
    const drawn = { stamp, footer: null, qr: null, zone: shell.zone };
    const material = await StampMaterial.load(drawn, shell);
    const level = levelWish(options, outside.canStamp);
    const wishes = { signature: {}, level, material, password: undefined };
    session = new SigningSession(options, { ...wishes, services: outside.services }, [NAME], shell);
    await session.sign({ file, output, refusal: null });
    return new Uint8Array(await readFile(output));
  } finally {
    outside.close();
    await session?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the field waits where it can be seen; a letter of another program has none. @throws {PdfError} PDF_* */
async function hasRoom(path: string): Promise<boolean> {
  const source = await openFileSource(path);
  try {
    const waiting = await waitingFields(await PdfReader.open(source));
    return waiting.some(({ name, place }) => name === FIELD && place !== null);
  } finally {
    await source.close();
  }
}
