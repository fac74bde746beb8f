// The demo's report: what was done, what came out, what was not looked at, and where the files are.
// For a clerk, so: no abbreviation without its meaning, and nothing said that was not seen.
import { language, say } from '../lib/language.mjs';
import { PRACTICE_PIN } from '../practice/constants.mjs';

/**
 * @typedef {{ world: import('../practice/practice-world.mjs').PracticeWorld, made: boolean,
 *   files: Record<'original' | 'signed' | 'verification' | 'report' | 'anchor' | 'world', string>,
 *   signed: { lines: string[] }, verified: { lines: string[], report: any },
 *   opinion: string | null, images: readonly string[],
 *   tsaUrl: string | null }} DemoResult
 */

/**
 * @param {DemoResult} result
 * @returns {string} lines of at most about 100 characters, with a newline at the end
 */
export function writeReport(result) {
  const lines = [
    say('LAPORAN LATIHAN PENA', 'PENA PRACTICE REPORT'),
    '',
    say(
      'Ini latihan. Sertifikat, token, dan keputusan ini tidak mempunyai kekuatan hukum.',
      'This is practice. Certificate, token and decree have no legal force.',
    ),
    '',
    ...section(say('Yang dilakukan', 'What was done'), done(result)),
    ...section(say('Hasil pemeriksaan', 'What verification found'), found(result)),
    ...section(say('Belum dinilai atau belum pasti', 'Not judged, or not certain'), open(result)),
    ...section(say('Berkas', 'Files'), fileList(result)),
    ...section(say('Perintah yang dijalankan', 'The commands that ran'), [
      ...result.signed.lines,
      say(
        '(PIN atau frasa sandi diberikan lewat --pin-stdin)',
        '(with PIN or passphrase over --pin-stdin)',
      ),
      ...result.verified.lines,
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** @param {DemoResult} result */
function done({ world, made, tsaUrl }) {
  const key =
    world.tokenLabel === null
      ? say(
          'berkas PKCS#12 latihan (tidak ada token di komputer ini)',
          'a practice PKCS#12 file (no token on this computer)',
        )
      : say(
          `token latihan "${world.tokenLabel}" (PIN latihan ${PRACTICE_PIN})`,
          `the practice token "${world.tokenLabel}" (practice PIN ${PRACTICE_PIN})`,
        );
  return [
    made
      ? say(
          'Dunia latihan dibuat baru: CA, penanda tangan, kunci.',
          'A new practice world was made: CA, signer, key.',
        )
      : say(
          'Dunia latihan yang sudah ada dipakai lagi.',
          'The practice world that was there was used again.',
        ),
    say(
      `Keputusan contoh ditandatangani dengan ${key}.`,
      `The sample decree was signed with ${key}.`,
    ),
    tsaUrl === null
      ? say('Tanpa penanda waktu dan bukti pencabutan.', 'Without time stamp and revocation data.')
      : say(
          'Penanda waktu dan bukti bahwa sertifikat tidak dicabut ikut disimpan di dalamnya (B-LTA).',
          'Time stamps and proof that the certificate is not revoked were put into it (B-LTA).',
        ),
    say(
      'Tanda tangan diperiksa kembali, tanpa jaringan.',
      'The signature was verified, without network.',
    ),
  ];
}

/** @param {DemoResult} result */
function found({ verified: { report }, opinion }) {
  const signature = report.signatures[0];
  if (signature === undefined) return [say('Tidak ada tanda tangan.', 'There is no signature.')];
  const issuedByPractice = typeof signature.trustAnchor === 'string';
  return [
    row(say('Kesimpulan', 'Verdict'), `${verdict(report.verdict)} (${report.verdict})`),
    row(
      say('Isi dokumen', 'Content'),
      signature.intact
        ? say('utuh sejak ditandatangani', 'unchanged since it was signed')
        : say('BERUBAH sesudah ditandatangani', 'CHANGED after it was signed'),
    ),
    row(
      say('Cakupan', 'Coverage'),
      signature.coverage === 'ENTIRE_FILE' || signature.modification === 'LTA_UPDATES'
        ? say('seluruh isi dokumen', 'the whole content')
        : say(`sebagian (${signature.coverage})`, `a part (${signature.coverage})`),
    ),
    row(say('Penanda tangan', 'Signer'), commonName(signature.signer?.subject)),
    row(
      say('Diterbitkan oleh', 'Issued by'),
      `${commonName(signature.signer?.issuer)} (${
        issuedByPractice
          ? say('dipercaya, hanya untuk latihan ini', 'trusted, for this practice only')
          : say('tidak dipercaya', 'not trusted')
      })`,
    ),
    row(
      say('Waktu', 'Time'),
      signature.bestTime === null
        ? `${time(signature.claimedTime)} ${say('(jam komputer penanda tangan)', '(by the signer’s computer)')}`
        : `${time(signature.bestTime)} ${say('(dibuktikan penanda waktu)', '(proven by a time stamp)')}`,
    ),
    row(
      say('Program lain', 'Another program'),
      opinion === null
        ? say('pdfsig tidak terpasang', 'pdfsig is not installed')
        : `pdfsig: ${opinion}`,
    ),
  ];
}

/** Reasons that speak for the signature; the rows above say the same. */
const IN_FAVOUR = [
  ...['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'NOT_REVOKED', 'TIMESTAMP_PRESENT'],
  ...['LATER_CHANGES_ALLOWED', 'PROOF_ADDED', 'SECURITY_STORE_ADDED'],
];

/**
 * What keeps the verdict from being more than it is.
 * @param {DemoResult} result
 */
function open({ verified: { report } }) {
  /** @type {{ code: string, text: string }[]} */
  const reasons = report.signatures[0]?.reasons ?? [];
  const against = reasons.filter(({ code }) => !IN_FAVOUR.includes(code)).map(({ text }) => text);
  if (against.length === 0) return [say('Tidak ada.', 'Nothing.')];
  if (report.verdict !== 'INDETERMINATE') return against;
  return [
    ...against,
    say(
      'Karena itu Pena tidak menyatakan tanda tangan ini sah, walaupun utuh.',
      'That is why Pena does not call this signature valid, although it is intact.',
    ),
  ];
}

/** @param {DemoResult} result */
function fileList({ files, images }) {
  return [
    row(say('Ditandatangani', 'Signed'), files.signed),
    row(say('Asli', 'Original'), files.original),
    ...images.map((path, i) => row(say(`Gambar hlm. ${i + 1}`, `Picture, p. ${i + 1}`), path)),
    row(say('Hasil (JSON)', 'Result (JSON)'), files.verification),
    row(say('Laporan ini', 'This report'), files.report),
    row(say('CA latihan', 'Practice CA'), files.anchor),
    row(say('Dunia latihan', 'Practice world'), files.world),
  ];
}

/** @param {string} title @param {readonly string[]} lines */
const section = (title, lines) => [title, ...lines.map((line) => `  ${line}`), ''];

/** @param {string} label @param {string} value */
const row = (label, value) => `${label.padEnd(17)}: ${value}`;

/** The words of `pena verify`. @param {string} code */
function verdict(code) {
  switch (code) {
    case 'TOTAL_PASSED':
      return say('SAH: dapat diandalkan', 'VALID: can be relied on');
    case 'INDETERMINATE':
      return say('BELUM DAPAT DIPASTIKAN', 'CANNOT BE CONFIRMED YET');
    case 'TOTAL_FAILED':
      return say('JANGAN DIANDALKAN', 'DO NOT RELY ON IT');
    default:
      return code;
  }
}

/** @param {string | undefined} name a distinguished name as text */
const commonName = (name) => /CN=([^,\n]+)/.exec(name ?? '')?.[1] ?? name ?? '?';

/** @param {string | null | undefined} iso */
function time(iso) {
  if (typeof iso !== 'string') return say('tidak tercantum', 'not stated');
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Asia/Jakarta',
  })
    .format(new Date(iso))
    .concat(' WIB');
}
