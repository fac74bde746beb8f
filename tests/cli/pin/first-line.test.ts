// The PIN from a descriptor: the first line and nothing of the rest.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFirstLine } from '../../../cli/pin/first-line.ts';
import { UsageError } from '../../../cli/usage-error.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function descriptorOf(content: string | Uint8Array): number {
  const file = join(temporaryFolder(), 'pin');
  writeFileSync(file, content);
  const fd = openSync(file, 'r');
  onTestFinished(() => closeSync(fd));
  return fd;
}

test.each([
  ['482915\n', '482915'],
  ['482915', '482915'],
  ['482915\r\n', '482915'],
  ['\uFEFF482915\r\n', '482915'],
  ['dengan spasi \nbaris kedua', 'dengan spasi '],
  ['pässwört\n', 'pässwört'],
])('%j is %j', (content, pin) => {
  expect(Buffer.from(readFirstLine(descriptorOf(content))).toString()).toBe(pin);
});

test.each(['', '\n', '\r\n', '\nbaris kedua'])('%j is none', (content) => {
  expect(() => readFirstLine(descriptorOf(content))).toThrow(new PenaError('PIN_NOT_GIVEN'));
});

test('a file that is no PIN is not read to its end', () => {
  const endless = descriptorOf(new Uint8Array(1024).fill(49));
  expect(() => readFirstLine(endless)).toThrow(new PenaError('TOKEN_PIN_LENGTH'));
});

test('a descriptor that is not open is a mistake in the command', () => {
  expect(() => readFirstLine(987_654)).toThrow(UsageError);
});
