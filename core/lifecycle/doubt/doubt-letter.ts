// The list of documents in doubt as a letter: the template's one item, `{document}`, stands for as many as there are.
import { formatDateTime, type Zone } from '../../domain/local-time.ts';
import { fieldsOfCase } from '../letters/case-fields.ts';
import type { LetterFields, LetterTemplate } from '../letters/template.ts';
import type { LostKeyCase } from '../lost-key/case.ts';
import { type DoubtList, type FoundSignature, type JournalOnly, isComplete } from './doubt-list.ts';

/** More would be a book; the table for spreadsheets has them all. */
const MOST = 500;
const ITEM = '{document}';

const JOURNAL: Readonly<Record<DoubtList['journal'], string>> = {
  whole: 'utuh dan diperiksa',
  broken: 'tidak utuh: tidak dipakai sebagai bukti',
  empty: 'kosong',
};

export interface DoubtLetter {
  readonly template: LetterTemplate;
  readonly fields: LetterFields;
}

/** @param template as it ships, or an office's own */
export function doubtLetter(
  template: LetterTemplate,
  list: DoubtList,
  lost: LostKeyCase,
  zone: Zone,
): DoubtLetter {
  const when = (time: string): string => formatDateTime(time, zone, 'id');
  const items = [
    ...list.signatures.filter(({ inDoubt }) => inDoubt).map((one) => signatureLine(one, when)),
    ...list.journalOnly.map((one) => journalLine(one, when)),
  ];
  const shown = items.slice(0, MOST);
  const earlier = list.signatures.filter(({ inDoubt }) => !inDoubt).length;
  const lines = shown.length === 0 ? ['Tidak ada yang ditemukan.'] : shown;
  const names = lines.map((_, i) => `document.${String(i + 1)}`);
  const incomplete = `${String(list.unreadable.length)} berkas tidak terbaca, ${String(list.skipped.length)} tempat tidak dimasuki; tanda tangan di sana belum diketahui`;
  return {
    template: {
      ...template,
      body: template.body.map((block) =>
        block.kind === 'list' && block.items[0] === ITEM
          ? { kind: 'list', items: names.map((name) => `{${name}}`) }
          : block,
      ),
    },
    fields: {
      ...fieldsOfCase(lost, zone, new Date(list.at)),
      'doubt.since': list.since === null ? 'tidak diketahui: semuanya' : when(list.since),
      'doubt.at': when(list.at),
      'doubt.searched': `${String(list.files)} berkas PDF; terbukti lebih awal: ${String(earlier)} tanda tangan`,
      'doubt.unreadable': isComplete(list) ? '' : incomplete,
      'doubt.journal': JOURNAL[list.journal],
      'doubt.more':
        items.length > MOST
          ? `dan ${String(items.length - MOST)} lainnya, dalam tabel yang menyertai daftar ini.`
          : '',
      ...Object.fromEntries(names.map((name, i) => [name, lines[i] ?? ''])),
    },
  };
}

function signatureLine(one: FoundSignature, when: (time: string) => string): string {
  const claimed = one.claimedTime === null ? 'tidak tertulis' : when(one.claimedTime);
  const proven =
    one.provenTime === null
      ? 'tanpa penanda waktu tepercaya'
      : one.proof === 'time-stamp'
        ? `penanda waktu ${when(one.provenTime)}`
        : `jurnal ${when(one.provenTime)}`;
  return `${nameOf(one.path)}, kolom ${one.field}. Waktu menurut dokumen: ${claimed}; ${proven}. SHA-256 ${one.sha256}`;
}

function journalLine({ at, document }: JournalOnly, when: (time: string) => string): string {
  return `Ditandatangani di komputer ini ${when(at)} menurut jurnal, berkasnya tidak ditemukan. SHA-256 dokumen asal ${document}`;
}

/** Folders name people and their work: outside only the file's own name is needed. */
function nameOf(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).slice(0, 200);
}
