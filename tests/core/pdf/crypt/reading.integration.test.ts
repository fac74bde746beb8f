// Encrypted files read by us and by qpdf: every string and every stream's data, before and after we
// appended to the file. And files whose encryption dictionary somebody has tampered with.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Increment } from '../../../../core/pdf/increment/increment.ts';
import { serialize } from '../../../../core/pdf/increment/serialize.ts';
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../../../../core/pdf/objects.ts';
import { PdfError } from '../../../../core/pdf/pdf-error.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { textOf, textString } from '../../../../core/pdf/text-string.ts';
import { corpusDir, NO_CORPUS } from '../../../support/corpus.ts';
import { encryptFile, type EncryptionKind, KINDS } from '../../../support/encrypted-files.ts';
import { qpdfCheck } from '../../../support/other-validators.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';
import { memorySource } from '../../support/memory-source.ts';
import { classicFile } from '../../support/small-files.ts';

const USER = 'buka';
const OWNER = 'kuasa';
const DECREE = new URL('../../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url)
  .pathname;

const open = (bytes: Uint8Array, password = USER): Promise<PdfReader> =>
  PdfReader.open(memorySource(bytes), { password: new TextEncoder().encode(password) });

/** What one object holds: its strings as text, and its stream's data, in base64. */
interface Held {
  readonly strings: readonly string[];
  readonly data: string | null;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface QpdfObject {
  readonly value?: Json;
  readonly stream?: { readonly dict: Json; readonly data: string };
}

function byQpdf(path: string): Map<string, Held> {
  const options = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline'];
  // It warns of odd names, and says all the same what it read.
  const { stdout } = spawnSync(
    'qpdf',
    [...options, '--decode-level=none', `--password=${USER}`, path],
    { encoding: 'utf8', maxBuffer: 256 << 20 },
  );
  const { qpdf } = JSON.parse(stdout) as { qpdf: [unknown, Record<string, QpdfObject>] };
  const held = new Map<string, Held>();
  for (const [key, { value, stream }] of Object.entries(qpdf[1])) {
    const id = /^obj:(.*)$/.exec(key)?.[1];
    if (id === undefined) continue;
    const strings = stringsOfJson(stream?.dict ?? value ?? null).sort();
    held.set(id, { strings, data: stream?.data ?? null });
  }
  return held;
}

function stringsOfJson(json: Json): string[] {
  if (typeof json === 'string') {
    if (json.startsWith('u:')) return [json.slice(2)];
    if (!json.startsWith('b:')) return [];
    return [textOf(new PdfString(Buffer.from(json.slice(2), 'hex'), true))];
  }
  return typeof json === 'object' && json !== null
    ? Object.values(json).flatMap(stringsOfJson)
    : [];
}

async function byUs(reader: PdfReader, id: string): Promise<Held> {
  const [num = 0, gen = 0] = id.split(' ').map(Number);
  const object = await reader.object(num, gen);
  const isStream = object instanceof PdfStream;
  const strings = stringsOf(isStream ? object.dict : object).sort();
  const data = isStream ? await reader.encodedData(object) : null;
  return { strings, data: data === null ? null : Buffer.from(data).toString('base64') };
}

function stringsOf(object: PdfObject): string[] {
  if (object instanceof PdfString) return [textOf(object)];
  if (isArray(object)) return object.flatMap(stringsOf);
  return object instanceof PdfDict ? [...object.entries.values()].flatMap(stringsOf) : [];
}

/** Compares all objects that qpdf knows; returns how many strings and streams those were. */
async function compare(path: string): Promise<{ strings: number; streams: number }> {
  const reader = await open(readFileSync(path));
  const encrypt = reader.trailer.get('Encrypt');
  const count = { strings: 0, streams: 0 };
  for (const [id, held] of byQpdf(path)) {
    // Object streams are not objects to qpdf any more, nor is the encryption dictionary.
    if (encrypt instanceof PdfRef && id === `${encrypt.num} ${encrypt.gen} R`) continue;
    expect({ id, ...(await byUs(reader, id)) }).toEqual({ id, ...held });
    count.strings += held.strings.length;
    count.streams += held.data === null ? 0 : 1;
  }
  return count;
}

const folder = sharedTemporaryFolder();
/** With form fields, an attachment, metadata, strings of each kind. */
let rich = '';

beforeAll(() => {
  const plain = join(folder, 'kaya.pdf');
  const metadata = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>';
  writeFileSync(
    plain,
    classicFile({
      catalog: '/Metadata 5 0 R /AcroForm << /Fields [4 0 R] /DA (/Helv 0 Tf) >>',
      page: '/Annots [4 0 R] /Contents 6 0 R',
      objects: [
        '<< /FT /Tx /T (nama \\(satu\\)) /V <feff00e9> /TU () /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>',
        `<< /Type /Metadata /Subtype /XML /Length ${String(metadata.length)} >>\nstream\n${metadata}\nendstream`,
        '<< /Length 10 >>\nstream\n0 0 9 9 re\nendstream',
      ],
    }),
  );
  rich = join(folder, 'kaya-lampiran.pdf');
  execFileSync('qpdf', [plain, '--add-attachment', DECREE, '--', rich]);
});

function encrypted(kind: EncryptionKind, input: string, ...layout: readonly string[]): string {
  const path = join(temporaryFolder(), 'terkunci.pdf');
  encryptFile(input, path, { kind, user: USER, owner: OWNER, layout });
  return path;
}

describe.each(KINDS)('under %s', (kind) => {
  it.each(['--object-streams=disable', '--object-streams=generate', '--linearize'])(
    'all is read as qpdf reads it, with %s',
    async (layout) => {
      const counted = await compare(encrypted(kind, rich, layout));
      expect(counted.strings).toBeGreaterThan(5);
      expect(counted.streams).toBeGreaterThan(2);
    },
  );

  it.each(['--object-streams=disable', '--object-streams=generate'])(
    'qpdf reads what was appended, with %s',
    async (layout) => {
      const path = encrypted(kind, rich, layout);
      const before = readFileSync(path);
      const reader = await open(before);
      const increment = new Increment(reader);
      const crypt = [
        ['Filter', [new PdfName('Crypt')]],
        ['DecodeParms', [new PdfDict([['Name', new PdfName('Identity')]])]],
      ] as const;
      const [metadata, data] = [Buffer.from('<x/>'), Buffer.from('isi aliran')];
      const added = [
        increment.add(new PdfDict([['A', [textString('é'), textString('(kurung)\r\\')]]])),
        increment.add(new PdfStream(new PdfDict([['S', textString('tali')]]), data)),
        increment.add(new PdfStream(new PdfDict([['Type', new PdfName('Metadata')]]), metadata)),
        // Crypt filters came with version 4.
        ...(kind.startsWith('RC4 40') || kind.includes('V 2')
          ? []
          : [increment.add(new PdfStream(new PdfDict(crypt), data))]),
      ];
      const catalog = await increment.catalog();
      increment.set(catalog.ref, catalog.dict.with({ PieceInfo: added }));
      const bytes = Buffer.concat([before, (await increment.build()).bytes]);
      writeFileSync(path, bytes);
      const counted = await compare(path);
      expect(counted.strings).toBeGreaterThan(8);
      expect(counted.streams).toBeGreaterThan(4);
      expect(qpdfCheck(path, { whose: 'owner', text: OWNER }).status).toBe(0);
      const tail = bytes.subarray(before.length).toString('latin1');
      expect(tail).not.toContain('tali');
      expect(tail.includes('<x/>')).toBe(kind.includes('clear'));
      // Only what says so for itself lies open.
      expect(tail.split('isi aliran').length - 1).toBe(added.length === 4 ? 1 : 0);
    },
  );
});

const corpus = corpusDir();
describe.skipIf(corpus === null)(
  `the odd corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    const dir = join(corpus ?? '', 'odd');
    const names = corpus === null ? [] : readdirSync(dir).filter((name) => name.endsWith('.pdf'));
    const sound = names.filter((name) => qpdfCheck(join(dir, name)).status === 0);

    it.each(sound)('%s is read as qpdf reads it, under RC4 and AES-256', async (name) => {
      for (const kind of ['RC4 128 (V 2, R 3)', 'AES-256 (V 5, R 6)'] as const) {
        await compare(encrypted(kind, join(dir, name)));
      }
    });
  },
);

describe('an encryption dictionary that was tampered with', () => {
  const names = [
    'Standard',
    'Adobe.PubSec',
    'StdCF',
    'Identity',
    'AESV2',
    'AESV3',
    'V2',
    'None',
    'constructor',
  ];
  const atom = fc.oneof(
    fc.integer({ min: -5, max: 300 }),
    fc.constantFrom(2 ** 31, -(2 ** 31), 1e15, 1.5),
    fc.constantFrom(null, true, false),
    fc.constantFrom(...names).map((name) => new PdfName(name)),
    fc.uint8Array({ maxLength: 130 }).map((bytes) => new PdfString(bytes, true)),
    fc.nat({ max: 30 }).map((num) => new PdfRef(num, 0)),
  );
  const dict = fc
    .dictionary(fc.constantFrom('StdCF', 'CFM', 'Length', 'AuthEvent', 'Identity'), atom)
    .map((entries) => new PdfDict(Object.entries(entries)));
  const value: fc.Arbitrary<PdfObject | undefined> = fc.oneof(
    atom,
    dict,
    fc.array(atom, { maxLength: 3 }),
    dict.map((inner) => new PdfDict([['StdCF', inner]])),
    fc.constant(undefined),
  );
  const key = fc.constantFrom(
    ...[
      'Filter',
      'V',
      'R',
      'Length',
      'O',
      'U',
      'OE',
      'UE',
      'Perms',
      'P',
      'CF',
      'StmF',
      'StrF',
      'EFF',
    ],
    'EncryptMetadata',
  );
  const changes = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });

  it.each(KINDS)('under %s leads to nothing but an error of this room', async (kind) => {
    const file = readFileSync(encrypted(kind, rich, '--object-streams=disable'));
    const reader = await open(file);
    const encrypt = await reader.resolve(reader.trailer.get('Encrypt'));
    if (!(encrypt instanceof PdfDict)) throw new Error('no encryption dictionary');
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const trailer = reader.trailer.with({
          ...{ Prev: reader.links[0]?.section.offset, Encrypt: encrypt.with(changed) },
        });
        const update = `xref\n0 0\ntrailer\n${serialize(trailer).toString('latin1')}\nstartxref\n${String(file.length)}\n%%EOF\n`;
        try {
          const tampered = await open(Buffer.concat([file, Buffer.from(update, 'latin1')]));
          opened += 1;
          for (let num = 1; num < tampered.nextObjectNumber; num += 1) {
            const object = await tampered.object(num, 0);
            if (object instanceof PdfStream) await tampered.decodedData(object);
          }
        } catch (thrown) {
          if (!(thrown instanceof PdfError)) throw thrown;
        }
      }),
      { numRuns: 400 },
    );
    // Some changes do no harm: the test has looked behind the door too.
    expect(opened).toBeGreaterThan(10);
  });
});
