import { expect, test } from 'vitest';
import { type Findings, likeliestCause, redacted } from '../../../core/domain/doctor.ts';

const opensc = { name: 'opensc-pkcs11.so', state: 'ok' } as const;
const reader = { name: 'Pembaca', card: false, atr: null, product: null };
const card = { ...reader, card: true, atr: '3B00' };
const calm: Findings = {
  ...{ service: 'running', readers: [], usbReaders: 0, policyFault: null },
  ...{ modules: [opensc], tokens: [] },
};
const token = (...refusals: Findings['tokens'][number]['certificates'][number]['refusal'][]) => ({
  tokens: [{ certificates: refusals.map((refusal) => ({ refusal })) }],
});
const module = (state: Findings['modules'][number]['state']) => ({
  modules: [opensc, { name: 'vendor.so', state }],
});
const eToken = (installed: boolean) => ({
  readers: [reader, { ...card, product: { name: 'eToken', installed } }],
});

test.each<[string, string, Partial<Findings>]>([
  ['none', '', token('CERT_EXPIRED', null)],
  ['none', '', { ...token(null), ...module('crashed'), service: 'stopped' }],
  ['policy', '', { ...token(null), policyFault: 'POLICY_UNSAFE' }],
  ['certificates-refused', '', token('CERT_EXPIRED', 'CERT_KEY_USAGE')],
  ['no-certificate', '', token()],
  ['module-missing', 'vendor.so', module('missing')],
  ['module-unsafe', 'vendor.so', module('unsafe')],
  ['module-architecture', 'vendor.so', { ...module('wrong-architecture'), ...eToken(false) }],
  ['driver-missing', 'eToken', eToken(false)],
  ['service-stopped', '', { service: 'stopped', ...module('failing') }],
  ['service-absent', '', { service: 'absent', modules: [] }],
  ['module-failing', 'vendor.so', module('hung')],
  ['no-module', '', { modules: [] }],
  ['card-unknown', 'Pembaca', { readers: [reader, card] }],
  ['card-unknown', 'Pembaca', eToken(true)],
  ['no-card', 'Pembaca', { readers: [reader] }],
  ['no-reader', '', {}],
  ['no-reader', '', { readers: null }],
  ['not-seen', '', { readers: null, usbReaders: null }],
])('%s %s', (kind, subject, found) => {
  expect(likeliestCause({ ...calm, ...found })).toEqual({ kind, subject });
});

test('a redacted report holds no serial number and no home folder', () => {
  const text = '/home/siti/lib/a.so in "Yubico YubiKey (0006123456)" of AB12CD34EF, 2.0 x86_64';
  expect(redacted(text, '/home/siti/')).toBe(
    '~/lib/a.so in "Yubico YubiKey (***56)" of ***EF, 2.0 x86_64',
  );
  expect(redacted('/usr/lib/decade.so', '')).toBe('/usr/lib/decade.so');
});
