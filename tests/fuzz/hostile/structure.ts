// Files that are small and made to cost much: nesting, chains, loops, trees that share their branches.
import { Draft, FREE, type Row } from '../../core/pdf/support/draft.ts';
import type { Hostile } from './hostile.ts';

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

export function plainDraft(catalog = '', page = PAGE): Draft {
  const draft = new Draft();
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  draft.object(2, PAGES);
  draft.object(3, page);
  return draft;
}

const MB = 1e6;

export const STRUCTURE: readonly Hostile[] = [
  { name: 'arrays within arrays', build: () => nested('[') },
  { name: 'dictionaries within dictionaries', build: () => nested('<</A') },
  { name: 'parentheses within a string', build: () => nested('(') },
  {
    name: 'a name of 9 MB in escapes',
    build: () => plainDraft(`/Names /${'#41'.repeat(3 * MB)}`).finish().bytes,
  },
  {
    name: 'a comment of 9 MB before every token',
    build: () => plainDraft(`%${'%'.repeat(9 * MB)}\n`).finish().bytes,
  },
  { name: 'a dictionary of 900,000 keys', build: () => plainDraft(keys(900_000)).finish().bytes },
  {
    name: 'an array of 4 million numbers',
    build: () => plainDraft(`/A [${'1 '.repeat(4 * MB)}]`).finish().bytes,
  },
  { name: 'a chain of 60,000 cross-reference sections', build: () => sections(60_000) },
  { name: 'a chain of 19,000 sections', build: () => sections(19_000) },
  { name: 'a loop of sections', build: loop },
  { name: '400,000 objects', build: () => objects(400_000) },
  { name: 'a page tree of 300,000 kids', build: () => pages(300_000) },
  { name: 'a page tree of 2^100 pages', build: sharedPages },
  {
    name: 'a page tree without pages, 120 deep, each node named twice',
    build: () => sharedTree(120),
  },
  { name: 'a field tree of 2^100 fields', build: sharedFields },
  { name: 'a field tree of 250,000 fields', build: () => fields(250_000) },
  { name: 'a chain of 200,000 fields', build: () => fieldChain(200_000) },
  { name: 'a structure tree that shares its branches', build: structure },
];

function nested(opening: string): Buffer {
  const count = Math.floor((8 * MB) / opening.length);
  return plainDraft(`/Nested ${opening.repeat(count)}`).finish().bytes;
}

function keys(count: number): string {
  return Array.from({ length: count }, (_, n) => `/${n.toString(36)} 1`).join('\n');
}

function sections(count: number): Buffer {
  const draft = plainDraft();
  let previous = draft.table([draft.all()], '/Size 4 /Root 1 0 R');
  for (let n = 0; n < count; n += 1) {
    previous = draft.table(
      [[3, [{ offset: draft.offset(3) }]]],
      `/Size 4 /Root 1 0 R /Prev ${previous}`,
    );
  }
  return draft.end(previous).bytes;
}

function loop(): Buffer {
  const draft = plainDraft();
  const at = draft.length;
  return draft.end(draft.table([draft.all()], `/Size 4 /Root 1 0 R /Prev ${at}`)).bytes;
}

function objects(count: number): Buffer {
  const draft = plainDraft('/All [4 0 R]');
  const rows: Row[] = [];
  for (let n = 0; n < count; n += 1)
    rows.push({ offset: draft.add(`${n + 4} 0 obj ${n + 5} 0 R`) });
  const [first, fixed] = draft.all();
  const at = draft.length;
  draft.xrefStream(count + 4, [[first, [...fixed, ...rows]]], `/Size ${count + 5} /Root 1 0 R`);
  return draft.end(at).bytes;
}

function withTree(bodies: readonly (readonly [number, string])[], catalog = ''): Buffer {
  const draft = new Draft();
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  draft.objectStream(3, bodies);
  const high = bodies.reduce((most, [num]) => Math.max(most, num), 0) + 1;
  const rows: Row[] = Array.from({ length: high }, () => FREE);
  rows[1] = { offset: draft.offset(1) };
  rows[3] = { offset: draft.offset(3) };
  bodies.forEach(([num], index) => (rows[num] = { stream: 3, index: Math.min(index, 65_535) }));
  const at = draft.length;
  draft.xrefStream(high, [[0, rows]], `/Size ${high + 1} /Root 1 0 R`);
  return draft.end(at).bytes;
}

function list(count: number, body: (num: number) => string): [number, string][] {
  return Array.from({ length: count }, (_, n) => [n + 10, body(n + 10)]);
}

function references(count: number): string {
  return Array.from({ length: count }, (_, n) => `${n + 10} 0 R`).join(' ');
}

function pages(count: number): Buffer {
  return withTree([
    [2, `<< /Type /Pages /Kids [${references(count)}] /Count ${count} >>`],
    ...list(count, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'),
  ]);
}

function sharedPages(): Buffer {
  const node = (num: number): string => {
    const kid = `${num + 1} 0 R`;
    return num === 110 ? PAGE : `<< /Type /Pages /Kids [${kid} ${kid}] /Count ${2 ** 50} >>`;
  };
  return withTree([[2, node(9)], ...list(101, node)]);
}

function sharedTree(depth: number): Buffer {
  const node = (num: number): string => {
    const kid = `${num + 1} 0 R`;
    const kids = num === depth + 9 ? '' : `${kid} ${kid}`;
    return `<< /Type /Pages /Kids [${kids}] /Count 0 >>`;
  };
  return withTree([[2, node(9).replace('/Count 0', '/Count 5')], ...list(depth, node)]);
}

const FORM = '<< /Type /Pages /Kids [] /Count 0 >>';

function sharedFields(): Buffer {
  const node = (num: number): string => {
    const kid = `${num + 1} 0 R`;
    return num === 110 ? '<< /T (a) /FT /Sig >>' : `<< /T (a) /Kids [${kid} ${kid}] >>`;
  };
  return withTree([[2, FORM], ...list(101, node)], '/AcroForm << /Fields [10 0 R] >>');
}

function fields(count: number): Buffer {
  const form = `<< /Fields [${references(count)}] >>`;
  const all = list(count, (num) => `<</T(${num})/FT/Sig/V ${num} 0 R/Type/Sig>>`);
  return withTree([[2, FORM], [4, form], ...all], '/AcroForm 4 0 R');
}

function fieldChain(count: number): Buffer {
  const all = list(count, (num) => `<</T(a)/Kids[${num + 1} 0 R]>>`);
  return withTree([[2, FORM], ...all], '/AcroForm << /Fields [10 0 R] >>');
}

function structure(): Buffer {
  const node = (num: number): string => {
    const kids = Array.from({ length: 40 }, (_, n) => `${10 + ((num * 7 + n * 13) % 3000)} 0 R`);
    return `<< /S /P /P ${num - 1} 0 R /K [${kids.join(' ')}] >>`;
  };
  return withTree([[2, FORM], ...list(3000, node)], '/StructTreeRoot 10 0 R');
}
