// Programs that sign and are not ours, each with what it needs, and why it cannot be asked here.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import signpdf from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { JAVA_WRITERS } from './java-writers.ts';
import { PYTHON_WRITERS } from './python-writers.ts';
import { type Key, quiet, without, type Writer } from './writer.ts';

/** CMS over a file's bytes, as people make it with openssl. */
function opensslCms(data: Uint8Array, { certificate, privateKey }: Key, cades: boolean): Buffer {
  return execFileSync(
    'openssl',
    [
      ...['cms', '-sign', '-binary', '-md', 'sha256', '-outform', 'DER'],
      ...['-signer', certificate, '-inkey', privateKey, ...(cades ? ['-cades'] : [])],
    ],
    { ...quiet, input: data },
  );
}

const ROOM = 8192;

function withPlaceholder(range: string): Buffer {
  const signature =
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20261124021500Z) ` +
    `/ByteRange ${range} /Contents <${'0'.repeat(2 * ROOM)}> >>`;
  return baseDocument({ emptyField: '/V 20 0 R', objects: { 20: signature } });
}

function byHand(output: string, key: Key): void {
  const room = '[0000000000 0000000000 0000000000 0000000000]';
  const file = withPlaceholder(room);
  const start = file.indexOf('/Contents <') + '/Contents '.length;
  const end = start + 2 * ROOM + 2;
  const numbers = [0, start, end, file.length - end].map((n) => String(n).padStart(10, '0'));
  file.write(`[${numbers.join(' ')}]`, file.indexOf(room), 'latin1');
  const data = Buffer.concat([file.subarray(0, start), file.subarray(end)]);
  file.write(opensslCms(data, key, false).toString('hex'), start + 1, 'latin1');
  writeFileSync(output, file);
}

class OpensslSigner extends Signer {
  readonly #key: Key;
  constructor(key: Key) {
    super();
    this.#key = key;
  }
  override sign(pdf: Buffer): Promise<Buffer> {
    return Promise.resolve(opensslCms(pdf, this.#key, true));
  }
}

/** A database of NSS with the key and its authority in it. */
function nssDatabase(folder: string, key: Key): string {
  const database = join(folder, 'nss');
  if (existsSync(database)) return database;
  mkdirSync(database);
  const db = ['-d', `sql:${database}`];
  execFileSync('certutil', ['-N', ...db, '--empty-password'], quiet);
  execFileSync('certutil', ['-A', ...db, '-n', 'CA', '-t', 'CT,C,C', '-i', key.authority], quiet);
  execFileSync('pk12util', ['-i', key.p12, ...db, '-W', key.passphrase], quiet);
  return database;
}

function libreOffice(output: string, key: Key, folder: string): void {
  const database = nssDatabase(folder, key);
  const profile = join(folder, 'lo');
  const text = join(folder, 'naskah.txt');
  writeFileSync(text, 'Keputusan Wali Kota tentang uji.\n');
  const options = JSON.stringify({
    SignPDF: { type: 'boolean', value: 'true' },
    SignCertificateSubjectName: { type: 'string', value: 'CN=UJI' },
  });
  execFileSync(
    'soffice',
    [
      ...[`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless'],
      ...['--convert-to', `pdf:writer_pdf_Export:${options}`, '--outdir', folder, text],
    ],
    { ...quiet, env: { ...process.env, MOZILLA_CERTIFICATE_FOLDER: `sql:${database}` } },
  );
  renameSync(join(folder, 'naskah.pdf'), output);
}

export const WRITERS: readonly Writer[] = [
  {
    name: 'pdfsig',
    missing: without('pdfsig') ?? without('certutil') ?? without('pk12util'),
    sign: (input, output, key, folder) => {
      const database = ['-nssdir', `sql:${nssDatabase(folder, key)}`, '-nick', 'UJI'];
      const field = ['-add-signature', '-new-signature-field-name', 'Satu'];
      execFileSync('pdfsig', [...database, ...field, input, output], quiet);
    },
  },
  ...PYTHON_WRITERS,
  {
    name: '@signpdf',
    missing: without('openssl'),
    sign: async (_, output, key) => {
      const stars = '/********** /********** /**********';
      const file = withPlaceholder(`[0 ${stars}]`);
      writeFileSync(output, await signpdf.sign(file, new OpensslSigner(key)));
    },
  },
  {
    name: 'openssl by hand',
    missing: without('openssl'),
    sign: (_, output, key) => {
      byHand(output, key);
    },
  },
  {
    name: 'mutool',
    weak: true,
    missing: without('mutool'),
    sign: (input, output, { p12, passphrase }) => {
      const field = String(PART.empty);
      execFileSync(
        'mutool',
        ['sign', '-s', p12, '-P', passphrase, '-o', output, input, field],
        quiet,
      );
    },
  },
  {
    name: 'LibreOffice',
    formless: true,
    missing: without('soffice') ?? without('certutil'),
    sign: (_, output, key, folder) => {
      libreOffice(output, key, folder);
    },
  },
  ...JAVA_WRITERS,
];
