// Every file of ../shared/corpus/odd: signed as three other programs accept it and looking as before
// outside the stamp, or refused with a code. Prints the table.
import { readdirSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toPenaError } from '../../core/domain/pena-error.ts';
import { pageGeometry, type PageGeometry, type Rectangle } from '../../core/pdf/page-geometry.ts';
import { findPage } from '../../core/pdf/pages.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { corpusDir, NO_CORPUS } from '../support/corpus.ts';
import {
  opensslAccepts,
  pageCount,
  pdfsigSays,
  qpdfCheck,
  qpdfIsEncrypted,
  renderPages,
  sameOutside,
} from '../support/other-validators.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';

const corpus = corpusDir();
const files =
  corpus === null
    ? []
    : readdirSync(join(corpus, 'odd'))
        .filter((name) => name.endsWith('.pdf'))
        .sort();

interface Row {
  readonly file: string;
  readonly qpdfBefore: number;
  readonly encrypted: boolean;
  /** A code where it was refused. */
  readonly refused: string | null;
  readonly pdfsig: readonly string[];
  readonly openssl: boolean;
  readonly qpdfAsBefore: boolean;
  /** Pages that look different outside the stamp. */
  readonly changedPages: readonly number[];
}

describe.skipIf(corpus === null)(
  `the odd corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    const folder = sharedTemporaryFolder();
    const rows: Row[] = [];
    let signer: TestSigner;

    beforeAll(async () => {
      signer = await makeTestSigner(folder);
      for (const file of files) rows.push(await tryFile(join(corpus ?? '', 'odd', file), file));
      console.log(rows.map(line).join('\n'));
    }, 300_000);

    async function tryFile(path: string, file: string): Promise<Row> {
      const output = join(folder, file);
      const before = qpdfCheck(path);
      const encrypted = qpdfIsEncrypted(path);
      const none = { pdfsig: [], openssl: false, qpdfAsBefore: false, changedPages: [] };
      try {
        const geometry = await lastPage(path);
        const rect = stampRectangle(geometry);
        const stamp = {
          page: 'last' as const,
          rect,
          content: await stampContent({ name: 'A. B.' }),
        };
        await signFile(path, output, signer.key, { stamp });
        const after = qpdfCheck(output);
        const row = {
          file,
          qpdfBefore: before.status,
          encrypted,
          refused: null,
          pdfsig: pdfsigSays(output),
          openssl: await opensslAccepts(output, signer.caFile, folder),
          qpdfAsBefore: after.status <= before.status && after.complaints <= before.complaints,
          changedPages: changedPages(path, output, onScreen(rect, geometry)),
        };
        rmSync(output);
        return row;
      } catch (thrown) {
        const left = existsSync(output) ? ' (file left behind)' : '';
        const refused = `${toPenaError(thrown).code}${left}`;
        return { file, qpdfBefore: before.status, encrypted, refused, ...none };
      }
    }

    it('has the files it is known for', () => {
      expect(rows).toHaveLength(60);
      expect(rows.filter(({ qpdfBefore }) => qpdfBefore === 0)).toHaveLength(39);
    });

    it('signs all that qpdf finds sound and that are not encrypted', () => {
      const sound = rows.filter(({ qpdfBefore, encrypted }) => qpdfBefore === 0 && !encrypted);
      expect(sound.filter(({ refused }) => refused !== null)).toEqual([]);
    });

    it('writes only what pdfsig, openssl and qpdf accept, and changes no page outside the stamp', () => {
      const bad = rows.filter(
        ({ refused, pdfsig, openssl, qpdfAsBefore, changedPages: changed }) =>
          refused === null &&
          !(
            pdfsig.length === 1 &&
            pdfsig[0] === 'Signature is Valid.' &&
            openssl &&
            qpdfAsBefore &&
            changed.length === 0
          ),
      );
      expect(bad).toEqual([]);
    });

    it('refuses the others with a code of the PDF room and leaves no file behind', () => {
      const refusals = rows.map(({ refused }) => refused).filter((code) => code !== null);
      expect(refusals.filter((code) => !/^PDF_[A-Z_]+$/.test(code))).toEqual([]);
    });
  },
);

function line({ file, qpdfBefore, refused, pdfsig, openssl, ...row }: Row): string {
  const result =
    refused ??
    `signed; pdfsig: ${pdfsig.join(' ')}; openssl: ${openssl ? 'ok' : 'NO'}; qpdf: ${
      row.qpdfAsBefore ? 'as before' : 'WORSE'
    }; pages changed: ${row.changedPages.join(' ') || 'none'}`;
  return `${file.padEnd(44)} qpdf ${String(qpdfBefore)}  ${result}`;
}

async function lastPage(path: string): Promise<PageGeometry> {
  const source = await openFileSource(path);
  try {
    const reader = await PdfReader.open(source);
    return await pageGeometry(reader, await findPage(reader, 'last'));
  } finally {
    await source.close();
  }
}

/** A stamp that fits the page as it is shown, in points from the lower left of the unrotated page. */
function stampRectangle({ visible, rotate, userUnit }: PageGeometry): Rectangle {
  const [w, h] = [visible.width * userUnit, visible.height * userUnit];
  const upright = rotate % 180 === 0;
  const width = Math.min(upright ? 130 : 60, w);
  const height = Math.min(upright ? 60 : 130, h);
  return { x: Math.min(4, w - width), y: Math.min(4, h - height), width, height };
}

/** The same place as pixels of the rendered page, a pixel larger all around. */
function onScreen(
  { x, y, width, height }: Rectangle,
  { visible, rotate, userUnit }: PageGeometry,
): Rectangle {
  const [w, h] = [visible.width * userUnit, visible.height * userUnit];
  const shown = {
    0: { x, y: h - y - height, width, height },
    90: { x: y, y: x, width: height, height: width },
    180: { x: w - x - width, y, width, height },
    270: { x: h - y - height, y: w - x - width, width: height, height: width },
  }[rotate];
  return { x: shown.x - 2, y: shown.y - 2, width: shown.width + 4, height: shown.height + 4 };
}

function changedPages(before: string, after: string, stamp: Rectangle): number[] {
  const count = pageCount(before);
  const [looked, looks] = [renderPages(before, count), renderPages(after, count)];
  const changed: number[] = [];
  for (let page = 1; page <= count; page += 1) {
    const mask = page === count ? stamp : null;
    const [was = null, is = null] = [looked[page - 1], looks[page - 1]];
    if (!sameOutside(was, is, mask)) changed.push(page);
  }
  return changed;
}
