// `pena batch seal`: a plan with the digests of its documents, for another person to sign.
import { dirname, relative, resolve } from 'node:path';
import { checkPlan } from '../../core/signing/batch/plan.ts';
import { digestOf } from '../../core/signing/batch/review.ts';
import { sealBatch } from '../../core/signing/batch/sealed.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { openPlan } from '../batch/open-plan.ts';
import { type KeyOptions, openKey } from '../batch/signer.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { writeNew } from '../batch/write-new.ts';

export interface SealOptions extends KeyOptions, JournalOption {
  readonly out: string;
  /** Also sign the seal, with the key of whoever prepares it. */
  readonly sign?: boolean;
  readonly overwrite?: boolean;
}

export async function batchSeal(path: string, options: SealOptions, shell: Shell): Promise<number> {
  const texts = officeTexts(shell.language).batch;
  const { plan, pathOf } = await openPlan(path);
  const folder = dirname(resolve(options.out));
  const inputs: string[] = [];
  const files = [];
  for (const rule of plan.files) {
    const from = pathOf(rule.file);
    inputs.push(await digestOfFile(from));
    files.push({ ...rule, file: relative(folder, from).replaceAll('\\', '/') });
  }
  const moved = checkPlan({ ...plan, files });
  const opened = options.sign === true ? await openKey(options, null, [], shell) : null;
  try {
    const key = opened?.key ?? null;
    const { text, sha256 } = await sealBatch({ plan: moved, inputs, now: new Date(), key });
    await writeNew(options.out, text, options.overwrite);
    await openJournal(options).append({
      ...{ kind: 'batch-sealed', sealed: sha256, files: inputs.length },
    });
    shell.out.line(texts.sealed(options.out, inputs.length), { tone: 'ok' });
    shell.out.facts([{ name: texts.seal256, value: sha256 }], 2);
    return 0;
  } finally {
    await opened?.close();
  }
}

async function digestOfFile(path: string): Promise<string> {
  const source = await openFileSource(path);
  try {
    return await digestOf(source);
  } finally {
    await source.close();
  }
}
