// The card service (PC/SC) and its readers, as far as they can be seen without a library of our own.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FoundReader, ServiceState } from '../../core/domain/doctor.ts';
import { productOfAtr } from '../pkcs11/module-catalogue.ts';

const run = promisify(execFile);
const WAIT = { timeout: 5_000, maxBuffer: 1 << 16, windowsHide: true } as const;
const PCSCD_SOCKET = '/run/pcscd/pcscd.comm';
const PCSCD = ['/usr/sbin/pcscd', '/usr/bin/pcscd', '/usr/local/sbin/pcscd'];
const USB_DEVICES = '/sys/bus/usb/devices';
/** bInterfaceClass of smart-card readers (USB CCID 1.1, 4.1). */
const SMART_CARD = '0b';
const MAX_READERS = 16;

export async function pcscService(): Promise<ServiceState> {
  if (process.platform === 'darwin') return 'built-in';
  if (process.platform === 'win32') {
    const query = await run('sc.exe', ['query', 'SCardSvr'], WAIT).catch(() => null);
    // The words are translated, the number of the state is not: 4 is SERVICE_RUNNING.
    return query === null ? 'unknown' : /:\s*4\s/.test(query.stdout) ? 'running' : 'stopped';
  }
  if (await answers(process.env['PCSCLITE_CSOCK_NAME'] || PCSCD_SOCKET)) return 'running';
  return PCSCD.some((path) => existsSync(path)) ? 'stopped' : 'absent';
}

/** Whether somebody listens: a dead daemon leaves its socket behind. */
function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    const end = (result: boolean): void => {
      connection.destroy();
      resolve(result);
    };
    connection.setTimeout(2_000, () => {
      end(false);
    });
    connection.on('connect', () => {
      end(true);
    });
    connection.on('error', () => {
      end(false);
    });
  });
}

/** As OpenSC's `opensc-tool` lists them; null where it is not installed or does not answer. */
export async function cardReaders(): Promise<FoundReader[] | null> {
  const list = await run('opensc-tool', ['-l'], WAIT).catch(() => null);
  if (list === null) return null;
  const readers = readerLines(list.stdout).slice(0, MAX_READERS);
  const found: FoundReader[] = [];
  // One after the other: a reader serves one at a time.
  for (const { number, card, name } of readers) {
    const args = ['-r', String(number), '-a'];
    const answer = card ? await run('opensc-tool', args, WAIT).catch(() => null) : null;
    const atr = answer === null ? null : atrOf(answer.stdout);
    found.push({ name, card, atr, product: atr === null ? null : await productOfAtr(atr) });
  }
  return found;
}

/** `0    Yes             Name of the reader`, with features such as `PIN pad` between. */
export function readerLines(text: string): { number: number; card: boolean; name: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const parts = /^(\d{1,3})\s+(Yes|No)\s+(?:PIN pad\s+)?(\S.{0,200})$/.exec(line.trim());
    if (parts === null) return [];
    const [, number = '', card, name = ''] = parts;
    return [{ number: Number(number), card: card === 'Yes', name }];
  });
}

/** `3b:f8:13` as 3BF813. */
export function atrOf(text: string): string | null {
  const found = /^(?:[0-9a-f]{2}:){1,32}[0-9a-f]{2}$/im.exec(text.replaceAll('\r', ''));
  return found === null ? null : found[0].replaceAll(':', '').toUpperCase();
}

/** Interfaces of the smart-card class on the USB bus; null where Linux's /sys is not there. */
export async function usbReaders(folder = USB_DEVICES): Promise<number | null> {
  const names = process.platform === 'linux' ? await readdir(folder).catch(() => null) : null;
  if (names === null) return null;
  const classes = await Promise.all(
    names.map((name) => readFile(join(folder, name, 'bInterfaceClass'), 'latin1').catch(() => '')),
  );
  return classes.filter((value) => value.trim() === SMART_CARD).length;
}
