// A new file beside the plan: whole or not at all.
import { createAtomicOutput } from '../../native/files/atomic-output.ts';

export async function writeNew(path: string, text: string, overwrite = false): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite });
  await output.append(Buffer.from(text));
  await output.commit();
}
