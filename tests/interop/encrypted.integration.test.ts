// Encrypted documents of every kind, signed with the user's and with the owner's password: other programs
// accept the signature, pages look as before outside the stamp, and the same passwords open the result.
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSignatures } from '../../core/pdf/signature-inventory.ts';
import type { SigningRequest } from '../../core/signing/request.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { classicFile } from '../core/support/small-files.ts';
import { encryptFile, type EncryptionChoice, KINDS } from '../support/encrypted-files.ts';
import {
  opensslAccepts,
  pageCount,
  type Password,
  pdfsigSays,
  qpdfCheck,
  qpdfIsEncrypted,
  renderPages,
  sameOutside,
} from '../support/other-validators.ts';
import { refusedWith } from '../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

const DECREE = new URL('../../resources/samples/keputusan-wali-kota.pdf', import.meta.url).pathname;
const USER: Password = { whose: 'user', text: 'buka-saja' };
const OWNER: Password = { whose: 'owner', text: 'boleh-semua' };
const VALID = 'Signature is Valid.';

const folder = sharedTemporaryFolder();
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(folder);
});

function encrypted(input: string, choice: EncryptionChoice): string {
  const output = join(temporaryFolder(), 'terkunci.pdf');
  encryptFile(input, output, choice);
  return output;
}

async function sign(
  input: string,
  password: Password | null,
  changes: Partial<SigningRequest> = {},
): Promise<string> {
  const output = join(temporaryFolder(), 'keluar.pdf');
  const given = password === null ? {} : { password: bytesOf(password) };
  await signFile(input, output, signer.key, { ...given, ...changes });
  return output;
}

function bytesOf({ text }: Password): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What qpdf says of handler, methods, permissions; which password it was told is one line of it. */
function encryptionOf(file: string, password: Password): string {
  const options = ['--show-encryption', `--password=${password.text}`];
  const { status, stdout } = spawnSync('qpdf', [...options, file]);
  expect(status).toBe(0);
  return stdout.toString();
}

const LAYOUTS = [
  ['a table', '--object-streams=disable'],
  ['object streams', '--object-streams=generate'],
] as const;

const EACH = KINDS.flatMap((kind) =>
  LAYOUTS.flatMap(([layout, option]) =>
    [USER, OWNER].map((password) => ({ kind, layout, option, whose: password.whose, password })),
  ),
);

describe('a decree', () => {
  it.each(EACH)('under $kind with $layout, signed by the $whose', async (row) => {
    const { kind, option, password } = row;
    const choice = { kind, user: USER.text, owner: OWNER.text };
    const input = encrypted(DECREE, { ...choice, layout: [option] });
    const rect = { x: 60, y: 60, width: 180, height: 60 };
    const stamp = { page: 'last' as const, rect, content: await stampContent() };
    const output = await sign(input, password, { stamp, reason: 'Menyetujui (é)' });

    expect(readFileSync(output).subarray(0, statSync(input).size)).toEqual(readFileSync(input));
    expect(qpdfIsEncrypted(output)).toBe(true);
    for (const opening of [USER, OWNER]) {
      expect(qpdfCheck(output, opening)).toEqual({ status: 0, complaints: 0 });
      expect(encryptionOf(output, opening)).toBe(encryptionOf(input, opening));
      expect(pdfsigSays(output, opening)).toEqual([VALID]);
    }
    expect(qpdfCheck(output).status).toBe(2);
    expect(await opensslAccepts(output, signer.caFile, folder, password)).toBe(true);
    const pages = pageCount(output, password);
    expect(pages).toBe(pageCount(input, password));
    const looked = renderPages(input, pages, password);
    const looks = renderPages(output, pages, password);
    for (let page = 1; page <= pages; page += 1) {
      const [before, after] = [looked[page - 1] ?? null, looks[page - 1] ?? null];
      expect(before).not.toBeNull();
      const mask = page === pages ? onScreen(before?.height ?? 0, rect) : null;
      expect(sameOutside(before, after, mask)).toBe(true);
      // And something is seen within.
      expect(sameOutside(before, after, null)).toBe(page !== pages);
    }
    const anchors = [derOf(signer.caFile)];
    const report = await validateDocument(memorySource(readFileSync(output)), {
      ...{ anchors, at: null, now: new Date(), password: bytesOf(password) },
    });
    expect(report.signatures[0]).toMatchObject({ intact: true, coverage: 'ENTIRE_FILE' });
    const { signatures } = await readSignatures(memorySource(readFileSync(output)), {
      password: bytesOf(password),
    });
    expect(signatures).toMatchObject([{ reason: 'Menyetujui (é)' }]);
  });

  it('is signed by three in a row, each with what opens it for them', async () => {
    const input = encrypted(DECREE, {
      ...{ kind: 'AES-256 (V 5, R 6)', user: USER.text, owner: OWNER.text },
      layout: ['--linearize', '--object-streams=generate'],
    });
    const first = await sign(input, USER);
    const second = await sign(first, OWNER);
    const third = await sign(second, USER);
    expect(pdfsigSays(third, OWNER)).toEqual([VALID, VALID, VALID]);
    expect(qpdfCheck(third, USER)).toEqual({ status: 0, complaints: 0 });
    expect(await opensslAccepts(third, signer.caFile, folder, USER)).toBe(true);
    const { signatures } = await validateDocument(memorySource(readFileSync(third)), {
      ...{ anchors: [derOf(signer.caFile)], at: null, now: new Date(), password: bytesOf(USER) },
    });
    // What came after each: two signatures, one, nothing.
    expect(signatures.map(({ modification }) => modification)).toEqual([
      ...['FORM_FILLING', 'FORM_FILLING', 'NONE'],
    ]);
  });

  it.each(KINDS)('under %s opens by itself where the user password is empty', async (kind) => {
    const input = encrypted(DECREE, { kind, user: '', owner: OWNER.text });
    const output = await sign(input, null);
    expect(pdfsigSays(output)).toEqual([VALID]);
    expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
    expect(qpdfIsEncrypted(output)).toBe(true);
  });

  it.each(KINDS)('under %s takes passwords beyond ASCII, and long ones', async (kind) => {
    const user = { whose: 'user', text: 'sandi-é-€' } as const;
    const owner = { whose: 'owner', text: 'panjang'.repeat(18) } as const;
    const input = encrypted(DECREE, { kind, user: user.text, owner: owner.text });
    for (const password of [user, owner]) {
      expect(qpdfCheck(await sign(input, password), password).status).toBe(0);
    }
  });
});

describe('a refusal', () => {
  async function refused(
    input: string,
    password: Password | null,
    changes: Partial<SigningRequest> = {},
  ): Promise<string> {
    const output = join(temporaryFolder(), 'keluar.pdf');
    const given = password === null ? {} : { password: bytesOf(password) };
    const { code } = await refusedWith(
      signFile(input, output, signer.key, { ...given, ...changes }),
    );
    expect(existsSync(output)).toBe(false);
    return code;
  }

  it.each(KINDS)('under %s names the password that is missing or wrong', async (kind) => {
    const input = encrypted(DECREE, { kind, user: USER.text, owner: OWNER.text });
    expect(await refused(input, null)).toBe('PDF_PASSWORD_NEEDED');
    const wrong = { whose: 'user', text: 'buka-saja.' } as const;
    expect(await refused(input, wrong)).toBe('PDF_PASSWORD_INCORRECT');
  });

  it('of a wrong password comes even where the document opens without one', async () => {
    const input = encrypted(DECREE, { kind: 'AES-256 (V 5, R 6)', user: '', owner: OWNER.text });
    expect(await refused(input, USER)).toBe('PDF_PASSWORD_INCORRECT');
  });

  /** A document with the empty signature field "satu". */
  function form(): string {
    const path = join(temporaryFolder(), 'formulir.pdf');
    const field = '<< /FT /Sig /T (satu) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R >>';
    const catalog = '/AcroForm << /Fields [4 0 R] >>';
    writeFileSync(path, classicFile({ catalog, page: '/Annots [4 0 R]', objects: [field] }));
    return path;
  }

  // What is allowed by table 22: a new field, and the field that is there.
  it.each([
    ['AES-256 (V 5, R 6)', ['--modify=all'], true, true],
    ['AES-256 (V 5, R 6)', ['--modify=annotate'], false, true],
    ['AES-256 (V 5, R 6)', ['--modify=form'], false, true],
    ['AES-256 (V 5, R 6)', ['--modify=assembly'], false, false],
    ['AES-256 (V 5, R 6)', ['--modify=none'], false, false],
    ['AES-128 (V 4, R 4)', ['--modify=form'], false, true],
    ['AES-128 (V 4, R 4)', ['--modify=none'], false, false],
    ['RC4 128 (V 2, R 3)', ['--annotate=n'], false, true],
    ['RC4 128 (V 2, R 3)', ['--annotate=n', '--form=n'], false, false],
    ['RC4 40 (V 1, R 2)', ['--modify=n'], false, true],
    ['RC4 40 (V 1, R 2)', ['--annotate=n'], false, false],
  ] as const)('under %s with %j', async (kind, restrictions, creates, fills) => {
    const input = encrypted(form(), { kind, restrictions, user: USER.text, owner: OWNER.text });
    const outcome = async (password: Password, field: string | null): Promise<string> => {
      const copy = join(temporaryFolder(), 'formulir.pdf');
      copyFileSync(input, copy);
      try {
        return pdfsigSays(await sign(copy, password, { field }), password).join();
      } catch {
        return refused(copy, password, { field });
      }
    };
    const DENIED = 'PDF_PERMISSION_DENIED';
    expect(await outcome(USER, null)).toBe(creates ? VALID : DENIED);
    expect(await outcome(USER, 'satu')).toBe(fills ? VALID : DENIED);
    expect(await outcome(OWNER, null)).toBe(VALID);
    expect(await outcome(OWNER, 'satu')).toBe(VALID);
  });
});

/** A rectangle of a page of one point a pixel, a pixel larger all around. */
function onScreen(
  pageHeight: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  return { x: x - 2, y: pageHeight - y - height - 2, width: width + 4, height: height + 4 };
}

function derOf(pemFile: string): Uint8Array {
  const base64 = readFileSync(pemFile, 'utf8').replace(/-----[A-Z ]+-----|\s/g, '');
  return Buffer.from(base64, 'base64');
}
