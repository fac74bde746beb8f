// tpm2-pkcs11 on a TPM in software (swtpm), with the resource manager it needs, on a bus of its own.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { which } from '../../../build/lib/command.mjs';
import { freePort } from '../../../build/practice/free-port.mjs';
import { startKeyring } from '../keyring.ts';
import { libraryPath } from './library-path.ts';
import { makeCa } from '../../../build/practice/pki.mjs';
import { whyMissing, type ModuleKind, type WorldKey } from './world.ts';

const LIBRARY = 'pkcs11/libtpm2_pkcs11.so';
const PROGRAMS = ['swtpm', 'tpm2-abrmd', 'tpm2_ptool', 'dbus-daemon', 'gdbus'];
const PIN = '482915';
const SO_PIN = '87654321';

export const tpm2: ModuleKind = {
  name: 'tpm2-pkcs11 on swtpm',
  why: () => {
    const missing = PROGRAMS.filter((name) => which(name, ['/usr/sbin']) === null);
    return whyMissing(libraryPath(LIBRARY) === null ? ['tpm2-pkcs11', ...missing] : missing);
  },
  start: async (folder) => {
    const started: ChildProcess[] = [];
    const start = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): void => {
      started.push(spawn(command, args, { env, stdio: 'ignore' }));
    };
    const at = (name: string): string => join(folder, name);
    mkdirSync(at('state'));
    mkdirSync(at('store'));
    const bus = await startKeyring({ folder, service: false });
    // The TCTI speaks to the port after the one it is told.
    const data = await freePort();
    const control = data + 1;
    start(
      'swtpm',
      [
        ...['socket', '--tpm2', '--tpmstate', `dir=${at('state')}`],
        ...['--server', `type=tcp,port=${data},bindaddr=127.0.0.1`],
        ...['--ctrl', `type=tcp,port=${control},bindaddr=127.0.0.1`],
        ...['--flags', 'not-need-init,startup-clear'],
      ],
      process.env,
    );
    await listening(control);
    const tcti = `--tcti=swtpm:host=127.0.0.1,port=${data}`;
    const session = { DBUS_SESSION_BUS_ADDRESS: bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '' };
    const args = ['--allow-root', '--session', tcti, '--flush-all'];
    start('tpm2-abrmd', args, { ...process.env, ...session });
    await onBus({ ...process.env, ...session });
    const module = libraryPath(LIBRARY) ?? '';
    const env = {
      ...session,
      TPM2_PKCS11_TCTI: 'tabrmd:bus_type=session',
      TPM2_PKCS11_STORE: at('store'),
    };
    const options = {
      env: {
        ...process.env,
        ...env,
        TPM2TOOLS_TCTI: 'tabrmd:bus_type=session',
        TSS2_LOG: 'all+NONE',
      },
      ...{ cwd: folder, timeout: 60_000 },
    };
    const tool = (...words: string[]) => execFileSync('tpm2_ptool', words, options);
    tool('init');
    const pins = [`--userpin=${PIN}`, `--sopin=${SO_PIN}`];
    tool('addtoken', '--pid=1', '--label=UJI', ...pins);
    const ca = await makeCa(at('ca'), {
      ...{ baseUrl: 'http://127.0.0.1:1', algorithm: 'ec:P-256' },
      subject: '/C=ID/O=LATIHAN/CN=CA UJI',
    });
    const keys: WorldKey[] = [];
    for (const [name, kind, id] of [
      ['rsa', 'rsa2048', '01'],
      ['p256', 'ecc256', '03'],
    ] as const) {
      const words = [`--algorithm=${kind}`, `--key-label=${name}`, `--id=${id}`];
      tool('addkey', '--label=UJI', `--userpin=${PIN}`, ...words);
      const read = ['--read-object', '--type', 'pubkey', '--label', name, '-o', at(`${name}.der`)];
      const login = ['--module', module, '--token-label', 'UJI', '--login', '--pin', PIN];
      execFileSync('pkcs11-tool', [...login, ...read], options);
      const certificateFile = at(`${name}.pem`);
      certify(ca, name, at(`${name}.der`), certificateFile);
      tool('addcert', '--label=UJI', `--key-label=${name}`, certificateFile);
      keys.push({
        // The tool takes the letters of --id, not what they stand for.
        ...{ id: Buffer.from(id).toString('hex'), certificateFile },
        algorithms: name === 'rsa' ? ['RSA_PKCS1_SHA256', 'RSA_PSS_SHA256'] : ['ECDSA_P256_SHA256'],
      });
    }
    const [first, ...others] = keys;
    if (first === undefined) throw new Error('no key');
    return {
      ...{ module, env: { ...env, TPM2_PKCS11_LOG_LEVEL: '0' }, pin: PIN, label: 'UJI' },
      keys: [first, ...others],
      // The TPM's own protection against guessing (dictionary attack) is over all of it, not this token.
      ...{ triesSpent: null, locksAfter: null, unblock: null },
      ...{ pull: null, putBack: null, hotPlug: false, pullMidSignature: null },
      stop: () => {
        for (const one of started) one.kill('SIGKILL');
        bus.stop();
      },
    };
  },
};

/** A certificate for a key that never leaves its token. */
function certify(
  ca: { dir: string; certificate: string; key: string },
  name: string,
  publicDer: string,
  output: string,
): void {
  const publicPem = `${publicDer}.pem`;
  const extensions = `${publicDer}.cnf`;
  const form = ['pkey', '-pubin', '-inform', 'DER', '-in', publicDer, '-out', publicPem];
  execFileSync('openssl', form);
  writeFileSync(extensions, 'keyUsage=critical,digitalSignature,nonRepudiation\n');
  execFileSync(
    'openssl',
    [
      ...['x509', '-new', '-subj', `/C=ID/O=LATIHAN/CN=TPM ${name}`, '-force_pubkey', publicPem],
      ...['-CA', ca.certificate, '-CAkey', ca.key, '-days', '700', '-extfile', extensions],
      ...['-out', output],
    ],
    { stdio: 'ignore' },
  );
}

async function listening(port: number): Promise<void> {
  for (let wait = 0; wait < 600; wait++) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await delay(50);
  }
  throw new Error('swtpm did not start');
}

/** Until the resource manager has taken its name. */
async function onBus(env: NodeJS.ProcessEnv): Promise<void> {
  const method = ['--object-path', '/org/freedesktop/DBus', '--method'];
  const question = ['org.freedesktop.DBus.NameHasOwner', 'com.intel.tss2.Tabrmd'];
  const call = ['call', '--session', '--dest', 'org.freedesktop.DBus', ...method, ...question];
  for (let wait = 0; wait < 300; wait++) {
    if (spawnSync('gdbus', call, { env, encoding: 'utf8' }).stdout.includes('true')) return;
    await delay(100);
  }
  throw new Error('tpm2-abrmd did not start');
}
