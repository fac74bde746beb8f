// SoftHSM2; behind it the module of our own that locks, and p11-kit's server that can die.
import { spawn, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { which } from '../../../build/lib/command.mjs';
import { buildFaultyModule, whyNoCompiler } from '../faulty-module.ts';
import {
  type KeySpec,
  makeSoftHsm,
  SO_PIN,
  type TestToken,
  USER_PIN,
  whyNoSoftHsm,
} from '../softhsm.ts';
import { libraryPath } from './library-path.ts';
import type { ModuleKind, ModuleWorld, WorldKey } from './world.ts';

/** Beside the usual kinds (RFC 8410). */
const ED25519: KeySpec = { id: '04', name: 'ed25519', kind: 'ed25519', algorithm: 'ED25519' };
const tokenIn = (folder: string): Promise<TestToken> => makeSoftHsm(folder, 'UJI', [ED25519]);

const keysOf = ({ keys }: TestToken): ModuleWorld['keys'] => {
  const [first, ...others] = keys.map(({ id, algorithm, certificateFile }, index): WorldKey => ({
    ...{ id, certificateFile },
    algorithms: index === 0 ? [algorithm, 'RSA_PSS_SHA256'] : [algorithm],
  }));
  if (first === undefined) throw new Error('no key');
  return [first, ...others];
};

/** The token's folder taken away: SoftHSM only sees that when it is started again. */
function moving({ tokensFolder }: TestToken) {
  const away = `${tokensFolder}-away`;
  return {
    pull: () => renameSync(tokensFolder, away),
    putBack: () => renameSync(away, tokensFolder),
  };
}

const plain = {
  ...{ pin: USER_PIN, label: 'UJI', hotPlug: false, pullMidSignature: null, triesSpent: null },
  ...{ locksAfter: null, stop: () => undefined },
} as const;

export const softhsm: ModuleKind = {
  name: 'SoftHSM2',
  why: whyNoSoftHsm,
  start: async (folder) => {
    const token = await tokenIn(folder);
    return {
      ...{ ...plain, ...moving(token), module: token.module, env: token.env },
      keys: keysOf(token),
      unblock: { by: 'module', puk: SO_PIN },
    };
  },
};

export const locking: ModuleKind = {
  name: 'our faulty module (locks)',
  why: () => whyNoSoftHsm() ?? whyNoCompiler(),
  start: async (folder) => {
    const token = await tokenIn(folder);
    const faulty = buildFaultyModule(folder, token);
    return {
      ...{ ...plain, ...moving(token), module: faulty.module, env: faulty.env('locks') },
      keys: keysOf(token),
      // One line for each C_Login that the module has seen.
      triesSpent: () =>
        existsSync(faulty.log) ? readFileSync(faulty.log, 'utf8').trim().split('\n').length : 0,
      locksAfter: 3,
      unblock: null,
    };
  },
};

export const p11kit: ModuleKind = {
  name: 'p11-kit client and server',
  why: () => {
    const reason = whyNoSoftHsm();
    if (reason !== null) return reason;
    if (which('p11-kit') === null) return 'skipped: no p11-kit';
    return libraryPath('pkcs11/p11-kit-client.so') === null ? 'skipped: no p11-kit client' : null;
  },
  start: async (folder) => {
    // p11-kit 0.24 passes CKM_EDDSA on to nobody.
    const token = await makeSoftHsm(folder);
    const socket = join(folder, 'p11-kit.sock');
    const args = ['server', '-f', '--provider', token.module, '--name', socket];
    const server = spawn('p11-kit', [...args, `pkcs11:token=${token.label}`], {
      env: { ...process.env, ...token.env },
      stdio: 'ignore',
    });
    for (let wait = 0; !existsSync(socket) && wait < 600; wait++) await delay(50);
    return {
      ...plain,
      module: libraryPath('pkcs11/p11-kit-client.so') ?? '',
      env: { P11_KIT_SERVER_ADDRESS: `unix:path=${socket}` },
      keys: keysOf(token),
      unblock: { by: 'module', puk: SO_PIN },
      // Each connection has a process of its own: with it the device dies, in the middle of anything.
      pull: () => {
        const { stdout } = spawnSync('pgrep', ['-P', String(server.pid)], { encoding: 'utf8' });
        for (const pid of stdout.split('\n').filter(Boolean)) execFileSync('kill', ['-KILL', pid]);
      },
      // The next connection has a new process.
      putBack: () => undefined,
      stop: () => void server.kill('SIGKILL'),
    };
  },
};
