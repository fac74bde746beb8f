// `pena repair`: a broken file that nobody has signed, rebuilt into a clean one beside it.
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { repairDocument } from '../../core/signing/repair-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { beforeCommit } from '../../native/files/before-commit.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { noteOverride } from '../journal/note.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { planJobs } from '../sign/jobs.ts';
import { sizeText } from '../size-text.ts';

export interface RepairOptions {
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

/** @returns the exit code; @throws {PenaError} PDF_REPAIR_*, PDF_NOT_A_PDF, FILE_* */
export async function repair(file: string, options: RepairOptions, shell: Shell): Promise<number> {
  const overwrite = options.overwrite === true;
  const [job] = await planJobs([file], options.out ?? { beside: 'diperbaiki' }, overwrite);
  if (job === undefined) throw new Error('one file is one job');
  if (job.refusal !== null) throw job.refusal;
  const { output } = job;
  const source = await openFileSource(file);
  try {
    const openOutput = () => notedFirst(source, output, overwrite);
    const { size, objects, pages, lost } = await repairDocument({ source, openOutput });
    const { out, texts, language } = shell;
    if (options.json === true) {
      out.json({ file, output, size, objects, pages, lost });
      return EXIT.ok;
    }
    const words = texts.repair;
    out.line(words.done(output), { tone: 'ok' });
    out.facts(
      [
        { name: texts.sign.document, value: file },
        { name: texts.inspect.pages, value: String(pages) },
        { name: words.objects, value: String(objects) },
        { name: texts.sign.size, value: sizeText(size, language) },
      ],
      2,
    );
    if (lost > 0) out.line(words.lost(lost), { tone: 'warn' });
    out.line(words.kept);
    return EXIT.ok;
  } finally {
    await source.close();
  }
}

/** Noted when all is written and nothing of it is there yet: what failed was no override. */
async function notedFirst(
  document: ByteSource,
  path: string,
  overwrite: boolean,
): Promise<AtomicOutput> {
  const noted = () => noteOverride({ override: 'repair', document, certificate: null, codes: [] });
  return beforeCommit(noted, await createAtomicOutput(path, { overwrite }));
}
