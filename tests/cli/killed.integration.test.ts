// Killed at any moment of signing, the command line leaves nothing or the whole signed document.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { finished, largePdf, makeP12, P12_PASSPHRASE, startPena } from './support/pena.ts';

const reason = whyNoSoftHsm();
/** With each kind of key: fifty in all. */
const ROUNDS = 25;

describe.skipIf(reason !== null)(`kill -9${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
  });

  async function isWhole(path: string): Promise<boolean> {
    const source = await openFileSource(path);
    try {
      const options = { anchors: [], at: null, now: new Date() };
      const [signature] = (await validateDocument(source, options)).signatures;
      return signature?.intact === true && signature.coverage === 'ENTIRE_FILE';
    } finally {
      await source.close();
    }
  }

  test.each(['token', 'file'] as const)(
    `${ROUNDS} times at random moments, with a key on a %s`,
    async (kind) => {
      const work = temporaryFolder();
      const keys = temporaryFolder();
      const input = largePdf(join(keys, 'besar.pdf'), 8_000_000);
      const before = readFileSync(input);
      const output = join(work, 'hasil.pdf');
      const key = kind === 'token' ? ['--cert', 'p256'] : ['--p12', makeP12(keys, token.keys[1])];
      const pin = kind === 'token' ? USER_PIN : P12_PASSPHRASE;
      const start = () =>
        startPena(['sign', '--offline', input, '--out', output, ...key, '--pin-stdin'], {
          input: `${pin}\n`,
          env: token.env,
        });
      const pristine = join(keys, 'tokens');
      cpSync(token.tokensFolder, pristine, { recursive: true });
      const begun = performance.now();
      expect(await finished(start())).toMatchObject({ status: 0 });
      const whole = performance.now() - begun;
      const size = statSync(output).size;
      const outcomes = { nothing: 0, interrupted: 0, whole: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        renewedToken(token.tokensFolder, pristine);
        for (const name of readdirSync(work)) rmSync(join(work, name));
        const child = start();
        const ended = finished(child);
        // Every other kill waits for the writing to begin: that is the moment that matters, and on a
        // busy computer it comes now early, now late.
        if (round % 2 === 1) await Promise.race([somethingIn(work), ended]);
        const within = round % 2 === 1 ? whole / 8 : whole;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * within));
        killGroup(child.pid ?? 0);
        await ended;
        const names = readdirSync(work);
        const visible = names.filter((name) => !name.startsWith('.'));
        expect(visible).toEqual(visible.length === 0 ? [] : ['hasil.pdf']);
        if (visible.length > 0) {
          expect(statSync(output).size).toBe(size);
          expect(await isWhole(output)).toBe(true);
          outcomes.whole++;
        } else outcomes[names.length > 0 ? 'interrupted' : 'nothing']++;
      }
      console.log(`${kind}: killed ${ROUNDS} times within ${Math.round(whole)} ms`, outcomes);
      // Otherwise no kill has hit the writing, and the test has shown nothing.
      expect(outcomes.interrupted).toBeGreaterThan(0);
      expect(readFileSync(input).equals(before)).toBe(true);
      // What was left hidden is cleared away by the next run.
      renewedToken(token.tokensFolder, pristine);
      rmSync(output, { force: true });
      expect(await finished(start())).toMatchObject({ status: 0 });
      expect(readdirSync(work)).toEqual(['hasil.pdf']);
    },
    // A computer that is busy with other tests takes its time over 26 processes.
    600_000,
  );
});

async function somethingIn(folder: string): Promise<void> {
  while (existsSync(folder) && readdirSync(folder).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended already.
  }
}

/** SoftHSM writes its files in place, and a kill can break them: each round has them new. */
function renewedToken(folder: string, pristine: string): void {
  rmSync(folder, { recursive: true });
  cpSync(pristine, folder, { recursive: true });
}
