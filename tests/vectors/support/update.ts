// Incremental updates written by hand, rightly or in every way that attackers do.

/** What an object becomes: its body, or a stream's entries and data; null frees it. */
export type Body = string | readonly [entries: string, data: string | Buffer] | null;

export interface UpdateOptions {
  readonly objects?: Readonly<Record<number, Body>>;
  /** Offsets that the section states instead of where the objects stand. */
  readonly offsets?: Readonly<Record<number, number>>;
  readonly generations?: Readonly<Record<number, number>>;
  /** Numbers that are written and not listed. */
  readonly unlisted?: readonly number[];
  /** Entries beside /Size, /Prev and those of the trailer before. */
  readonly trailer?: string;
  readonly root?: string;
  readonly info?: string;
  readonly size?: number;
  readonly prev?: number;
  /** Written before the objects, after the trailer, at the very end. */
  readonly before?: string;
  readonly afterTrailer?: string;
  readonly after?: string;
}

export function startXref(file: Buffer): number {
  const at = file.lastIndexOf('startxref');
  return Number(/startxref\s+(\d+)/.exec(file.toString('latin1', at, at + 60))?.[1]);
}

/** Where an object's newest body begins, by searching the bytes. */
export function offsetOf(file: Buffer, num: number, gen = 0): number {
  const text = file.toString('latin1');
  const matches = [...text.matchAll(new RegExp(`(?<![0-9])${num} ${gen} obj\\b`, 'g'))];
  return matches.at(-1)?.index ?? -1;
}

/** The newest body of an object that is no stream, as text. */
export function bodyOf(file: Buffer, num: number): string {
  const at = offsetOf(file, num);
  const text = file.toString('latin1', at);
  return text.slice(text.indexOf('obj') + 3, text.indexOf('endobj')).trim();
}

/** An object with an entry set in its outermost dictionary. */
export function withEntry(file: Buffer, num: number, key: string, value: string): string {
  const body = bodyOf(file, num);
  const without = body.replace(
    new RegExp(
      `/${key}(?![A-Za-z])\\s*(?:\\[[^\\]]*\\]|<<[^>]*>>|\\([^)]*\\)|/?[^/\\s<>]+(?:\\s\\d+\\sR)?)\\s*`,
    ),
    '',
  );
  return `${without.slice(0, without.lastIndexOf('>>'))} /${key} ${value} >>`;
}

export function objectText(num: number, body: Exclude<Body, null>, gen = 0): Buffer {
  if (typeof body === 'string')
    return Buffer.from(`${num} ${gen} obj\n${body}\nendobj\n`, 'latin1');
  const [entries, data] = body;
  const bytes = Buffer.from(typeof data === 'string' ? Buffer.from(data, 'latin1') : data);
  return Buffer.concat([
    Buffer.from(`${num} ${gen} obj\n<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

function trailerEntry(file: Buffer, key: string): string | null {
  const text = file.toString('latin1');
  const found = [...text.matchAll(new RegExp(`/${key}\\s+(\\d+ \\d+ R)`, 'g'))].at(-1);
  return found?.[1] ?? null;
}

export function highest(file: Buffer): number {
  const sizes = [...file.toString('latin1').matchAll(/\/Size (\d+)/g)].map((m) => Number(m[1]));
  return Math.max(...sizes) - 1;
}

/** A proper update with a table, but for what the options spoil. */
export function update(file: Buffer, options: UpdateOptions = {}): Buffer {
  const parts: Buffer[] = [file, Buffer.from(options.before ?? '', 'latin1')];
  let at = file.length + (options.before?.length ?? 0);
  const rows = new Map<number, string>();
  for (const [n, body] of Object.entries(options.objects ?? {})) {
    const num = Number(n);
    const gen = options.generations?.[num] ?? 0;
    const digits = String(gen).padStart(5, '0');
    if (body === null) {
      rows.set(num, `0000000000 ${digits} f\r\n`);
      continue;
    }
    const text = objectText(num, body, gen);
    if (options.unlisted?.includes(num) !== true) {
      rows.set(num, `${String(at).padStart(10, '0')} ${digits} n\r\n`);
    }
    parts.push(text);
    at += text.length;
  }
  for (const [n, offset] of Object.entries(options.offsets ?? {})) {
    rows.set(Number(n), `${String(offset).padStart(10, '0')} 00000 n\r\n`);
  }
  const sections = [...rows].sort(([a], [b]) => a - b).map(([n, row]) => `${n} 1\n${row}`);
  const size = options.size ?? Math.max(highest(file), ...rows.keys()) + 1;
  const info = options.info ?? trailerEntry(file, 'Info');
  const trailer = `trailer\n<< /Size ${size} /Root ${options.root ?? trailerEntry(file, 'Root') ?? ''} ${info === null ? '' : `/Info ${info}`} /Prev ${options.prev ?? startXref(file)} ${options.trailer ?? ''} >>\n`;
  const table = sections.length === 0 ? '0 0\n' : sections.join('');
  parts.push(
    Buffer.from(
      `xref\n${table}${trailer}${options.afterTrailer ?? ''}startxref\n${at}\n%%EOF\n${options.after ?? ''}`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

/** The same with a cross-reference stream, objects but streams within an object stream. */
export function compressedUpdate(file: Buffer, objects: Readonly<Record<number, string>>): Buffer {
  const next = highest(file) + 1;
  const [container, section] = [next, next + 1];
  let inside = '';
  const head = Object.entries(objects).map(([num, body]) => {
    const pair = `${num} ${inside.length}`;
    inside += `${body} `;
    return pair;
  });
  const first = `${head.join(' ')} `;
  const stream = objectText(container, [
    `/Type /ObjStm /N ${head.length} /First ${first.length}`,
    first + inside,
  ]);
  const at = file.length + stream.length;
  const row = (type: number, a: number, b: number): Buffer => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt8(type, 0);
    bytes.writeUInt32BE(a, 1);
    bytes.writeUInt16BE(b, 5);
    return bytes;
  };
  const numbers = Object.keys(objects).map(Number);
  const index = [...numbers.map((num) => `${num} 1`), `${container} 2`].join(' ');
  const rows = Buffer.concat([
    ...numbers.map((_, i) => row(2, container, i)),
    row(1, file.length, 0),
    row(1, at, 0),
  ]);
  const info = trailerEntry(file, 'Info');
  const xref = objectText(section, [
    `/Type /XRef /Size ${section + 1} /W [1 4 2] /Index [${index}] /Root ${trailerEntry(file, 'Root') ?? ''} ${info === null ? '' : `/Info ${info}`} /Prev ${startXref(file)}`,
    rows,
  ]);
  return Buffer.concat([file, stream, xref, Buffer.from(`startxref\n${at}\n%%EOF\n`)]);
}
