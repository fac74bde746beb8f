// The help of the commands extend, timestamp, inspect, repair, extract and settings.
import type { HELP_PROOF_ID } from './help-proof.id.ts';

export const HELP_PROOF_EN: typeof HELP_PROOF_ID = {
  extend: {
    usage: 'FILE... --level lt|lta [--out FILE|DIR] [--tsa URL]... [options]',
    description:
      'Completes signatures that are there already, whoever made them, with proof that outlives their certificates. The original is not changed.',
    file: 'signed PDF',
    level: 'lt: proof about revocation; lta: an archive time stamp too, and its renewal',
    out: 'the new file, or a folder that exists (by default beside the original, letter-lta.pdf)',
    after: `
Examples:
  pena extend letter-signed.pdf --level lta --tsa https://tsa.example.org/
  pena extend archive/*.pdf --level lta --out renewed/

JSON: one array, one object a file:
  {file, output, status: extended | failed | not-begun, level, size, signatures,
   error: null | {code, text}}

Exit code: as pena sign`,
  },

  timestamp: {
    usage: 'FILE... [--out FILE|DIR] [--tsa URL]... [options]',
    description:
      'Time-stamps a document without signing it: proof that its content was there at that time.',
    file: 'PDF to time-stamp',
    out: 'the new file, or a folder that exists (by default beside the original, letter-penanda-waktu.pdf)',
    after: `
Examples:
  pena timestamp letter.pdf --out letter-stamped.pdf --tsa https://tsa.example.org/

JSON and exit code: as pena extend (level: T)`,
  },

  inspect: {
    usage: 'FILE... [--json]',
    description:
      'Looks a document over before it is signed: version, encryption, signatures, empty fields, and what can change its look later.',
    file: 'PDF to look over',
    after: `
Examples:
  pena inspect letter.pdf

JSON: one array, one object a file:
  {file, version, pages, signatures, maySign, error: null | {code, text},
   findings: [{code, severity: info | warning | refusal, text, params}]}

Exit code:
  0 can be signed   1 one would be refused   64 wrong command
  65 a file cannot be read   70 our own mistake`,
  },

  repair: {
    usage: 'FILE [--out FILE] [options]',
    description:
      'Rebuilds a broken PDF that is not signed into a new file. The original is kept as it was.',
    file: 'broken PDF',
    out: 'the new file (by default beside the original, letter-diperbaiki.pdf)',
    after: `
Examples:
  pena repair letter-broken.pdf --out letter.pdf

What is signed is not repaired: its signatures would break. Look at the new file before
you use it.

JSON: {file, output, size, objects, pages}

Exit code:
  0 done   64 wrong command   65 cannot be rebuilt   69 place to save`,
  },

  extract: {
    usage: 'FILE --signature N [--out FILE] [options]',
    description:
      'Takes out the document exactly as it was when a signature was made, without what was added afterwards.',
    file: 'signed PDF',
    signature: 'number of the signature, from 1, as pena verify shows it',
    out: 'the new file (by default beside the original, letter-tanda-tangan-N.pdf)',
    after: `
Examples:
  pena extract letter.pdf --signature 1 --out letter-as-signed-1.pdf

JSON: {file, output, field, size, sha256, added}

Exit code:
  0 done   64 wrong command, or no such signature
  65 the file cannot be read   69 place to save`,
  },

  settings: {
    usage: '[--json]',
    description: 'Shows the settings that hold, and where they come from.',
    after: `
Settings file (JSON), everything may be left out:
  {"tsa": [{"name": "City TSA", "url": "https://tsa.example.org/"}],
   "anchors": ["root.pem", "/etc/pena/roots/"],
   "proxy": {"url": "http://proxy:8080", "bypass": [".example.org"]}}

Options of the command go first; --trust adds, --tsa replaces.`,
  },
};
