// The JSON report: where it comes from, and every file with its sentences.
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../../../core/validation/reports/json-report.ts';
import { ALL, sample, SOUND, UNREADABLE } from './sample-reports.ts';

interface Written {
  readonly meta: object;
  readonly files: readonly {
    readonly file: string;
    readonly sentence: string;
    readonly error: object | null;
    readonly signatures: readonly { readonly reasons: readonly object[] }[];
    readonly revisions: readonly { readonly changes: readonly object[] }[];
  }[];
}

const written = (files = ALL): Written =>
  JSON.parse(jsonReport(sample(files), { language: 'id', zone: 'WITA' })) as Written;

describe('the JSON report', () => {
  it('says what judged, when, and by which policy and list', () => {
    expect(written().meta).toEqual({
      tool: 'Pena',
      version: '0.1.0',
      checkedAt: '2026-11-26T03:05:00.000Z',
      judgedFor: null,
      policy: 'Pena 2026-11',
      trustDate: '2026-11-25',
    });
    expect(written([UNREADABLE]).meta).toMatchObject({ policy: null, trustDate: null });
  });

  it('has every file with the sentence of its verdict', () => {
    expect(written().files.map(({ sentence }) => sentence)).toEqual([
      'Sah: dapat diandalkan.',
      'Jangan diandalkan: isi dokumen pada halaman 2 berubah setelah ditandatangani.',
      'Belum dapat dipastikan: sertifikat NAMA PEJABAT LATIHAN dicabut pada 10 September 2026 12.00 WITA (kunci privat diketahui atau dipakai orang lain), dan tidak terbukti bahwa tanda tangan dibuat sebelumnya.',
      'Tidak ditandatangani secara elektronik.',
      'Tidak dapat diperiksa: berkas ini bukan PDF. Pilih berkas PDF, atau ekspor dahulu dokumennya ke PDF.',
    ]);
  });

  it('has sentences and help for reasons, sentences for changes, and nothing of the report lost', () => {
    const [sound] = written().files;
    expect(sound?.signatures[0]?.reasons[1]).toEqual({
      code: 'CHAIN_TRUSTED',
      text: 'Sertifikat penanda tangan terhubung dengan akar yang dipercaya, Root CA Indonesia DS G1.',
      params: { anchor: 'Root CA Indonesia DS G1' },
      help: 'Tidak ada yang perlu dilakukan.',
    });
    expect(sound?.revisions[1]?.changes).toEqual([
      {
        code: 'FIELD_FILLED',
        text: 'Kolom formulir nomor_surat diisi.',
        params: { field: 'nomor_surat' },
      },
    ]);
    expect(Object.keys(sound ?? {})).toEqual(expect.arrayContaining(Object.keys(SOUND)));
  });
});
