// Writes the GeneralNames of a subject's alternative names (RFC 5280 4.2.1.6).
import { der, derSequence } from './der-writer.ts';

export interface AlternativeNames {
  readonly email?: string | undefined;
  readonly dns: readonly string[];
  /** IPv4 and IPv6 addresses in their usual form. */
  readonly ip: readonly string[];
}

const RFC822_NAME = 0x81;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** Null where there are none: an empty list is not allowed. */
export function generalNames({ email, dns, ip }: AlternativeNames): Uint8Array | null {
  const names = [
    ...(email === undefined ? [] : [der(RFC822_NAME, ascii(email))]),
    ...dns.map((name) => der(DNS_NAME, ascii(name.toLowerCase()))),
    ...ip.map((address) => der(IP_ADDRESS, addressOctets(address))),
  ];
  return names.length === 0 ? null : derSequence(...names);
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** 4 or 16 octets. @throws {TypeError} for what is no address */
function addressOctets(address: string): Uint8Array {
  if (!address.includes(':')) return Uint8Array.from(address.split('.').map(Number));
  // As a URL's host it comes in its shortest form, in hexadecimal throughout.
  const { hostname } = new URL(`http://[${address}]/`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const missing = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return Uint8Array.from(
    [...before, ...missing, ...after].flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    }),
  );
}
