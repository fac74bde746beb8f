// NSS (Firefox's and Thunderbird's own store), as p11-kit registers it: it has to be told its folder at
// C_Initialize. p11-kit reads root's registrations only from the computer's own folder, hence the namespace.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { which } from '../../../build/lib/command.mjs';
import { libraryPath } from './library-path.ts';
import { makeMaterial } from './material.ts';
import { openNamespace, whyNoNamespace } from './own-namespace.ts';
import { whyMissing, type ModuleKind } from './world.ts';

const PIN = '482915';
const NICKNAMES = ['rsa', 'p256', 'p384'] as const;

/** @param flags of NSS: whether its database may be written to */
const nssWith = (flags: 'readOnly' | '', name: string): ModuleKind => ({
  name,
  why: () => {
    const programs = ['certutil', 'pk12util'].filter((name) => which(name) === null);
    const libraries = ['libsoftokn3.so', 'p11-kit-proxy.so'];
    const missing = libraries.filter((name) => libraryPath(name) === null);
    return whyMissing([...programs, ...missing]) ?? whyNoNamespace();
  },
  start: async (folder) => {
    const kinds = { rsa: 'rsa:2048', p256: 'ec:P-256', p384: 'ec:P-384' } as const;
    const { issued } = await makeMaterial(folder, kinds);
    const at = (name: string): string => join(folder, name);
    mkdirSync(at('db'));
    mkdirSync(at('registered'));
    writeFileSync(at('pin'), `${PIN}\n`);
    execFileSync('certutil', ['-N', '-d', `sql:${at('db')}`, '-f', at('pin')]);
    for (const name of NICKNAMES) {
      const { key, certificate } = issued[name] ?? { key: '', certificate: '' };
      const files = ['-inkey', key, '-in', certificate, '-name', name, '-out', at(`${name}.p12`)];
      execFileSync('openssl', ['pkcs12', '-export', ...files, '-passout', 'pass:uji']);
      const p12 = ['-i', at(`${name}.p12`), '-d', `sql:${at('db')}`, '-k', at('pin'), '-W', 'uji'];
      execFileSync('pk12util', p12, { stdio: 'ignore' });
    }
    const parameters = `configdir='sql:${at('db')}' certPrefix='' keyPrefix='' secmod='secmod.db'${flags === '' ? '' : ` flags=${flags}`}`;
    writeFileSync(
      at('registered/nss.module'),
      `module: ${libraryPath('libsoftokn3.so') ?? ''}\nx-init-reserved: ${parameters}\n`,
    );
    const { fork, run, stop } = await openNamespace(
      folder,
      'mount --bind "$1/registered" /usr/share/p11-kit/modules',
    );
    const module = libraryPath('p11-kit-proxy.so') ?? '';
    // NSS makes CKA_ID out of the public key.
    const list = [
      '--module',
      module,
      '--token-label',
      'NSS Certificate DB',
      '-O',
      '--type',
      'cert',
    ];
    const shown = run('pkcs11-tool', list);
    const idOf = (name: string): string =>
      new RegExp(`label: +${name}\\n(?: .*\\n)*? +ID: +([0-9a-f]+)`).exec(shown)?.[1] ?? '';
    const file = (name: (typeof NICKNAMES)[number]): string => issued[name]?.certificate ?? '';
    return {
      ...{ module, fork, env: {}, pin: PIN, label: 'NSS Certificate DB' },
      keys: [
        {
          ...{ id: idOf('rsa'), certificateFile: file('rsa') },
          algorithms: ['RSA_PKCS1_SHA256', 'RSA_PSS_SHA256'],
        },
        { id: idOf('p256'), algorithms: ['ECDSA_P256_SHA256'], certificateFile: file('p256') },
        { id: idOf('p384'), algorithms: ['ECDSA_P384_SHA384'], certificateFile: file('p384') },
      ],
      ...{ triesSpent: null, locksAfter: null, unblock: null },
      ...{ pull: null, putBack: null, hotPlug: false, pullMidSignature: null, stop },
    };
  },
});

export const nss = nssWith('readOnly', 'NSS softokn through p11-kit proxy');
export const writableNss = nssWith('', 'NSS softokn that may be written to');
