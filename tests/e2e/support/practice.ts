// The practice token and its anchors, made once and kept for the next run.
import { fileURLToPath } from 'node:url';
import { openPracticeWorld } from '../../../build/practice/practice-world.mjs';
import { PRACTICE_PIN } from '../../../build/practice/constants.mjs';
import { type Services, startServices } from '../../../build/practice/services.mjs';

export const PRACTICE_FOLDER = fileURLToPath(
  new URL('../../../test-results/practice', import.meta.url),
);

export const PIN = PRACTICE_PIN;
export const SIGNER = 'NAMA PEJABAT LATIHAN';
export const SAMPLE = fileURLToPath(
  new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);

/** Environment of the program with the practice token plugged in; without a module, no token. */
export async function openPractice(): Promise<Readonly<Record<string, string>>> {
  const { world } = await openPracticeWorld(PRACTICE_FOLDER);
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
      const { world } = await openPracticeWorld(PRACTICE_FOLDER);
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
