// The practice token and its anchors, made once for each worker and kept for the next run: workers run
// side by side, and a token's PIN, its objects and the port in its certificates belong to one of them.
import { fileURLToPath } from 'node:url';
import { openPracticeWorld } from '../../../build/practice/practice-world.mjs';
import { PRACTICE_PIN } from '../../../build/practice/constants.mjs';
import { type Services, startServices } from '../../../build/practice/services.mjs';

/** The practice world of one worker; Playwright counts them from 0. */
function practiceFolder(worker: number): string {
  return fileURLToPath(
    new URL(`../../../test-results/practice-${String(worker)}`, import.meta.url),
  );
}

export const PRACTICE_FOLDER = practiceFolder(Number(process.env['TEST_PARALLEL_INDEX'] ?? '0'));

export const PIN = PRACTICE_PIN;
export const SIGNER = 'NAMA PEJABAT LATIHAN';
export const SAMPLE = fileURLToPath(
  new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);

/** Not marked as practice mode's: it stands for a real authority, whose certificates count in the window. */
function openWorld(folder: string): ReturnType<typeof openPracticeWorld> {
  return openPracticeWorld(folder, { marked: false });
}

/** Makes the practice worlds of all workers, one after the other, before any test waits for its own. */
export async function preparePractice(workers: number): Promise<void> {
  for (let worker = 0; worker < workers; worker += 1) {
    await openWorld(practiceFolder(worker));
  }
}

/** Environment of the program with the practice token plugged in; without a module, no token. */
export async function openPractice(): Promise<Readonly<Record<string, string>>> {
  const { world } = await openWorld(PRACTICE_FOLDER);
  const { module, softhsmConf, anchors } = world;
  if (module === null || softhsmConf === null) {
    throw new Error(`no practice token: ${world.missingForToken.join(', ')} missing`);
  }
  return {
    PENA_MODULES: module,
    PENA_TRUST: anchors.join(':'),
    SOFTHSM2_CONF: softhsmConf,
  };
}

/** The practice authority's OCSP responder and time-stamp authority, where the certificates say. */
export class PracticeNetwork {
  #services: Services | null = null;

  /** @returns the address of the time-stamp authority */
  async start(): Promise<string> {
    if (this.#services === null) {
      const { world } = await openWorld(PRACTICE_FOLDER);
      this.#services = await startServices(world.pki, world.port);
      if (!this.#services.expectedPort) throw new Error(`port ${String(world.port)} is taken`);
    }
    return this.#services.tsaUrl;
  }

  async stop(): Promise<void> {
    await this.#services?.stop();
    this.#services = null;
  }
}
