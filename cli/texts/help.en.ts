// What `--help` says in English.
import { HELP_PROOF_EN } from './help-proof.en.ts';
import type { HELP_ID } from './help.id.ts';

export const HELP_EN: typeof HELP_ID = {
  titles: {},
  options: '[options]',
  command: '[command]',
  usage: '[options] COMMAND',
  description: 'Pena: signs and verifies official PDF documents.',
  lang: 'language: id or en',
  help: 'show this help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  trust: 'root certificate to trust (PEM or DER), or a folder of them; may be repeated',
  tsa: 'time-stamp authority (RFC 3161); repeated: the next one where the first one fails',
  tsaUser: 'user name for the first --tsa',
  tsaPasswordStdin: 'read its password from the first line of standard input',
  tsaPasswordFd: 'read its password from file descriptor N',
  offline: 'no network: nobody is asked',
  passwordStdin: 'read the password of locked PDFs from the first line of standard input',
  passwordFd: 'read that password from file descriptor N',
  overwrite: 'a result that is there already may be replaced (an original never)',
  json: 'write the result as JSON, for other programs',
  practice: 'practice mode: nothing is for real (pena practice --help)',
  root: `
Examples:
  pena tokens                                    see tokens and certificates
  pena sign letter.pdf --out letter-signed.pdf   sign
  pena verify letter-signed.pdf                  verify signatures
  pena inspect letter.pdf                        look it over before signing

Help of each command: pena sign --help`,

  ...HELP_PROOF_EN,

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
    usage: 'FILE... [--out FILE|DIR] [options]',
    description:
      'Signs PDFs with a token or a PKCS#12 file. The original is never changed: the result is a new file, whole or not there at all.',
    file: 'PDF to sign',
    out: 'the new file, or a folder that exists (by default beside the original, letter-ditandatangani.pdf)',
    module: 'only this token software (PKCS#11)',
    token: 'only the token with this label or serial number',
    cert: 'only the certificate with this label, or whose SHA-256 begins so (8 digits or more)',
    p12: 'PKCS#12 key file (.p12, .pfx) instead of a token',
    field: 'empty signature field to fill, or the name of a new one',
    page: 'page of the stamp: a number from 1, or last',
    rect: 'place of the stamp in points, from the lower left: X,Y,WIDTH,HEIGHT (else a free place)',
    tag: 'the stamp covers this tag in the text of a page, such as # or $ or ~',
    occurrence: 'which of several tags, from 1; next: the first without a signature',
    size: 'size of the stamp in points: WIDTH,HEIGHT (by default that of its design)',
    design: 'design of the stamp: a name from "pena designs", or the path of its JSON file',
    text: 'position text of the stamp; repeated or with \\n for a new line',
    zone: 'time zone of the stamp: WIB, WITA or WIT (by default that of this computer)',
    nip: 'civil-servant number on the stamp, for designs that show it',
    qr: 'content of a QR code on the stamp and in the footer',
    specimen: 'picture of the handwritten signature (PNG or JPEG), for designs that show it',
    footer: 'sentence at the foot of every page, only before the first signature, such as kode-qr',
    reason: 'reason for signing',
    location: 'place of signing',
    level:
      'b-b, b-t, b-lt or b-lta (by default b-t where there is a time-stamp authority, else b-b)',
    allowUnchecked: 'sign although nobody can say whether the certificate is revoked',
    allowIncomplete: 'keep a result without the time stamp or proof that is not to be had',
    acceptFindings: 'sign a document with findings that are refused otherwise',
    acceptChanges: 'sign a document that was changed after an earlier signature all the same',
    outOfTurn: 'sign although it is not this signer’s turn',
    certify: 'certify: 1 no later change, 2 form entries and signatures, 3 annotations too',
    lock: 'lock fields: all, only:FIELD,.. or except:FIELD,..',
    algorithm: 'pkcs1 or pss, for RSA keys',
    hash: 'sha256, sha384 or sha512, where the key leaves a choice',
    format: 'pades (usual), or adbe: the older form, as the service of BSrE writes it',
    pinStdin: 'read the PIN or passphrase from the first line of standard input',
    pinFd: 'read the PIN or passphrase from file descriptor N',
    lastTry: 'use that PIN even where only one try is left',
    storePin: 'store the PIN in the keychain if the token takes it; better to type it yourself',
    after: `
The PIN is asked in the terminal without being shown, once for all files. A PIN on the
command line is refused. A wrong PIN is never tried again by the program.

Before signing, the document is looked over (see pena inspect) and it is asked whether
the certificate is revoked (OCSP, else CRL). Where nobody answers, you are asked whether
to sign all the same; without a terminal nothing is signed, except with --allow-unchecked.
--offline asks nobody at all. Each signing, and each such yes, is noted in the journal.

A stamp stands at --page and --rect, at a --tag in the text, or in the place of an empty
--field (with --design or --text). With --page, --text or --design alone a free place is
looked for: on no earlier stamp, text or picture, at the lower right if possible, of the
last page unless --page says otherwise. Without any of these the signature is invisible.

Examples:
  pena sign letter.pdf
  pena sign letter.pdf --text "Mayor"
  pena sign letter.pdf --out letter-signed.pdf \\
      --page last --rect 300,120,220,80 --text "Mayor"
  pena sign letter.pdf --out letter-signed.pdf --tag '#' --design kotak-qr --footer kode-qr \\
      --qr https://letters.example.org/123
  pena sign letter.pdf --out letter-signed.pdf --field paraf1 --design paraf
  pena sign *.pdf --out signed/ --token "MY TOKEN"
  pena sign letter.pdf --out letter-signed.pdf --level b-lta --tsa https://tsa.example.org/
  pena sign letter.pdf --out letter-signed.pdf --p12 key.p12 --pin-fd 3 3< phrase.txt

JSON: one array, one object a file:
  {file, output, status: signed | failed | not-begun, field, level, size, footer,
   documentSha256, signer: null | {subject, issuer, serial, sha256, notBefore, notAfter},
   pending: null | {what: timestamp | proof, wanted, code, text},
   findings: [{code, severity, text, params}], error: null | {code, text}}

Exit code (where files differ, the gravest):
  0 all signed   64 wrong command   65 a PDF cannot be read, or is refused
  69 token, key, PIN, server or place to save   70 our own mistake   130 cancelled`,
  },

  verify: {
    usage: 'FILE|DIR... [--trust FILE|DIR]... [options]',
    description: 'Verifies the electronic signatures inside PDFs. No token is needed.',
    file: 'PDF to verify, or a folder of which all PDFs are verified',
    policy: 'policy to judge by (JSON) instead of the usual one',
    at: 'judge for this time, such as 2026-11-24T10:15:00+08:00',
    offline: 'do not ask the network about revocation',
    jsonl: 'one JSON object a line, as soon as a file is done',
    csv: 'also write one line a file into this CSV file',
    overwrite: 'a CSV file that is there already may be replaced',
    after: `
Examples:
  pena verify letter-signed.pdf
  pena verify letter-signed.pdf --trust root.pem
  pena verify archive/ --jsonl --csv results.csv

Whether a certificate is revoked is seen from the proof inside the document; where that
is not enough, its authority is asked (OCSP, CRL). A server that does not answer is a
reason for "cannot be confirmed yet", not an error.

JSON: one array, one object a file:
  {file, sha256, verdict, error: null | {code, text}, signatures: [...],
   revisions: [...], policy, trustDate}

Exit code (where files differ: 70, 69, 65, 64, 1, 2, 3, 0 in this order):
  0 all valid   1 one cannot be relied on   2 one cannot be confirmed yet
  3 no signature   64 wrong command   65 a file cannot be read   70 our own mistake`,
  },
};
