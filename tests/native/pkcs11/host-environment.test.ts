import { expect, test } from 'vitest';
import { hostEnvironment } from '../../../native/pkcs11/host-environment.ts';

test('passes on what modules need and nothing else', () => {
  const needed = {
    PATH: '/bin',
    HOME: '/home/a',
    LC_ALL: 'id_ID.UTF-8',
    SOFTHSM2_CONF: '/x',
    P11_KIT_SERVER_ADDRESS: 'unix:path=/x',
    OPENSC_CONF: '/x',
    TPM2_PKCS11_STORE: '/x',
    SystemRoot: 'C:\\Windows',
    'ProgramFiles(x86)': 'C:\\x86',
  };
  const refused = {
    NODE_OPTIONS: '--inspect',
    LD_PRELOAD: '/x',
    ELECTRON_RUN_AS_NODE: '1',
    https_proxy: 'http://user:secret@proxy',
    PENA_FAULT: 'x',
    XDG_DATA_HOME: undefined,
    TZ: '',
  };
  expect(hostEnvironment({ ...refused, ...needed })).toEqual(needed);
});
