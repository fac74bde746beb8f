// What a page's own content leaves open: nothing of it may reach what is drawn after it (ISO 32000-2 8.4.2).
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { PdfDict } from '../../pdf/objects.ts';
import { contentOperations } from '../../pdf/text/content-operations.ts';
import { pageContent } from '../../pdf/text/page-content.ts';

export interface Balance {
  /** Closes what the content, begun with one q before it, leaves open. */
  readonly closing: string;
  /**
   * The content without restores that have nothing to restore: viewers pass over them, and would not once
   * a state is saved before the content. Null where the page has none of those: it stays as it is.
   */
  readonly mended: Uint8Array | null;
}

/** Far more than viewers keep (annex C.2 names 28). */
const MAX_OPEN = 10_000;

const SOUND: Balance = { closing: 'Q', mended: null };

export async function balanceOf(reader: PdfReader, page: PdfDict): Promise<Balance> {
  try {
    return balance(await pageContent(reader, page));
  } catch (thrown) {
    // What cannot be read is not shown either.
    if (thrown instanceof PdfError) return SOUND;
    throw thrown;
  }
}

function balance(content: Uint8Array): Balance {
  let states = 0;
  let marked = 0;
  let text = false;
  const idle: number[] = [];
  for (const { operator, end } of contentOperations(content)) {
    switch (operator) {
      case 'q':
        states += 1;
        break;
      case 'Q':
        if (states === 0) idle.push(end - 1);
        else states -= 1;
        break;
      case 'BT':
      case 'ET':
        text = operator === 'BT';
        break;
      case 'BMC':
      case 'BDC':
        marked += 1;
        break;
      case 'EMC':
        marked = Math.max(marked - 1, 0);
    }
  }
  const closing = [
    ...(text ? ['ET'] : []),
    ...Array.from({ length: Math.min(marked, MAX_OPEN) }, () => 'EMC'),
    ...Array.from({ length: Math.min(states, MAX_OPEN) + 1 }, () => 'Q'),
  ].join(' ');
  return { closing, mended: idle.length === 0 ? null : without(content, idle) };
}

const SPACE = 0x20;

function without(content: Uint8Array, operators: readonly number[]): Uint8Array {
  const mended = Uint8Array.from(content);
  for (const at of operators) mended[at] = SPACE;
  return mended;
}
