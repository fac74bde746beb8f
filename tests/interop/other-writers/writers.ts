// Programs that sign and are not ours, each with what it needs, and why it cannot be asked here.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import signpdf from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import { which } from '../../../build/lib/command.mjs';
import { classicFile } from '../../core/support/small-files.ts';

export interface Key {
  readonly p12: string;
  readonly passphrase: string;
  /** PEM. */
  readonly certificate: string;
  readonly privateKey: string;
  readonly authority: string;
}

export interface Writer {
  readonly name: string;
  /** What is not here that it needs; null when all is. */
  readonly missing: string | null;
  /** Signs `input` (or, where it makes its own document, something else) into `output`. */
  readonly sign: (input: string, output: string, key: Key, folder: string) => Promise<void> | void;
}

const python = process.env['PENA_PYTHON'] ?? 'python3';
const without = (program: string): string | null => (which(program) === null ? program : null);
const quiet = { stdio: 'pipe' } as const;

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
  const widget =
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (ttd) /V 4 0 R /P 3 0 R /F 132 /Rect [0 0 0 0] >>';
  return Buffer.from(
    classicFile({
      catalog: '/AcroForm << /SigFlags 3 /Fields [5 0 R] >>',
      page: '/Annots [5 0 R]',
      objects: [signature, widget],
    }),
  );
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

const hasPyhanko = spawnSync(python, ['-c', 'import pyhanko.sign']).status === 0;

function pyhanko(subFilter: 'PADES' | 'ADOBE_PKCS7_DETACHED'): Writer {
  return {
    name: `pyHanko, ${subFilter}`,
    missing: hasPyhanko ? null : 'pyHanko',
    sign: (input, output, { p12, passphrase }) => {
      execFileSync(python, ['-c', PYHANKO, input, output, p12, passphrase, subFilter], quiet);
    },
  };
}

/** A jar that Maven has fetched before (`mvn dependency:get`); nothing is downloaded here. */
const jar = (...path: string[]): string => join(homedir(), '.m2/repository', ...path);
const BOUNCY = ['bcprov-jdk15on', 'bcpkix-jdk15on'].map((name) =>
  jar('org/bouncycastle', name, '1.67', `${name}-1.67.jar`),
);
const PDFBOX = [jar('org/apache/pdfbox/pdfbox-app/3.0.3/pdfbox-app-3.0.3.jar')];
const ITEXT = [jar('com/itextpdf/itextpdf/5.5.13.3/itextpdf-5.5.13.3.jar'), ...BOUNCY];

function java(name: string, source: string, jars: readonly string[]): Writer {
  const absent = jars.find((path) => !existsSync(path));
  return {
    name,
    missing: without('java') ?? (absent === undefined ? null : basename(absent)),
    sign: (input, output, { p12, passphrase }) => {
      const program = fileURLToPath(new URL(source, import.meta.url));
      const parameters = [input, output, p12, passphrase];
      execFileSync('java', ['-cp', jars.join(delimiter), program, ...parameters], quiet);
    },
  };
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
  pyhanko('PADES'),
  pyhanko('ADOBE_PKCS7_DETACHED'),
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
    name: 'LibreOffice',
    missing: without('soffice') ?? without('certutil'),
    sign: (_, output, key, folder) => {
      libreOffice(output, key, folder);
    },
  },
  java('PDFBox', 'PdfBoxSign.java', PDFBOX),
  java('iText', 'ITextSign.java', ITEXT),
];
