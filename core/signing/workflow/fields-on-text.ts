// Fields prepared over text: once somebody has signed that text, no stamp may hide it, and whoever should sign
// there cannot. Said while the places can still be chosen.
import { liesOn } from '../../domain/free-place.ts';
import type { FieldWish } from '../../domain/workflow.ts';
import { pageGeometry } from '../../pdf/page-geometry.ts';
import { findPage } from '../../pdf/pages.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { pagePlaces } from '../place-freely.ts';

/**
 * The names of those on text, in their order; a tag is there to be covered.
 * @throws {PdfError} PDF_PAGE_NOT_FOUND, PDF_*
 */
export async function fieldsOnText(
  reader: PdfReader,
  wishes: readonly FieldWish[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { name, place } of wishes) {
    if ('tag' in place || place.rect === null) continue;
    const page = await findPage(reader, place.page);
    const { text } = await pagePlaces(reader, page, await pageGeometry(reader, page));
    const [x, y, width, height] = place.rect;
    if (text.some((line) => liesOn({ x, y, width, height }, line))) found.push(name);
  }
  return found;
}
