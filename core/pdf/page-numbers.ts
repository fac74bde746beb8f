// Which number each page has, counted from 1 (ISO 32000-2 7.7.3), for what knows its page by reference.
import { allPages } from './all-pages.ts';
import type { PdfRef } from './objects.ts';
import type { PdfReader } from './reader.ts';

/** Pages beyond this are not counted one by one. */
const MAX_PAGES = 10_000;

export class PageNumbers {
  readonly #reader: PdfReader;
  #numbers: Promise<ReadonlyMap<string, number>> | null = null;

  constructor(reader: PdfReader) {
    this.#reader = reader;
  }

  /** Null for what is no page, or stands too far behind. @throws {PdfError} PDF_PAGE_TREE_BROKEN */
  async of(page: PdfRef): Promise<number | null> {
    this.#numbers ??= count(this.#reader);
    return (await this.#numbers).get(keyOf(page)) ?? null;
  }
}

async function count(reader: PdfReader): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for await (const { ref } of allPages(reader)) {
    numbers.set(keyOf(ref), numbers.size + 1);
    if (numbers.size >= MAX_PAGES) break;
  }
  return numbers;
}

function keyOf({ num, gen }: PdfRef): string {
  return `${String(num)} ${String(gen)}`;
}
