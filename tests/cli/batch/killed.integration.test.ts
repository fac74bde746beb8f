// "It holds when" 4 of the signing issue: killed twenty times in a batch of two hundred, it ends with two
// hundred results, none signed twice, nothing left beside them.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm } from '../../support/softhsm.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { pdfsigSays, qpdfCheck } from '../../support/other-validators.ts';
import { verify } from '../../native/journal/support.ts';
import {
  manyDocuments,
  outputState,
  planFor,
  sha256Of,
  signedInJournal,
} from '../support/batch.ts';
import { finished, startPena } from '../support/pena.ts';

const reason = whyNoSoftHsm();
const FILES = 200;
const KILLS = 20;

describe.skipIf(reason !== null)(`a batch of ${FILES}${reason ? ` (${reason})` : ''}`, () => {
  it(
    `killed ${KILLS} times at random moments is finished whole`,
    { timeout: 300_000 },
    async () => {
      const folder = temporaryFolder();
      const [work, out] = [temporaryFolder(), temporaryFolder()];
      const journal = join(folder, 'jurnal');
      const token = await makeSoftHsm(folder);
      const pristine = join(folder, 'pristine');
      cpSync(token.tokensFolder, pristine, { recursive: true });
      const files = manyDocuments(work, FILES);
      const { certificate } = token.keys[0];
      const plan = planFor(join(work, 'rencana.json'), files, certificate);
      const start = () => {
        // SoftHSM writes its own files in place, and a kill can break them.
        rmSync(token.tokensFolder, { recursive: true });
        cpSync(pristine, token.tokensFolder, { recursive: true });
        const where = ['--out', out, '--module', token.module, '--journal', journal];
        return startPena(['batch', 'run', '--offline', plan, ...where, '--pin-stdin', '--json'], {
          input: `${USER_PIN}\n`,
          env: token.env,
        });
      };
      const visible = (): string[] => readdirSync(out).filter((name) => !name.startsWith('.'));
      const progress: number[] = [];
      /** Bytes of every result met after a kill: they may never change. */
      const seen = new Map<string, string>();
      let leavings = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = visible().length;
        const child = start();
        const ended = finished(child);
        // Most kills fall into the signing; some into the start, where the review is.
        if (kill % 4 !== 0) await Promise.race([until(() => visible().length > before), ended]);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * (kill % 4 ? 25 : 600)));
        killGroup(child.pid ?? 0);
        await ended;
        leavings += readdirSync(out).some((name) => name.endsWith('.tmp')) ? 1 : 0;
        for (const name of visible()) {
          const digest = sha256Of(readFileSync(join(out, name)));
          expect(seen.get(name) ?? digest).toBe(digest);
          seen.set(name, digest);
        }
        progress.push(seen.size);
      }
      const { status, stdout } = await finished(start());
      expect(status).toBe(0);
      const { counts } = JSON.parse(stdout) as { counts: Record<string, number> };
      expect(counts).toEqual({
        ...{ failed: 0, left: 0, alreadySigned: seen.size, signed: FILES - seen.size },
      });
      console.log(
        `killed ${KILLS} times, results by then: ${progress.join(' ')}; with leavings: ${leavings}`,
      );
      // Otherwise the kills have hit nothing.
      expect(new Set(progress).size).toBeGreaterThan(KILLS / 3);

      // Nothing but the results: no temporary file, no state, no lock.
      expect(readdirSync(out).sort()).toEqual(files.map((file) => file.slice(work.length + 1)));
      for (const file of files) {
        const output = join(out, file.slice(work.length + 1));
        expect(await outputState(file, output, certificate)).toEqual({
          signatures: 1,
          right: true,
        });
        const digest = seen.get(file.slice(work.length + 1));
        if (digest !== undefined) expect(sha256Of(readFileSync(output))).toBe(digest);
      }
      for (const file of files.filter((_, index) => index % 20 === 0)) {
        const output = join(out, file.slice(work.length + 1));
        expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
        expect(qpdfCheck(output)).toMatchObject({ status: 0 });
      }
      // The journal holds, and knows of every one.
      expect(await verify(journal)).toMatchObject({ ok: true, findings: [] });
      const known = signedInJournal(journal);
      for (const file of files) expect(known.has(sha256Of(readFileSync(file)))).toBe(true);
    },
  );
});

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 2));
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended already.
  }
}
