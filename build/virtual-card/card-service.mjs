// A card service (pcscd) of its own with a virtual reader (vpcd), beside the computer's: its folder is
// bound over /run/pcscd in a mount namespace that only it sees. Needs root.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { which } from '../lib/command.mjs';
import { CardSlot } from './card-slot.mjs';

const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const BIND =
  'mkdir -p /run/pcscd && mount --bind "$1" /run/pcscd && exec pcscd --foreground --config "$2"';

/**
 * @typedef {object} CardService
 * @property {Record<string, string>} env where its clients find it
 * @property {CardSlot} slot of its first reader; the second one stays empty
 * @property {number | undefined} pid of pcscd
 * @property {() => Promise<void>} stop
 */

/** Null where it can be had, else why not. */
export function whyNoCardService() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'skipped: not root on Linux';
  if (which('pcscd', ['/usr/sbin']) === null) return 'skipped: no pcscd';
  if (!existsSync(DRIVER)) return 'skipped: no vsmartcard-vpcd';
  const namespace = ['--mount', '--propagation', 'private', 'true'];
  if (spawnSync('unshare', namespace).status !== 0) return 'skipped: no mount namespaces';
  return null;
}

/**
 * @param {string} folder of its own
 * @returns {Promise<CardService>}
 */
export async function startCardService(folder) {
  const run = join(folder, 'pcscd');
  const config = join(folder, 'readers');
  mkdirSync(run, { recursive: true });
  mkdirSync(config, { recursive: true });
  const port = await freePorts();
  const hex = `0x${port.toString(16).toUpperCase()}`;
  writeFileSync(
    join(config, 'vpcd'),
    `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:${hex}\nLIBPATH ${DRIVER}\nCHANNELID ${hex}\n`,
  );
  const namespace = ['--mount', '--propagation', 'private', 'sh', '-c', BIND, 'sh', run, config];
  const daemon = spawn('unshare', namespace, { stdio: 'ignore' });
  const ended = new Promise((resolve) => daemon.on('exit', resolve));
  const socket = join(run, 'pcscd.comm');
  for (let wait = 0; !existsSync(socket); wait++) {
    if (wait > 200 || daemon.exitCode !== null) throw new Error('pcscd did not start');
    await delay(50);
  }
  const slot = new CardSlot(port);
  return {
    env: { PCSCLITE_CSOCK_NAME: socket },
    slot,
    pid: daemon.pid,
    stop: async () => {
      slot.remove();
      daemon.kill('SIGTERM');
      const killed = setTimeout(() => daemon.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(killed);
    },
  };
}

/**
 * The first of two free ports in a row: vpcd takes one for each of its two readers.
 * @returns {Promise<number>}
 */
async function freePorts() {
  for (let round = 0; round < 50; round++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error('no two free ports in a row');
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
  });
}
