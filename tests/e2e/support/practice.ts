// The practice token and its anchors, made once and kept for the next run.
import { fileURLToPath } from 'node:url';
import { openPracticeWorld } from '../../../build/practice/practice-world.mjs';
import { PRACTICE_PIN } from '../../../build/practice/constants.mjs';

const FOLDER = fileURLToPath(new URL('../../../test-results/practice', import.meta.url));

export const PIN = PRACTICE_PIN;
export const SIGNER = 'NAMA PEJABAT LATIHAN';
export const SAMPLE = fileURLToPath(
  new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);

/** Environment of the program with the practice token plugged in; without a module, no token. */
export async function openPractice(): Promise<Readonly<Record<string, string>>> {
  const { world } = await openPracticeWorld(FOLDER);
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
