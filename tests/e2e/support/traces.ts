// Where a secret could leave a trace: a page's memory, what windows and main say to each other, files,
// command lines and environments.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { PenaApp } from '../../support/harness/launch.ts';

/** @param folder holds everything that this program writes */
export async function expectNoTrace(
  secret: string,
  { app, main, folder }: { app: PenaApp; main: Page; folder: string },
): Promise<void> {
  expect(await main.content()).not.toContain(secret);
  expect(await main.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).toBe('[{},{}]');
  expect(await heapOf(main)).not.toContain(secret);
  expect(app.output()).not.toContain(secret);
  const seen = app.harness?.traffic.filter(({ host }) => host === 'main') ?? [];
  expect(asText(seen)).not.toContain(secret);
  for (const file of filesIn(folder)) {
    expect(readFileSync(file, 'latin1'), file).not.toContain(secret);
  }
  for (const file of processFiles()) {
    expect(file.content, file.path).not.toContain(secret);
  }
}

/** That the search finds what is there: in the traffic of the window that was typed into. */
export function expectTypedInto(secret: string, host: 'pin' | 'secret', app: PenaApp): void {
  if (app.harness === null) return;
  expect(asText(app.harness.traffic.filter((one) => one.host === host))).toContain(secret);
}

/** Everything the page's JavaScript holds, as one text. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

/** With bytes as the letters they may stand for. */
function asText(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Command lines and environments of everything that runs (Linux; elsewhere none). */
function processFiles(): { path: string; content: string }[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  const paths = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`]);
  return paths.flatMap((path) => {
    try {
      return [{ path, content: readFileSync(path, 'latin1') }];
    } catch {
      // Gone meanwhile, or another user's.
      return [];
    }
  });
}
