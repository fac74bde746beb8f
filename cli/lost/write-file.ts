// A file that is there whole or not at all; one of the same name is the same report, and is replaced.
import { createAtomicOutput } from '../../native/files/atomic-output.ts';

/** @throws {PenaError} FILE_* */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite: true });
  try {
    await output.append(bytes);
    await output.commit();
  } finally {
    await output.abort();
  }
}
