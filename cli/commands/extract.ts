// `pena extract`: the document as it was when a signature was made, byte for byte.
import { createHash } from 'node:crypto';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { SignatureValue } from '../../core/pdf/signature-value.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { judgeByteRange } from '../../core/validation/byte-range.ts';
import { openSigned } from '../../core/validation/open-signed.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { EXIT } from '../exit-codes.ts';
import { checkSecretSources, type PasswordOptions, readPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { planJobs } from '../sign/jobs.ts';
import { sizeText } from '../size-text.ts';
import { UsageError } from '../usage-error.ts';

export interface ExtractOptions extends PasswordOptions {
  readonly signature: string;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

interface SignedRevision {
  readonly signature: SignatureValue;
  /** Its bytes are those before this offset. */
  readonly end: number;
}

const CHUNK = 1 << 20;

/** @returns the exit code; @throws {PenaError} SIGNATURE_*, PDF_*, FILE_*, CANCELLED */
export async function extract(
  file: string,
  options: ExtractOptions,
  shell: Shell,
): Promise<number> {
  checkSecretSources(options);
  if (!/^[1-9]\d{0,5}$/.test(options.signature)) throw new UsageError('signatureNumber');
  const out = options.out ?? { beside: `tanda-tangan-${options.signature}` };
  const [job] = await planJobs([file], out, options.overwrite === true);
  if (job === undefined) throw new Error('one file is one job');
  if (job.refusal !== null) throw job.refusal;
  const password = await readPassword(options, shell);
  try {
    const source = await openFileSource(file);
    try {
      const number = Number(options.signature);
      const { signature, end } = await signedRevision(source, number, password);
      const sha256 = await copy(source, end, job.output, options, shell.interrupt.signal);
      const { fieldName: field } = signature;
      const added = source.size - end;
      const done = { file, output: job.output, field, size: end, sha256, added };
      if (options.json === true) shell.out.json(done);
      else print(done, shell);
      return EXIT.ok;
    } finally {
      await source.close();
    }
  } finally {
    password?.fill(0);
  }
}

/** @param number as `pena verify` counts signatures, without time stamps */
async function signedRevision(
  source: ByteSource,
  number: number,
  password: Uint8Array | undefined,
): Promise<SignedRevision> {
  const { signatures, revisionEnds } = (await openSigned(source, { password })).signatures;
  const made = signatures.filter(({ type }) => type === 'signature');
  const signature = made[number - 1];
  if (signature === undefined) {
    throw new PenaError('SIGNATURE_NOT_FOUND', { number, count: made.length });
  }
  const { range, coverage } = await judgeByteRange(signature, source, new Set(revisionEnds));
  if (range === null || coverage === 'PARTIAL') {
    throw new PenaError('SIGNATURE_RANGE_INVALID', { field: signature.fieldName });
  }
  return { signature, end: range.secondEnd };
}

async function copy(
  source: ByteSource,
  end: number,
  path: string,
  { overwrite }: ExtractOptions,
  signal: AbortSignal,
): Promise<string> {
  const output = await createAtomicOutput(path, { overwrite: overwrite === true });
  const hash = createHash('sha256');
  try {
    for (let offset = 0; offset < end; offset += CHUNK) {
      if (signal.aborted) throw new PenaError('CANCELLED');
      const bytes = await source.read(offset, Math.min(CHUNK, end - offset));
      hash.update(bytes);
      await output.append(bytes);
    }
    await output.commit();
    return hash.digest('hex');
  } finally {
    await output.abort();
  }
}

function print(
  done: {
    file: string;
    output: string;
    field: string;
    size: number;
    sha256: string;
    added: number;
  },
  { out, texts, language }: Shell,
): void {
  const words = texts.extract;
  out.line(words.done(done.output), { tone: 'ok' });
  out.facts(
    [
      { name: texts.sign.document, value: done.file },
      { name: texts.sign.field, value: done.field },
      { name: texts.sign.size, value: sizeText(done.size, language) },
      { name: 'SHA-256', value: done.sha256 },
      {
        name: words.later,
        value: done.added === 0 ? words.nothing : sizeText(done.added, language),
      },
    ],
    2,
  );
}
