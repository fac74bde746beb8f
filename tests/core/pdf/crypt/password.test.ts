// Passwords as bytes: PDFDocEncoding (ISO 32000-2 annex D.2) up to revision 4, SASLprep (RFC 4013, its own
// examples in section 3) after it.
import { describe, expect, it } from 'vitest';
import { passwordForms } from '../../../../core/pdf/crypt/password.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (forms: readonly Uint8Array[]): string[] =>
  forms.map((form) => Buffer.from(form).toString('hex'));

describe('a password', () => {
  it('in ASCII is taken as the very bytes given, so that wiping them wipes it', () => {
    const given = utf8('Rahasia 123');
    expect(passwordForms(given, 3)).toEqual([given]);
    expect(passwordForms(given, 3)[0]).toBe(given);
    expect(passwordForms(given, 6)[0]).toBe(given);
  });

  it.each([
    ['é', 'e9'],
    ['e\u0301', 'e9'],
    ['€', 'a0'],
    ['“x”', '8d788e'],
  ])('%s is in PDFDocEncoding up to revision 4, else as given', (text, expected) => {
    expect(hex(passwordForms(utf8(text), 4))).toEqual([expected, hex([utf8(text)])[0]]);
  });

  it('that PDFDocEncoding has not is taken as given', () => {
    expect(passwordForms(utf8('سر'), 4)).toEqual([utf8('سر')]);
  });

  it.each([
    ['I\u00adX', 'IX'],
    ['\u00aa', 'a'],
    ['\u2168', 'IX'],
    ['a\u3000b', 'a b'],
    ['e\u0301', '\u00e9'],
  ])('%j is prepared from revision 5 on, else as given', (text, expected) => {
    expect(hex(passwordForms(utf8(text), 6))).toEqual(hex([utf8(expected), utf8(text)]));
  });

  it('that is prepared already is tried once', () => {
    expect(passwordForms(utf8('é'), 6)).toEqual([utf8('é')]);
  });

  it('that is no UTF-8 is taken as given', () => {
    const bytes = Uint8Array.of(0xff, 0x41);
    expect(passwordForms(bytes, 3)).toEqual([bytes]);
    expect(passwordForms(bytes, 6)).toEqual([bytes]);
  });
});
