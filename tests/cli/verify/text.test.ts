// What a clerk reads: the verdict first, then who, when and why.
import { expect, test } from 'vitest';
import { jsonReport } from '../../../cli/verify/json.ts';
import { printReport } from '../../../cli/verify/text.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { FileReport, SignatureReport } from '../../../core/domain/report.ts';
import { testShell } from '../support/shell.ts';

const SIGNATURE: SignatureReport = {
  field: 'TTE1',
  type: 'signature',
  subFilter: 'ETSI.CAdES.detached',
  level: 'PAdES-B-B',
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  intact: true,
  coverage: 'ENTIRE_FILE',
  byteRange: [0, 1, 2, 3],
  modification: 'NONE',
  docMdp: null,
  signer: {
    ...{ subject: 'CN=BUDI, O=KOTA, C=ID', issuer: 'CN=OSD\u001b[2J, C=ID', serial: '01' },
    ...{ sha256: 'ab'.repeat(32), notBefore: '2026-01-01T00:00:00.000Z' },
    notAfter: '2027-01-01T00:00:00.000Z',
  },
  chain: ['ab'.repeat(32), 'cd'.repeat(32)],
  trustAnchor: 'cd'.repeat(32),
  issuedUnder: 'OTHER_RECOGNISED',
  claimedTime: '2026-11-24T02:15:00.000Z',
  bestTime: null,
  timestamps: [],
  revocation: {
    ...{ status: 'NOT_JUDGED', embedded: ['ocsp'], source: null },
    ...{ checkedAt: null, revokedAt: null, reason: null, chain: [] },
  },
  revision: 1,
  reasons: [
    { code: 'SIGNATURE_INTACT', params: {} },
    { code: 'REVOCATION_UNKNOWN', params: {} },
  ],
};
const report = (changes: Partial<FileReport>): FileReport => ({
  file: 'sk.pdf',
  sha256: 'ef'.repeat(32),
  verdict: 'INDETERMINATE',
  trustDate: null,
  policy: 'Pena',
  error: null,
  signatures: [SIGNATURE],
  revisions: [],
  certificates: [],
  ...changes,
});
const printed = (one: FileReport, language: 'id' | 'en' = 'id'): string => {
  const shell = testShell(language);
  printReport({ report: one, error: null }, shell);
  return shell.said.out;
};

test('an intact signature that cannot be confirmed yet', () => {
  expect(printed(report({}))).toBe(
    [
      'Belum dapat dipastikan: belum diketahui apakah sertifikat sudah dicabut.',
      'Isi yang ditandatangani masih utuh, tetapi itu belum cukup untuk mengandalkannya.',
      'Yang dapat dilakukan: Hubungkan komputer ke internet lalu periksa sekali lagi. Bila tetap sama, periksa juga di layanan verifikasi BSrE, atau tanyakan kepada penanda tangan.',
      'Berkas   sk.pdf',
      `SHA-256  ${'ef'.repeat(32)}`,
      'Kode     INDETERMINATE · REVOCATION_UNKNOWN',
      '',
      'Tanda tangan 1: utuh',
      '  Penanda tangan        BUDI',
      '  Diterbitkan oleh      OSD\\u{1b}[2J',
      '  Waktu                 24 November 2026 10.15 WITA, menurut komputer penanda tangan (tidak terbukti)',
      '  Rantai sertifikat     Sampai ke akar yang dipercaya, 2 sertifikat',
      '  Sertifikat Pasal 6    Bukan BSrE, tetapi penyelenggara lain yang diakui',
      '  Cakupan               Seluruh berkas',
      '  Perubahan sesudahnya  Tidak ada',
      '  Pencabutan            Belum dinilai',
      '                        Data OCSP ada di dalam dokumen',
      '  Pembuktian kelak      Tidak, sebab tanpa penanda waktu: hanya dapat dinilai selama sertifikatnya berlaku (tidak mendukung LTV)',
      '  Tingkat               PAdES-B-B',
      '  Nama kolom            TTE1',
      '  Hasil                 INDETERMINATE · TRY_LATER',
      '  Alasan',
      '    [baik]       Isi yang ditandatangani tidak berubah sejak ditandatangani. (SIGNATURE_INTACT)',
      '    [perhatian]  Belum diketahui apakah sertifikat sudah dicabut. (REVOCATION_UNKNOWN)',
      '',
    ].join('\n'),
  );
});

test.each([
  [{ verdict: 'TOTAL_PASSED', signatures: [] }, 'Sah: dapat diandalkan.'],
  [{ verdict: 'NO_SIGNATURE', signatures: [] }, 'Tidak ditandatangani secara elektronik.'],
  [
    {
      verdict: 'TOTAL_FAILED',
      signatures: [
        {
          ...SIGNATURE,
          ...{ indication: 'TOTAL_FAILED', intact: false },
          reasons: [{ code: 'DIGEST_MISMATCH', params: {} }],
        },
      ],
    },
    'Jangan diandalkan: isi dokumen berubah setelah ditandatangani.',
  ],
] as [Partial<FileReport>, string][])('%j begins with its verdict', (changes, first) => {
  expect(printed(report(changes)).split('\n')[0]).toBe(first);
});

test('claimed and proven times are told apart', () => {
  const stamp = {
    type: 'signature',
    authority: 'CN=TSA',
    time: '2026-11-24T02:16:00.000Z',
  } as const;
  const times = (intact: boolean, trusted: boolean | null): string => {
    const timestamps = [{ ...stamp, intact, trusted, chain: [] }];
    return printed(report({ signatures: [{ ...SIGNATURE, timestamps }] }), 'en');
  };
  expect(times(true, true)).toContain('24 November 2026 10:16 WITA, by the time stamp of TSA\n');
  expect(times(true, null)).toContain('from a time stamp of TSA that cannot be trusted yet\n');
  expect(times(false, true)).toContain('from a time stamp of TSA that does not fit\n');
  expect(times(true, true)).toContain(
    '24 November 2026 10:15 WITA, by the signer’s computer (not proven)\n',
  );
  expect(times(true, true)).toContain('The two are 1 minute apart. A few minutes are usual');
  expect(times(true, true)).toContain('no complete revocation data in the document (no LTV)');
  expect(times(false, true)).not.toContain('apart');
});

test.each([
  ['TOTAL_PASSED', [], 'Dokumen valid, Sertifikat yang digunakan terpercaya'],
  ['NO_SIGNATURE', [], 'Dokumen belum ditandatangani secara elektronik'],
  [
    'TOTAL_FAILED',
    [
      {
        ...SIGNATURE,
        ...{ indication: 'TOTAL_FAILED', intact: false },
        reasons: [{ code: 'DIGEST_MISMATCH', params: {} }],
      },
    ],
    'Konten Dokumen mengalami perubahan oleh pihak yang tidak berhak',
  ],
] as const)('%s is told in the words that officials know', (verdict, signatures, phrase) => {
  const said = printed(report({ verdict, signatures: signatures as never }));
  expect(said).toContain(`Di layanan verifikasi publik hasil seperti ini berbunyi “${phrase}”.\n`);
});

test('a file that cannot be judged is a complaint', () => {
  const shell = testShell();
  const error = new PenaError('PDF_NOT_A_PDF');
  printReport({ report: report({ signatures: [], sha256: null }), error }, shell);
  expect(shell.said.out).toBe('');
  expect(shell.said.err).toMatch(/^Tidak dapat diperiksa: sk\.pdf\n {2}Berkas ini bukan PDF\./);
});

test('the JSON has the names that others build on, in their order', () => {
  const shell = testShell('en');
  const json = jsonReport({ report: report({}), error: null }, shell);
  const names = ['file', 'sha256', 'verdict', 'error', 'signatures', 'revisions'];
  names.push('policy', 'trustDate', 'certificates');
  expect(Object.keys(json)).toEqual(names);
  expect(json).toMatchObject({
    error: null,
    signatures: [
      {
        reasons: [
          {
            code: 'SIGNATURE_INTACT',
            text: 'What was signed has not changed since it was signed.',
          },
          { code: 'REVOCATION_UNKNOWN' },
        ],
      },
    ],
  });
  const failed = jsonReport(
    { report: report({ signatures: [] }), error: new PenaError('FILE_NOT_FOUND', { file: 'x' }) },
    shell,
  );
  expect(failed).toMatchObject({
    error: { code: 'FILE_NOT_FOUND', text: 'The file x was not found. Check its name and folder.' },
  });
});

test('until when the archive’s time stamp has to be renewed', () => {
  const stamp = { ...SIGNATURE, type: 'docTimeStamp', issuedUnder: null } as const;
  const older = { ...stamp, coverage: 'ENTIRE_REVISION' } as const;
  expect(
    printed(report({ signatures: [older, stamp] })).match(/Perbarui sebelum +1 Januari 2027/g),
  ).toHaveLength(1);
  expect(printed(report({}))).not.toContain('Perbarui sebelum');
});

test('a time stamp has an authority, and neither signer nor level', () => {
  const stamp = { ...SIGNATURE, type: 'docTimeStamp', issuedUnder: null } as const;
  const text = printed(report({ signatures: [stamp] }));
  expect(text).toMatch(/^ {2}Otoritas penanda waktu +BUDI$/m);
  expect(text).not.toMatch(/^ {2}(Penanda tangan|Tingkat) /m);
});
