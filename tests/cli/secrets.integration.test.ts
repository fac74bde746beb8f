// A marked PIN is nowhere to be found: not in files, output, arguments or environments.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { whyNoCompiler } from '../support/faulty-module.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { buildFault, finished, loginsIn, pena, sampleIn, startPena } from './support/pena.ts';

const reason =
  whyNoSoftHsm() ?? whyNoCompiler() ?? (process.platform === 'linux' ? null : 'skipped: no /proc');
/** Letters and digits that occur together nowhere else. */
const MARKED = 'MERAPI7Q4ZX9';
const WRONG = 'SEMERU3W8KV2';

/** Paths of all files below a folder whose bytes or names hold one of the marks. */
function holding(folder: string, marks: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    const content = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
    return marks.some((mark) => name.includes(mark) || content.includes(mark));
  });
}

/** The process and all below it. */
function family(pid: number): number[] {
  const below = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child ?? 0);
  return [pid, ...below.flatMap(family)];
}

describe.skipIf(reason !== null)(`a marked PIN${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  const at = (name: string): string => join(folder, name);
  let token: TestToken;
  let env: Record<string, string>;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    const change = ['--login', '--pin', USER_PIN, '--change-pin', '--new-pin', MARKED];
    execFileSync('pkcs11-tool', ['--module', token.module, '--token-label', 'UJI', ...change], {
      env: { ...process.env, ...token.env },
      stdio: 'ignore',
    });
    for (const name of ['rumah', 'sementara', 'hasil']) mkdirSync(at(name));
    env = { ...token.env, HOME: at('rumah'), TMPDIR: at('sementara'), PENA_DEBUG: '1' };
    sampleIn(folder);
  });

  const args = (output: string, ...more: readonly string[]): string[] => [
    ...['sign', '--offline', at('sk.pdf'), '--out', at(`hasil/${output}`), '--cert', 'rsa'],
    ...['--pin-stdin', ...more],
  ];

  test('right, wrong, as text and as JSON, is neither said nor written', async () => {
    const runs = [
      await pena(args('teks.pdf'), { env, input: `${MARKED}\n` }),
      await pena(args('json.pdf', '--json'), { env, input: `${MARKED}\n` }),
      await pena(args('salah.pdf'), { env, input: `${WRONG}\n` }),
      await pena(args('salah.pdf', '--json'), { env, input: `${WRONG}\n` }),
    ];
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 69, 69]);
    for (const { stdout, stderr } of runs) {
      expect(stdout + stderr).not.toContain(MARKED);
      expect(stdout + stderr).not.toContain(WRONG);
    }
    expect(readdirSync(at('hasil')).sort()).toEqual(['json.pdf', 'teks.pdf']);
    expect(holding(folder, [MARKED, WRONG])).toEqual([]);
  });

  test('is in no argument and no environment while the token works', async () => {
    mkdirSync(at('modul'));
    const module = buildFault(at('modul'), token, 'sign-hang');
    const child = startPena(args('gantung.pdf', '--module', module), { env, input: `${MARKED}\n` });
    const ended = finished(child);
    await expect.poll(() => loginsIn(at('modul'))).toHaveLength(1);
    const processes = family(child.pid ?? 0);
    // The command line and its token host at least.
    expect(processes.length).toBeGreaterThan(1);
    for (const pid of processes) {
      for (const name of ['cmdline', 'environ']) {
        const content = readFileSync(`/proc/${String(pid)}/${name}`, 'latin1');
        expect(content).not.toBe('');
        expect(content).not.toContain(MARKED);
      }
    }
    process.kill(child.pid ?? 0, 'SIGTERM');
    const { status, stdout, stderr } = await ended;
    expect(status).toBe(143);
    expect(stdout + stderr).not.toContain(MARKED);
    expect(holding(folder, [MARKED])).toEqual([]);
  });

  test('would be found if it were there', () => {
    mkdirSync(at('bukti'));
    sampleIn(at('bukti'), `${MARKED}.pdf`);
    expect(holding(at('bukti'), [MARKED])).toEqual([`${MARKED}.pdf`]);
  });
});
