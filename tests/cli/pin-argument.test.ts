// A PIN on the command line is refused in every spelling, and nothing that is no PIN.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusePinArguments } from '../../cli/pin-argument.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.each([
  ['--pin', '482915'],
  ['--pin=482915'],
  ['--PIN', '482915'],
  ['-pin', '482915'],
  ['-p', '482915'],
  ['-p482915'],
  ['-p=482915'],
  ['--password', 'rahasia'],
  ['--tsa-password', 'rahasia'],
  ['--tsa-password=rahasia'],
  ['--tsa-password-stdin', '482915'],
  ['--tsa', 'https://budi:rahasia@tsa.example.go.id/'],
  ['--tsa=http://rahasia@tsa.example.go.id'],
  ['--password=rahasia'],
  ['--passphrase', 'rahasia'],
  ['--passphrase=dua\nbaris'],
  ['--sandi=rahasia'],
  ['--puk', '12345678'],
  ['--pin-stdin=482915'],
  ['--pin-stdin', '482915'],
  ['--password-stdin', '123456'],
])('%j %j', (...given) => {
  const refused = () => refusePinArguments(['sign', 'a.pdf', '--out', 'b.pdf', ...given]);
  expect(refused).toThrow(new PenaError('PIN_ON_COMMAND_LINE'));
});

test('is not seen where there is none', () => {
  const file = join(temporaryFolder(), '20261124');
  writeFileSync(file, '');
  for (const argv of [
    ['sign', 'a.pdf', '--pin-stdin', '--page', 'last', '--p12', 'kunci.p12'],
    ['sign', 'a.pdf', '--pin-fd', '3', '--out', '482915'],
    ['sign', '--pin-stdin', 'a.pdf', '--reason', 'Penetapan'],
    ['sign', 'a.pdf', '--tsa', 'https://tsa.example.go.id/a@b', '--tsa-user', 'budi'],
    ['sign', 'a.pdf', '--qr', 'https://budi@example.go.id/'],
    ['sign', '--pin-stdin', file],
    ['verify', '--password-stdin', 'a.pdf'],
    ['verify', '--', '--pin', '-p'],
  ]) {
    expect(() => refusePinArguments(argv)).not.toThrow();
  }
});
