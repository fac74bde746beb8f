// What `--help` says in English.
import type { HELP_ID } from './help.id.ts';

export const HELP_EN: typeof HELP_ID = {
  titles: {},
  usage: '[options] COMMAND',
  description: 'Pena: signs and verifies official PDF documents.',
  lang: 'language: id or en',
  help: 'show this help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  json: 'write the result as JSON, for other programs',
  root: `
Examples:
  pena tokens                                    see tokens and certificates
  pena sign letter.pdf --out letter-signed.pdf   sign
  pena verify letter-signed.pdf                  verify signatures

Help of each command: pena sign --help`,

  tokens: {
    usage: '[--module PATH]... [--json]',
    description:
      'Shows the tokens that are plugged in, their certificates, and whether each can be signed with. No PIN is needed.',
    module: 'token software (PKCS#11) to look at as well; may be repeated',
    after: `
Examples:
  pena tokens
  pena tokens --module /usr/lib/opensc-pkcs11.so
  pena tokens --json

JSON: one array. For each token:
  {module, slot, label, serial, manufacturer, model, pinPad, pinState, error: null,
   certificates: [{label, id, subject, issuer, serial, sha256, notBefore, notAfter,
                   hasPrivateKey, canSign, refusal: null | {code, text}}]}
For each module that failed: {module, error: {code, text}}

Exit code:
  0 there is a token   64 wrong command   69 no token, or a module that was named failed`,
  },

  sign: {
    usage: 'FILE... --out FILE|DIR [options]',
    description:
      'Signs PDFs with a token or a PKCS#12 file. The original is never changed: the result is a new file, whole or not there at all.',
    file: 'PDF to sign',
    out: 'the new file; for several PDFs: a folder that exists',
    overwrite: 'a result that is there already may be replaced (an original never)',
    module: 'only this token software (PKCS#11)',
    token: 'only the token with this label or serial number',
    cert: 'only the certificate with this label, or whose SHA-256 begins so (8 digits or more)',
    p12: 'PKCS#12 key file (.p12, .pfx) instead of a token',
    field: 'empty signature field to fill, or the name of a new one',
    page: 'page of the stamp: a number from 1, or last',
    rect: 'place of the stamp in points, from the lower left of the page: X,Y,WIDTH,HEIGHT',
    text: 'position text of the stamp; repeated or with \\n for a new line',
    zone: 'time zone of the stamp: WIB, WITA or WIT (by default that of this computer)',
    qr: 'content of a QR code on the stamp',
    reason: 'reason for signing',
    location: 'place of signing',
    pinStdin: 'read the PIN or passphrase from the first line of standard input',
    pinFd: 'read the PIN or passphrase from file descriptor N',
    lastTry: 'use that PIN even where only one try is left',
    passwordStdin: 'read the password of locked PDFs from the first line of standard input',
    passwordFd: 'read that password from file descriptor N',
    after: `
The PIN is asked in the terminal without being shown, once for all files. A PIN on the
command line is refused. A wrong PIN is never tried again by the program.

Examples:
  pena sign letter.pdf --out letter-signed.pdf
  pena sign letter.pdf --out letter-signed.pdf \\
      --page last --rect 300,120,220,80 --text "Mayor"
  pena sign *.pdf --out signed/ --token "MY TOKEN"
  pena sign letter.pdf --out letter-signed.pdf --p12 key.p12 --pin-fd 3 3< phrase.txt

JSON: one array, one object a file:
  {file, output, status: signed | failed | not-begun, field, level, size,
   documentSha256, signer: null | {subject, issuer, serial, sha256, notBefore, notAfter},
   error: null | {code, text}}

Exit code (where files differ, the gravest):
  0 all signed   64 wrong command   65 a PDF cannot be read
  69 token, key, PIN or place to save   70 our own mistake   130 cancelled`,
  },

  verify: {
    usage: 'FILE... [--trust FILE|DIR]... [options]',
    description: 'Verifies the electronic signatures inside PDFs. No token is needed.',
    file: 'PDF to verify',
    trust: 'root certificate to trust (PEM or DER), or a folder of them; may be repeated',
    at: 'judge for this time, such as 2026-11-24T10:15:00+08:00',
    offline: 'without network (at present Pena does not use the network anyway)',
    passwordStdin: 'password of locked PDFs, from the first line of standard input',
    after: `
Examples:
  pena verify letter-signed.pdf
  pena verify letter-signed.pdf --trust root.pem
  pena verify *.pdf --trust roots/ --json

Revocation is not judged yet. That is why even an intact signature "cannot be confirmed yet".

JSON: one array, one object a file:
  {file, sha256, verdict, error: null | {code, text}, signatures: [...]}

Exit code (where files differ: 70, 65, 1, 2, 3, 0 in this order):
  0 all valid   1 one cannot be relied on   2 one cannot be confirmed yet
  3 no signature   64 wrong command   65 a file cannot be read   70 our own mistake`,
  },
};
