import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atrOf, readerLines, usbReaders } from '../../../native/doctor/readers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('reads the list of opensc-tool 0.23', () => {
  const text = `# Detected readers (pcsc)
Nr.  Card  Features  Name
0    Yes             Virtual PCD 00 00
1    No    PIN pad   Pembaca 2
`;
  expect(readerLines(text)).toEqual([
    { number: 0, card: true, name: 'Virtual PCD 00 00' },
    { number: 1, card: false, name: 'Pembaca 2' },
  ]);
  expect(readerLines('No smart card readers found.\n')).toEqual([]);
});

test('reads an ATR, and nothing that only looks like one', () => {
  expect(atrOf('3b:f8:13\n')).toBe('3BF813');
  expect(atrOf('Using reader 12:34 with a card\n3b:00\n')).toBe('3B00');
  expect(atrOf(`${'3b:'.repeat(40)}00\n`)).toBeNull();
  expect(atrOf('Failed to connect to card')).toBeNull();
});

test('counts readers on the USB bus', async ({ skip }) => {
  if (process.platform !== 'linux') skip('skipped: only Linux has /sys');
  const folder = temporaryFolder();
  for (const [name, value] of [
    ['1-1:1.0', '0b\n'],
    ['1-1:1.1', '03\n'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'bInterfaceClass'), value);
  }
  mkdirSync(join(folder, 'usb1'));
  expect(await usbReaders(folder)).toBe(1);
  expect(await usbReaders(join(folder, 'tiada'))).toBeNull();
});
