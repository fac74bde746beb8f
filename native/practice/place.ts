// Makes the practice token with SoftHSM2, in the profile of practice mode. Its PINs are public, and stand on a command
// line for that reason alone.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { PracticePlace } from '../../core/ports/practice-place.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';
import type { ForkHost } from '../pkcs11/host-process.ts';
import { withTokenKeys } from '../pkcs11/key-life.ts';
import { TokenService } from '../pkcs11/token-service.ts';
import { PRACTICE, type PracticePaths, practicePaths, softHsm, type SoftHsm } from './profile.ts';

const SECURITY_OFFICER = '87654321';
const TIMEOUT = 30_000;

/** @param host Electron's, absent for child processes of Node */
export function practicePlace(host?: { readonly fork: ForkHost; readonly hostEntry: string }) {
  const paths = practicePaths();
  const place: PracticePlace = {
    withNewToken: async (use) => {
      await rm(paths.folder, { recursive: true, force: true });
      await mkdir(paths.tokens, { recursive: true, mode: 0o700 });
      const found = softHsm();
      if (found === null) return false;
      await initialise(found, paths);
      const service = new TokenService({ modules: [found.module], ...host });
      try {
        const { tokens, problems } = await service.list();
        const token = tokens.find(({ label }) => label === PRACTICE.token);
        if (token === undefined) throw problems[0] ?? new PenaError('PRACTICE_NOT_MADE');
        const prompt = { ask: () => Promise.resolve(new TextEncoder().encode(PRACTICE.pin)) };
        await withTokenKeys(service, token, { errand: 'make-key', name: token.label, prompt }, use);
      } finally {
        await service.close();
      }
      return true;
    },
    save: async (name, bytes) => {
      const output = await createAtomicOutput(join(paths.folder, name), { overwrite: true });
      try {
        await output.append(bytes);
        await output.commit();
      } finally {
        await output.abort();
      }
    },
    passphrase: new TextEncoder().encode(PRACTICE.passphrase),
    random: (length) => new Uint8Array(randomBytes(length)),
  };
  return place;
}

/** @throws {PenaError} PRACTICE_NOT_MADE */
async function initialise(
  { tool }: SoftHsm,
  { softHsmConf, tokens }: PracticePaths,
): Promise<void> {
  const lines = ['objectstore.backend = file', 'log.level = ERROR', 'slots.removable = false'];
  await writeFile(softHsmConf, [`directories.tokendir = ${tokens}`, ...lines, ''].join('\n'));
  const secrets = ['--so-pin', SECURITY_OFFICER, '--pin', PRACTICE.pin];
  try {
    await promisify(execFile)(
      tool,
      ['--init-token', '--free', '--label', PRACTICE.token, ...secrets],
      { timeout: TIMEOUT, env: { ...process.env, SOFTHSM2_CONF: softHsmConf } },
    );
  } catch (thrown) {
    throw new PenaError('PRACTICE_NOT_MADE', { detail: 'softhsm2-util' }, { cause: thrown });
  }
}
