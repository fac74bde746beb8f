// The smallest files of each cross-reference kind, written out by hand (ISO 32000-2 7.5).
import { deflateSync } from 'node:zlib';

const HEAD = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
const ID = '[<00112233445566778899aabbccddeeff> <ffeeddccbbaa99887766554433221100>]';

export interface SmallFileOptions {
  /** Entries added to the catalog, the page, and further objects from number 4 on. */
  readonly catalog?: string;
  readonly page?: string;
  readonly objects?: readonly string[];
  readonly pageGeneration?: number;
}

/** Catalog 1, pages 2, page 3, an empty object 4 unless others are given. */
function bodies(options: SmallFileOptions): string[] {
  const generation = String(options.pageGeneration ?? 0);
  return [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [3 ${generation} R] /Count 1 >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${options.page ?? ''} >>`,
    ...(options.objects ?? ['null']),
  ];
}

export function classicFile(options: SmallFileOptions = {}): Uint8Array {
  const { text, offsets } = withObjects(bodies(options), options.pageGeneration ?? 0);
  return Buffer.from(text + table(offsets, options.pageGeneration ?? 0, text.length, ''), 'latin1');
}

/** The page hidden in an object stream that only the cross-reference stream locates (7.5.8.4). */
export function hybridFile(): Uint8Array {
  const all = bodies({});
  const { text, offsets } = withObjects([all[0]!, all[1]!], 0);
  const hidden = deflateSync(`3 0 ${all[2]!}`);
  let at = text.length;
  const file: Buffer[] = [Buffer.from(text, 'latin1')];
  const put = (part: Buffer): number => {
    const start = at;
    file.push(part);
    at += part.length;
    return start;
  };
  const objectStream = put(
    streamObject(5, `/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode`, hidden),
  );
  const rows = Buffer.from([2, 0, 0, 5, 0]);
  const xrefStream = put(
    streamObject(6, `/Type /XRef /Size 7 /W [1 3 1] /Index [3 1] /Root 1 0 R`, rows),
  );
  const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n\r\n`;
  const free = '0000000000 65535 f\r\n';
  put(
    Buffer.from(
      `xref\n0 7\n${free}${entry(offsets[0]!)}${entry(offsets[1]!)}${free}${free}${entry(objectStream)}${entry(xrefStream)}` +
        `trailer\n<< /Size 7 /Root 1 0 R /ID ${ID} /Custom /Kept /XRefStm ${String(xrefStream)} >>\n` +
        `startxref\n${String(at)}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(file);
}

/** Everything but the object stream itself in that stream. */
export function streamFile(options: SmallFileOptions = {}): Uint8Array {
  const all = bodies(options);
  const numbers: string[] = [];
  let inside = '';
  all.forEach((body, index) => {
    numbers.push(`${String(index + 1)} ${String(inside.length)}`);
    inside += `${body} `;
  });
  const first = `${numbers.join(' ')} `;
  const num = all.length + 1;
  const data = deflateSync(Buffer.from(first + inside, 'latin1'));
  const head = Buffer.from(HEAD, 'latin1');
  const objectStream = streamObject(
    num,
    `/Type /ObjStm /N ${String(all.length)} /First ${String(first.length)} /Filter /FlateDecode`,
    data,
  );
  const at = head.length + objectStream.length;
  const rows = Buffer.concat([
    Buffer.from([0, 0, 0, 0, 255]),
    ...all.map((_, index) => Buffer.from([2, 0, 0, num, index])),
    Buffer.from([1, 0, head.length >> 8, head.length & 0xff, 0]),
    Buffer.from([1, at >> 16, (at >> 8) & 0xff, at & 0xff, 0]),
  ]);
  const size = String(num + 2);
  const xref = streamObject(
    num + 1,
    `/Type /XRef /Size ${size} /W [1 3 1] /Root 1 0 R /ID ${ID} /Custom /Kept`,
    rows,
  );
  const end = Buffer.from(`startxref\n${String(at)}\n%%EOF\n`, 'latin1');
  return Buffer.concat([head, objectStream, xref, end]);
}

function withObjects(
  objects: readonly string[],
  pageGeneration: number,
): { text: string; offsets: number[] } {
  let text = HEAD;
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    const generation = index === 2 ? pageGeneration : 0;
    text += `${String(index + 1)} ${String(generation)} obj\n${body}\nendobj\n`;
    return offset;
  });
  return { text, offsets };
}

function table(
  offsets: readonly number[],
  pageGeneration: number,
  at: number,
  more: string,
): string {
  const entries = offsets.map((offset, index) => {
    const generation = index === 2 ? pageGeneration : 0;
    return `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n\r\n`;
  });
  const size = String(offsets.length + 1);
  return (
    `xref\n0 ${size}\n0000000000 65535 f\r\n${entries.join('')}` +
    `trailer\n<< /Size ${size} /Root 1 0 R /ID ${ID} /Custom /Kept ${more}>>\n` +
    `startxref\n${String(at)}\n%%EOF\n`
  );
}

function streamObject(num: number, entries: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(
      `${String(num)} 0 obj\n<< ${entries} /Length ${String(data.length)} >>\nstream\n`,
      'latin1',
    ),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}
