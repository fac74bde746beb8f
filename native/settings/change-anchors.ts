// Trust anchors that the person takes in and out: a copy of the certificate beside the settings file, which names it.
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { SerialQueue } from '../process/serial-queue.ts';
import { changeSettings } from './change-settings.ts';

const FOLDER = 'akar';
const OURS = /^akar\/[0-9a-f]{64}\.cer$/;

/** The file and its name are two writings, between which no other may come. */
const changes = new SerialQueue();

/** @param der the certificate; @throws {PenaError} SETTINGS_INVALID, FILE_*; then it is not trusted */
export function addAnchor(path: string, der: Uint8Array): Promise<void> {
  const name = nameOf(createHash('sha256').update(der).digest('hex'));
  return changes.run(async () => {
    // First what is named, then its name: settings that name a file which is not there are refused.
    await write(join(dirname(path), name), der);
    await changeSettings(path, ({ anchors = [] }) => ({
      anchors: [...anchors.filter((one) => one !== name), name],
    }));
  });
}

/** Only one that was taken in so: files and folders that somebody wrote down are theirs. @throws {PenaError} as above */
export async function removeAnchor(path: string, sha256: string): Promise<void> {
  const name = nameOf(sha256);
  if (!OURS.test(name)) return;
  await changes.run(async () => {
    await changeSettings(path, ({ anchors = [] }) => ({
      anchors: anchors.filter((one) => one !== name),
    }));
    await rm(join(dirname(path), name), { force: true });
  });
}

async function write(file: string, der: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const output = await createAtomicOutput(file, { overwrite: true });
  try {
    await output.append(der);
    await output.commit();
  } finally {
    await output.abort();
  }
}

/** SHA-256 of those that were taken in so. */
export function takenIn(anchors: readonly string[], path: string): string[] {
  const folder = join(dirname(path), FOLDER);
  return anchors.flatMap((anchor) => {
    const sha256 = /([0-9a-f]{64})\.cer$/.exec(anchor)?.[1];
    return sha256 !== undefined && anchor === join(folder, `${sha256}.cer`) ? [sha256] : [];
  });
}

function nameOf(sha256: string): string {
  return `${FOLDER}/${sha256}.cer`;
}
