// The superior's acknowledgement on its way (Pasal 16(4), "Mengetahui, Atasan Langsung"): a ZIP with the letter and what
// is asked about it, which goes to the superior's computer and comes back with the letter signed. It may come from anybody.
import { zipSync } from 'fflate';
import { z } from 'zod';
import { PenaError } from '../../domain/pena-error.ts';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';
import { REPORT_GROUNDS } from '../../domain/revocation-request.ts';
import { digestOf, parseJson } from '../channels/wire.ts';
import { unzip } from '../package/unzip.ts';

/** For people: no control characters, and none that turn the reading direction. */
const line = z
  .string()
  .min(1)
  .max(REPORT_LIMITS.name)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
const paper = z.strictObject({
  size: z.number().int().positive().max(REPORT_LIMITS.paperBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const question = z.strictObject({
  format: z.literal('pena-acknowledgement-1'),
  /** Of this question, and of nothing else. */
  id: z.uuid(),
  askedAt: z.iso.datetime().max(40),
  owner: line,
  /** As the owner named the superior. */
  superior: line.nullable(),
  ground: z.enum(REPORT_GROUNDS),
  /** The reported certificate: with it nobody acknowledges anything. */
  certificate: z.strictObject({
    serial: z.string().regex(/^[0-9a-f]{1,64}$/),
    issuer: line,
    subject: line.nullable(),
  }),
  /** As the owner has signed it. */
  letter: paper,
  /** The same letter with the superior's signature; absent: not answered yet. */
  answer: paper.optional(),
});
export type Question = z.infer<typeof question>;

export interface AcknowledgementFile {
  readonly question: Question;
  /** The PDF: the answer's where there is one. */
  readonly letter: Uint8Array;
}

const ASKED = 'permintaan.json';
const LETTER = 'surat.pdf';
/** A JSON of a few lines, and what ZIP says of both. */
const BYTES = REPORT_LIMITS.paperBytes + 64 * 1024;
/** ZIP knows local times only, and the question has its own. */
const NO_TIME = new Date(2000, 0, 1);

/** The letter's size and digest, as the file states them. */
export function paperOf(bytes: Uint8Array): z.infer<typeof paper> {
  return { size: bytes.length, sha256: digestOf(bytes) };
}

export function writeAcknowledgement({ question: asked, letter }: AcknowledgementFile): Uint8Array {
  const json = Buffer.from(JSON.stringify(question.parse(asked), null, 2));
  // Copies: fflate asks for plain arrays, and a Buffer is a view.
  return zipSync({
    [ASKED]: [Uint8Array.from(json), { mtime: NO_TIME }],
    [LETTER]: [Uint8Array.from(letter), { mtime: NO_TIME }],
  });
}

/** Whether the first octets are a ZIP's: an answer may also come as the signed PDF alone. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** @throws {PenaError} PACKAGE_INVALID, PACKAGE_TOO_LARGE, PACKAGE_DIGEST_WRONG */
export function openAcknowledgement(bytes: Uint8Array): AcknowledgementFile {
  const allows = (name: string): boolean => name === ASKED || name === LETTER;
  const entries = unzip(bytes, { entries: 2, bytes: BYTES, allows });
  const read = question.safeParse(parseJson(entries.get(ASKED) ?? new Uint8Array()));
  if (!read.success) throw new PenaError('PACKAGE_INVALID', { detail: ASKED });
  const letter = entries.get(LETTER);
  const { size, sha256 } = read.data.answer ?? read.data.letter;
  if (letter?.length !== size || digestOf(letter) !== sha256) {
    throw new PenaError('PACKAGE_DIGEST_WRONG', { file: LETTER });
  }
  return { question: read.data, letter };
}
