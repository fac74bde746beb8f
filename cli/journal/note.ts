// What the terminal's commands note in the journal. What somebody decides against the program's advice is
// noted before it is done, and not done where it cannot be noted (PP 71/2019 Pasal 62).
import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import type { OVERRIDES } from '../../core/domain/journal-entry.ts';
import type { PenaError } from '../../core/domain/pena-error.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { ExtensionLevel } from '../../core/signing/extend-document.ts';
import { refusalEntry } from '../../core/signing/journal/refusal.ts';
import type { SigningResult } from '../../core/signing/request.ts';
import { openJournal } from './open.ts';

export interface Override {
  readonly override: (typeof OVERRIDES)[number];
  readonly document: ByteSource;
  /** SHA-256 of the signer's; null where no key is open yet. */
  readonly certificate: string | null;
  /** What is set aside. */
  readonly codes: readonly ErrorCode[];
}

const CHUNK = 1 << 20;
const MAX_CODES = 50;

/** @throws {PenaError} JOURNAL_*, FILE_* */
export async function noteOverride(one: Override): Promise<void> {
  const { override, certificate, codes } = one;
  const document = await digestOf(one.document);
  await openJournal({}).append({
    ...{ kind: 'overridden', by: 'person', override, certificate, document },
    codes: [...new Set(codes)].slice(0, MAX_CODES),
  });
}

/** What was signed. @param certificate SHA-256 of the signer's. @throws {PenaError} JOURNAL_* */
export async function noteSigned(
  certificate: string,
  { documentSha256: document, resultSha256: result, level }: SigningResult,
): Promise<void> {
  await openJournal({}).append({
    ...{ kind: 'signed', certificate, document, result, level, batch: null },
  });
}

/**
 * A signing that came to nothing, by its code.
 * @param certificate SHA-256 of the signer's; null where no key was open yet
 * @throws {PenaError} JOURNAL_*
 */
export async function noteRefused(
  error: PenaError,
  source: ByteSource,
  certificate: string | null,
): Promise<void> {
  const entry = await refusalEntry({ error, certificate, digest: () => digestOf(source) });
  if (entry !== null) await openJournal({}).append(entry);
}

/** A document that was completed or time-stamped. @throws {PenaError} JOURNAL_*, FILE_* */
export async function noteExtended(source: ByteSource, level: ExtensionLevel): Promise<void> {
  await openJournal({}).append({
    ...{ kind: 'extended', document: await digestOf(source), result: null },
    level: level === 'T' ? 'timestamp' : `B-${level}`,
  });
}

async function digestOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < source.size; offset += CHUNK) {
    hash.update(await source.read(offset, CHUNK));
  }
  return hash.digest('hex');
}
