// opencryptoki's soft token with its daemon, in folders of the test's own: it locks after three wrong PINs.
import { readFileSync } from 'node:fs';
import { which } from '../../../build/lib/command.mjs';
import { libraryPath } from './library-path.ts';
import { makeMaterial } from './material.ts';
import { openNamespace, whyNoNamespace } from './own-namespace.ts';
import { whyMissing, type ModuleKind } from './world.ts';

const LIBRARY = 'opencryptoki/libopencryptoki.so.0';
const PIN = '482915';
const SO_PIN = '76543210';
const FACTORY_SO_PIN = '87654321';
/** Of the soft token, in Debian's opencryptoki.conf. */
const SLOT = '3';

const SCRIPT = `
mkdir -p "$1/lib/swtok/TOK_OBJ"
chown -R root:pkcs11 "$1/lib"; chmod -R 770 "$1/lib"
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /dev/shm
mount --bind "$1/lib" /var/lib/opencryptoki
mkdir -p /run/lock; mkdir -p /var/lock/opencryptoki/swtok
chown -R root:pkcs11 /var/lock/opencryptoki; chmod -R 770 /var/lock/opencryptoki
pkcsslotd
while [ ! -s /run/pkcsslotd.pid ]; do sleep 0.1; done
cp /run/pkcsslotd.pid "$1/daemon.pid"`;

export const opencryptoki: ModuleKind = {
  name: 'opencryptoki soft token',
  why: () => {
    const programs = ['pkcsslotd', 'pkcsconf'].filter(
      (name) => which(name, ['/usr/sbin']) === null,
    );
    const missing = libraryPath(LIBRARY) === null ? ['opencryptoki'] : programs;
    return whyMissing(missing) ?? whyNoNamespace();
  },
  start: async (folder) => {
    const module = libraryPath(LIBRARY) ?? '';
    const { issued } = await makeMaterial(folder, { rsa: 'rsa:2048' });
    const signer = issued['rsa'];
    if (signer === undefined) throw new Error('no signer');
    const { run, fork, stop } = await openNamespace(folder, SCRIPT);
    const tool = ['--module', module, '--slot', SLOT];
    const setUp = ['--init-token', '--label', 'UJI', '--so-pin', FACTORY_SO_PIN];
    run('pkcs11-tool', [...tool, ...setUp]);
    run('pkcsconf', ['-P', '-c', SLOT, '-S', FACTORY_SO_PIN, '-n', SO_PIN]);
    run('pkcsconf', ['-u', '-c', SLOT, '-S', SO_PIN, '-n', PIN]);
    for (const [file, type] of [
      [signer.key, 'privkey'],
      [signer.certificateDer, 'cert'],
    ] as const) {
      const object = ['--write-object', file, '--type', type, '--id', '01', '--label', 'rsa'];
      run('pkcs11-tool', [...tool, '--login', '--pin', PIN, ...object]);
    }
    return {
      ...{ module, fork, env: {}, pin: PIN, label: 'UJI' },
      keys: [
        {
          ...{ id: '01', certificateFile: signer.certificate },
          algorithms: ['RSA_PKCS1_SHA256', 'RSA_PSS_SHA256'],
        },
      ],
      // Its own count is only seen through the flags.
      ...{ triesSpent: null, locksAfter: 3, unblock: { by: 'module', puk: SO_PIN } },
      ...{ pull: null, putBack: null, hotPlug: false, pullMidSignature: null },
      stop: () => {
        process.kill(Number(readFileSync(`${folder}/daemon.pid`, 'utf8').trim()), 'SIGKILL');
        stop();
      },
    };
  },
};
