// Writers in Python: PENA_PYTHON, else python3, where it has their packages. (endesive 3.0.1 cannot be asked: it
// does not write with the pypdf that it installs.)
import { execFileSync, spawnSync } from 'node:child_process';
import { quiet, type Writer } from './writer.ts';

export const python = process.env['PENA_PYTHON'] ?? 'python3';

const PYHANKO = [
  'import sys',
  'from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter',
  'from pyhanko.sign import fields, signers',
  'i, o, p, w, s = sys.argv[1:6]',
  'signer = signers.SimpleSigner.load_pkcs12(p, passphrase=w.encode())',
  'meta = signers.PdfSignatureMetadata(field_name="Satu", subfilter=fields.SigSeedSubFilter[s])',
  'with open(i, "rb") as a, open(o, "wb") as b:',
  '    signers.sign_pdf(IncrementalPdfFileWriter(a), meta, signer=signer, output=b)',
].join('\n');

function writer(name: string, missing: string | null, program: string, ...more: string[]): Writer {
  return {
    name,
    missing,
    sign: (input, output, { p12, passphrase }) => {
      execFileSync(python, ['-c', program, input, output, p12, passphrase, ...more], quiet);
    },
  };
}

const found = spawnSync(python, ['-c', 'import pyhanko.sign']).status === 0;
const pyhanko = found ? null : 'pyHanko';

export const PYTHON_WRITERS: readonly Writer[] = [
  writer('pyHanko, PADES', pyhanko, PYHANKO, 'PADES'),
  writer('pyHanko, ADOBE_PKCS7_DETACHED', pyhanko, PYHANKO, 'ADOBE_PKCS7_DETACHED'),
];
