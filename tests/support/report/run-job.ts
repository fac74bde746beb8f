// Runs outbox-job.mjs, and kills it at a moment of its own.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const JOB = fileURLToPath(new URL('./outbox-job.mjs', import.meta.url));

/** Kills it so many milliseconds after it is ready; null: lets it finish. Resolves to what it said. */
export function runJob(job: string, killAfter: number | null): Promise<string> {
  const child = spawn(process.execPath, [JOB, job], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const ready = said === '';
    said += text;
    if (ready && killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(said));
  });
}
