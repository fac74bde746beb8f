// Several signers: fields prepared with their order, each signed in its turn, and what other programs and
// our own verifier say of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldWish } from '../../../../core/domain/workflow.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { whoseTurn } from '../../../../core/signing/workflow/turns.ts';
import {
  type PreparedDocument,
  prepareFields,
} from '../../../../core/signing/workflow/prepare-fields.ts';
import { validateDocument } from '../../../../core/validation/validate-document.ts';
import { createAtomicOutput } from '../../../../native/files/atomic-output.ts';
import { memorySource } from '../../support/memory-source.ts';
import { classicFile, streamFile } from '../../support/small-files.ts';
import { pdfsigSays, qpdfCheck } from '../../../support/other-validators.ts';
import { refusedWith } from '../../../support/rejection.ts';
import {
  makeTestSigner,
  signFile,
  stampContent,
  type TestSigner,
} from '../../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';
import { sha256Of } from '../../../cli/support/batch.ts';

const folder = sharedTemporaryFolder();
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(folder);
});

const FIELDS: readonly FieldWish[] = [
  { role: 'konseptor', name: 'Konseptor', place: { page: 1, rect: null }, order: 1 },
  { role: 'paraf', name: 'Paraf1_Kabag', place: { page: 1, rect: [50, 60, 40, 20] }, order: 2 },
  { role: 'paraf', name: 'Paraf2_Sekda', place: { page: 1, rect: [95, 60, 40, 20] }, order: 2 },
  {
    role: 'penanda-tangan',
    name: 'Wali Kota',
    place: { page: 'last', rect: [300, 60, 200, 70] },
    order: 3,
  },
];

async function prepared(
  bytes: Uint8Array = classicFile(),
  fields = FIELDS,
): Promise<{ path: string; result: PreparedDocument; dir: string }> {
  const dir = temporaryFolder();
  const path = join(dir, 'siap.pdf');
  const result = await prepareFields({
    ...{ source: memorySource(bytes), fields },
    openOutput: () => createAtomicOutput(path, { overwrite: false }),
  });
  return { path, result, dir };
}

const turnIn = async (path: string) =>
  whoseTurn(await PdfReader.open(memorySource(readFileSync(path))));

const names = (steps: readonly { field: string }[]): string[] => steps.map(({ field }) => field);

describe.each([
  ['a classic file', classicFile],
  ['a file with object streams', streamFile],
])('fields prepared in %s', (_name, make) => {
  it('are there for other programs, with their order for us', async () => {
    const original = make();
    const { path, result } = await prepared(original);
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, original.length).equals(Buffer.from(original))).toBe(true);
    expect(result).toEqual({
      ...{ documentSha256: sha256Of(original), sha256: sha256Of(bytes), size: bytes.length },
    });
    expect(qpdfCheck(path)).toEqual({ status: 0, complaints: 0 });
    // qpdf names the form's fields by itself.
    const { acroform } = JSON.parse(
      execFileSync('qpdf', ['--json', '--json-key=acroform', path]).toString(),
    ) as { acroform: { fields: Record<string, unknown>[] } };
    expect(acroform.fields).toMatchObject(
      FIELDS.map(({ name, role }) => ({
        ...{ fullname: name, fieldtype: '/Sig', pageposfrom1: 1, value: null },
        alternativename: `${{ konseptor: 'Konseptor', paraf: 'Paraf', 'penanda-tangan': 'Penanda tangan' }[role]}: ${name}`,
      })),
    );
    const { steps, turn } = await turnIn(path);
    expect(steps).toEqual(
      FIELDS.map(({ name, role, order }, index) => ({
        ...{ field: name, role, order, signed: false, page: 1, visible: index > 0 },
      })),
    );
    expect(names(turn)).toEqual(['Konseptor']);
  });

  it('are signed one after the other, and all signatures stay valid', async () => {
    const { path, dir } = await prepared(make());
    const order = ['Konseptor', 'Paraf2_Sekda', 'Paraf1_Kabag', 'Wali Kota'];
    const content = await stampContent();
    const place = { page: 1, rect: { x: 0, y: 0, width: 10, height: 10 } } as const;
    let current = path;
    for (const [index, field] of order.entries()) {
      expect(names((await turnIn(current)).turn)).toContain(field);
      const next = join(dir, `langkah-${String(index)}.pdf`);
      // One person may sign more than once; the last one with a stamp, in the field's own place.
      const stamp = field === 'Wali Kota' ? { ...place, content } : null;
      await signFile(current, next, signer.key, { field, stamp });
      current = next;
    }
    const { steps, turn } = await turnIn(current);
    expect([steps.every(({ signed }) => signed), turn]).toEqual([true, []]);
    expect(pdfsigSays(current)).toEqual(order.map(() => 'Signature is Valid.'));
    expect(qpdfCheck(current)).toEqual({ status: 0, complaints: 0 });
    const report = await validateDocument(memorySource(readFileSync(current)), {
      ...{ anchors: [], at: null, now: new Date() },
    });
    expect(
      report.signatures.map(({ field, intact, modification }) => [field, intact, modification]),
    ).toEqual([
      ...order.slice(0, -1).map((field) => [field, true, 'FORM_FILLING']),
      ['Wali Kota', true, 'NONE'],
    ]);
  });
});

describe('signing out of turn', () => {
  it('is refused, naming who is waited for', async () => {
    const { path, dir } = await prepared();
    const output = join(dir, 'hasil.pdf');
    expect(await refusedWith(signFile(path, output, signer.key, { field: 'Wali Kota' }))).toEqual({
      code: 'WORKFLOW_OUT_OF_TURN',
      params: { field: 'Wali Kota', waiting: 'Konseptor' },
    });
    expect(await refusedWith(signFile(path, output, signer.key))).toEqual({
      code: 'WORKFLOW_FIELD_NEEDED',
      params: { waiting: 'Konseptor' },
    });
    const first = join(dir, 'satu.pdf');
    await signFile(path, first, signer.key, { field: 'Konseptor' });
    expect(
      (await refusedWith(signFile(first, output, signer.key, { field: 'Wali Kota' }))).params,
    ).toEqual({ field: 'Wali Kota', waiting: 'Paraf1_Kabag, Paraf2_Sekda' });
  });

  it('is done where a person decides so', async () => {
    const { path, dir } = await prepared();
    const output = join(dir, 'hasil.pdf');
    const asked: string[] = [];
    await signFile(path, output, signer.key, {
      field: 'Wali Kota',
      decide: {
        signOutOfTurn: ({ code }) => {
          asked.push(code);
          return Promise.resolve(true);
        },
      },
    });
    expect(asked).toEqual(['WORKFLOW_OUT_OF_TURN']);
    expect(names((await turnIn(output)).turn)).toEqual(['Konseptor']);
  });
});

describe('preparing', () => {
  it('after an approval signature leaves it valid; after a certification it is refused', async () => {
    const dir = temporaryFolder();
    const [plain, signed, certified] = ['asal', 'satu', 'sertifikasi'].map((name) =>
      join(dir, `${name}.pdf`),
    ) as [string, string, string];
    writeFileSync(plain, classicFile());
    await signFile(plain, signed, signer.key);
    const { path } = await prepared(readFileSync(signed));
    expect(pdfsigSays(path)).toEqual(['Signature is Valid.']);
    expect((await turnIn(path)).steps).toHaveLength(4);
    for (const certification of [1, 2, 3] as const) {
      const output = certified.replace('.pdf', `-${String(certification)}.pdf`);
      await signFile(plain, output, signer.key, { certification });
      expect((await refusedWith(prepared(readFileSync(output)))).code).toBe('WORKFLOW_FORBIDDEN');
    }
  });

  it('refuses what the form cannot take', async () => {
    const [field] = FIELDS as [FieldWish];
    expect(await refusedWith(prepared(classicFile(), [field, field]))).toEqual({
      code: 'PDF_FIELD_TAKEN',
      params: { field: 'Konseptor' },
    });
    const outside = {
      ...field,
      place: { page: 1, rect: [590, 0, 40, 20] as [number, number, number, number] },
    };
    expect((await refusedWith(prepared(classicFile(), [outside]))).code).toBe(
      'PDF_RECT_OUTSIDE_PAGE',
    );
    const { path } = await prepared();
    expect((await refusedWith(prepared(readFileSync(path)))).code).toBe('PDF_FIELD_TAKEN');
  });
});
