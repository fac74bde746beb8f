// "Apa yang harus saya lakukan sekarang": satu atau dua kalimat untuk setiap alasan, bagi petugas yang membacanya.
import type { ReasonCode } from '../reason-code.ts';

const ASK_ORIGINAL =
  'Jangan gunakan berkas ini. Mintalah dokumen asli kepada penanda tangan atau instansi penerbit, melalui jalur yang sudah Anda kenal.';
const ASK_AGAIN = 'Mintalah dokumen ini ditandatangani ulang.';
const COMPARE =
  'Buka dokumen sebagaimana saat ditandatangani dan bandingkan dengan yang sekarang; bila berbeda, yang berlaku adalah yang ditandatangani. Bila ragu, mintalah dokumen asli.';
const NOTHING = 'Tidak ada yang perlu dilakukan.';

export const REASON_HELP_ID: Readonly<Record<ReasonCode, string>> = {
  SIGNATURE_INTACT: NOTHING,
  CHAIN_TRUSTED: NOTHING,
  TIMESTAMP_PRESENT:
    'Tidak ada yang perlu dilakukan. Waktu ini yang dipakai, bukan waktu dari komputer penanda tangan.',
  LATER_CHANGES_ALLOWED:
    'Tidak ada yang perlu dilakukan. Tambahan seperti paraf, tanda tangan berikutnya, atau isian formulir memang boleh dibubuhkan sesudahnya.',
  NOT_REVOKED: NOTHING,
  REVOKED_LATER:
    'Tanda tangan ini tetap berlaku. Dokumen lain yang ditandatangani setelah tanggal pencabutan perlu diperiksa tersendiri.',
  TIMESTAMP_AUTHORITY_REVOKED:
    'Waktu penandatanganan tidak dapat dibuktikan dengan penanda waktu ini. Tanyakan kepada penanda tangan apakah ada salinan dengan penanda waktu lain.',
  TIMESTAMP_STATUS_OLD:
    'Tidak ada yang perlu dilakukan. Bila dokumen ini penting, periksa sekali lagi dengan komputer yang terhubung ke internet.',

  BYTE_RANGE_INVALID: ASK_ORIGINAL,
  CONTENTS_MALFORMED:
    'Berkas mungkin rusak saat dikirim atau disimpan ulang. Unduh sekali lagi dari sumbernya, atau mintalah salinan baru.',
  DIGEST_MISMATCH: `Layanan verifikasi lain menyebutnya “Konten Dokumen mengalami perubahan”. ${ASK_ORIGINAL}`,
  SIGNATURE_VALUE_WRONG: `Tanda tangan ini tidak dibuat oleh pemilik sertifikat yang tercantum. ${ASK_ORIGINAL}`,
  SIGNED_ATTRIBUTES_MISSING: `Tanda tangan tidak lengkap menurut standar. ${ASK_AGAIN}`,
  SIGNING_CERTIFICATE_MISMATCH: `Sertifikat di dalam berkas mungkin sudah ditukar. ${ASK_ORIGINAL}`,
  CERTIFICATE_MISSING: `Tanpa sertifikat, penanda tangan tidak dapat dikenali. ${ASK_AGAIN}`,
  KEY_USAGE_WRONG:
    'Mintalah dokumen ditandatangani ulang dengan sertifikat elektronik untuk tanda tangan. Pemiliknya dapat bertanya kepada Dinas Kominfo sebagai Otoritas Pendaftaran.',
  SIGNED_IN_PRACTICE:
    'Jangan gunakan berkas ini sebagai dokumen resmi. Mintalah kepada pengirimnya dokumen yang ditandatangani dengan sertifikat elektronik yang sebenarnya.',
  PRACTICE_SIGNATURE:
    'Tidak ada yang perlu dilakukan. Di luar mode latihan, berkas ini disebut tidak berlaku.',
  TIMESTAMP_BEFORE_CERTIFICATE:
    'Waktu dan sertifikat tidak cocok satu sama lain. Tanyakan kepada penanda tangan, dan mintalah dokumen ditandatangani ulang.',
  CONTENT_TIMESTAMP_PRESENT:
    'Tidak ada yang perlu dilakukan. Tanda tangan tidak lebih lama daripada waktu ini.',
  CERTIFICATE_SUSPENDED:
    'Periksa sekali lagi beberapa hari kemudian dengan komputer yang terhubung ke internet: pembekuan mungkin sudah dicabut kembali, atau menjadi pencabutan. Tanyakan kepada penanda tangan mengapa sertifikatnya dibekukan.',
  REVOCATION_TOLD_TOO_LATE:
    'Periksa dengan komputer yang terhubung ke internet, supaya keterangan yang lebih baru ditanyakan.',
  CONTENT_TIMESTAMP_LATER:
    'Salah satu dari kedua waktu itu keliru, sehingga waktu penandatanganan tidak pasti. Tanyakan kepada penanda tangan, atau mintalah salinan yang penanda waktunya benar.',
  SIGNED_AFTER_REVOCATION:
    'Jangan andalkan tanda tangan ini. Beri tahu penanda tangan, karena kuncinya mungkin dipakai orang lain, dan mintalah dokumen ditandatangani dengan sertifikat yang masih berlaku.',
  SIGNED_AFTER_EXPIRY:
    'Jangan andalkan tanda tangan ini. Mintalah dokumen ditandatangani dengan sertifikat yang masih berlaku.',
  ALGORITHM_WEAK_WHEN_MADE: 'Mintalah dokumen ditandatangani ulang dengan program yang mutakhir.',
  CONTENT_TIMESTAMP_UNUSED:
    'Tidak ada yang perlu dilakukan. Tanda tangan dinilai tanpa penanda waktu ini.',
  SIGNATURE_POLICY_NAMED:
    'Tidak ada yang perlu dilakukan. Siapa yang menyepakati kebijakan itu dengan penanda tangan dapat membacanya tersendiri.',
  TIMESTAMPS_OUT_OF_ORDER:
    'Salah satu dari kedua waktu itu keliru, sehingga waktu penandatanganan tidak pasti. Tanyakan kepada penanda tangan, atau mintalah salinan yang penanda waktunya benar.',
  SIGNATURE_REMOVED:
    'Berkas ini tidak lagi dokumen yang ditandatangani. Buka atau simpan dokumen sebagaimana saat ditandatangani: itu yang dipertanggungjawabkan penanda tangan. Tanyakan kepadanya mengapa tanda tangannya dihapus.',
  SIGNATURE_REPLACED: NOTHING,
  STRUCTURE_FORGED: ASK_ORIGINAL,
  CERTIFICATION_BROKEN: `Pembuat dokumen melarang perubahan seperti ini. ${COMPARE}`,
  LOCKED_FIELD_CHANGED: `Isian yang sudah dikunci tidak boleh berubah. ${COMPARE}`,
  STAMP_UNFORESEEN:
    'Percayai nama penanda tangan pada laporan ini, bukan gambar pada halaman. Periksa apakah gambar itu menutupi isi; bila ya, mintalah dokumen asli.',

  SUBFILTER_UNSUPPORTED:
    'Periksa dokumen di layanan verifikasi BSrE atau dengan pembaca PDF lain, atau mintalah dokumen ditandatangani ulang dengan jenis yang lazim (PAdES).',
  ALGORITHM_UNSUPPORTED:
    'Periksa dokumen di layanan verifikasi BSrE atau dengan pembaca PDF lain, atau mintalah dokumen ditandatangani ulang.',
  ALGORITHMS_MISFIT: `Dokumen mungkin utuh, tetapi tanda tangannya tidak dibuat menurut standar. ${ASK_AGAIN}`,
  ALGORITHM_WEAK: `Tanda tangan dengan algoritma lama dapat ditiru orang lain. ${ASK_AGAIN}`,
  SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT:
    'Tidak ada yang perlu dilakukan; tanda tangan BSrE memang dibuat demikian.',
  CHAIN_NOT_FOUND:
    'Periksa siapa penerbit sertifikatnya. Untuk dokumen dinas, penerbitnya seharusnya BSrE (Pasal 6). Bila penerbit itu memang diakui, administrator dapat menambahkan akarnya di pengaturan.',
  CHAIN_INVALID:
    'Sertifikat ini tidak diterbitkan sesuai aturan. Jangan diandalkan sebelum penerbitnya, atau Dinas Kominfo, memberi penjelasan.',
  NO_ANCHORS:
    'Mintalah administrator memasang daftar akar yang dipercaya, lalu periksa dokumen ini sekali lagi.',
  CERTIFICATE_EXPIRED:
    'Dokumen lama bisa saja asli: setiap sertifikat memang berakhir masa berlakunya. Mintalah salinan dengan penanda waktu yang masih dapat dipercaya, atau minta penanda tangan menegaskan bahwa dokumen ini miliknya.',
  CERTIFICATE_NOT_YET_VALID:
    'Periksa tanggal pada komputer ini. Bila sudah benar, mintalah dokumen ditandatangani ulang setelah sertifikatnya berlaku.',
  CERTIFICATE_REVOKED:
    'Jangan mengandalkan tanda tangan ini. Hubungi penanda tangan melalui jalur lain; bila dokumennya memang miliknya, mintalah ditandatangani ulang dengan sertifikat yang baru.',
  AUTHORITY_REVOKED:
    'Jangan mengandalkan tanda tangan ini sebelum Dinas Kominfo atau BSrE menjelaskan pencabutan penerbit tersebut.',
  REVOCATION_UNKNOWN:
    'Hubungkan komputer ke internet lalu periksa sekali lagi. Bila tetap sama, periksa juga di layanan verifikasi BSrE, atau tanyakan kepada penanda tangan.',
  TIMESTAMP_REVOCATION_UNKNOWN: 'Hubungkan komputer ke internet lalu periksa sekali lagi.',
  COVERAGE_PARTIAL: `Bagian yang tidak tercakup bisa berisi apa saja. ${ASK_ORIGINAL}`,
  FILE_INCOMPLETE:
    'Unduh berkas sekali lagi, atau mintalah salinan baru. Sementara itu, buka atau simpan dokumen sebagaimana saat ditandatangani; bagian itu utuh.',
  STRUCTURE_UNCLEAR: COMPARE,
  KEY_REPEATED: ASK_ORIGINAL,
  COMMENTS_UNFORESEEN:
    'Baca catatan dan coretannya: semuanya bukan dari penanda tangan. Bila mengubah arti isi, pakailah dokumen sebagaimana saat ditandatangani.',
  TIMESTAMP_BROKEN:
    'Waktu penandatanganan tidak terbukti. Bila waktunya penting bagi Anda, tanyakan kepada penanda tangan.',
  TIMESTAMP_CERTIFICATE_MISSING:
    'Waktu penandatanganan belum terbukti. Bila waktunya penting bagi Anda, mintalah salinan yang dilengkapi bukti jangka panjang.',
  TIMESTAMP_UNTRUSTED:
    'Waktu penandatanganan belum terbukti. Bila waktunya penting bagi Anda, mintalah salinan yang penanda waktunya diperbarui.',
  LIMIT_EXCEEDED: ASK_ORIGINAL,

  MODIFICATION_NOT_JUDGED: COMPARE,
  TIMESTAMP_NOT_JUDGED:
    'Mintalah administrator memasang daftar akar yang dipercaya, lalu periksa dokumen ini sekali lagi.',

  VALIDATION_DATA_ADDED: 'Tidak ada yang perlu dilakukan; isi dokumen tidak berubah.',
  DOCUMENT_TIMESTAMP_ADDED: 'Tidak ada yang perlu dilakukan; isi dokumen tidak berubah.',
  METADATA_CHANGED: 'Tidak ada yang perlu dilakukan; halaman dokumen tidak berubah.',
  EXTENSIONS_CHANGED: NOTHING,
  SIGNATURE_ADDED:
    'Lihat hasil untuk tanda tangan itu sendiri; setiap tanda tangan dinilai satu per satu.',
  SIGNATURE_FIELD_ADDED: NOTHING,
  FIELD_FILLED:
    'Pastikan isiannya memang diharapkan: isian ini dibubuhkan setelah tanda tangan, oleh siapa pun yang memegang berkas.',
  FORM_EXTENDED: NOTHING,
  STRUCTURE_EXTENDED: NOTHING,
  ANNOTATION_ADDED: 'Baca catatannya: catatan itu bukan dari penanda tangan.',
  ANNOTATION_CHANGED: 'Baca catatannya: perubahan itu bukan dari penanda tangan.',
  ANNOTATION_REMOVED:
    'Catatan yang dihapus masih dapat dibaca pada dokumen sebagaimana saat ditandatangani.',

  APPEARANCE_WITHOUT_VALUE: COMPARE,
  VALUE_NOT_SHOWN: COMPARE,
  FIELDS_DRAWN_ANEW: COMPARE,
  CONTENT_MAY_BE_COVERED: `Lihat apakah ada tulisan atau gambar yang menutupi isi. ${COMPARE}`,
  READ_ONLY_FIELD_FILLED: `Isian seperti ini tidak dapat diketik di pembaca PDF biasa. ${COMPARE}`,
  STAMP_COVERS_TEXT:
    'Buka dokumen sebagaimana saat ditandatangani dan bacalah tulisan di bawah tampilan itu. Bila hanya tempat tanda tangan yang tertutup, isi dokumen tidak berubah; bila tulisan lain, mintalah dokumen asli.',
  STAMP_ALTERS_TEXT:
    'Buka dokumen sebagaimana saat ditandatangani dan bandingkan tulisannya huruf demi huruf dengan yang tampak sekarang. Yang berlaku ialah tulisan saat ditandatangani; bila yang tampak berbeda, mintalah dokumen asli.',
  STAMP_ON_UNREAD_PICTURE:
    'Buka dokumen sebagaimana saat ditandatangani dan lihat apa yang ada di bawah tampilan itu. Bila hanya kertas kosong, isi dokumen tidak berubah; bila ada yang lain, mintalah dokumen asli.',

  PAGE_CONTENT_CHANGED: COMPARE,
  FONT_CHANGED: COMPARE,
  GRAPHIC_CHANGED: COMPARE,
  PAGES_CHANGED: COMPARE,
  SIGNED_FIELD_CHANGED: COMPARE,
  SIGNATURE_VALUE_CHANGED: ASK_ORIGINAL,
  SIGNATURE_VALUE_SHARED: ASK_ORIGINAL,
  SIGNATURE_FORGED: ASK_ORIGINAL,
  STAMP_WITHOUT_SIGNATURE:
    'Gambar itu bukan bukti tanda tangan. Hanya nama yang disebut dalam laporan ini yang menandatangani; mintalah dokumen asli bila nama lain diperlukan.',
  FIELD_CHANGED: COMPARE,
  FIELD_ADDED: COMPARE,
  FIELD_REMOVED: COMPARE,
  FORM_CHANGED: COMPARE,
  ANNOTATION_ACTS:
    'Jangan membuka lampiran atau menekan apa pun pada catatan itu. Mintalah dokumen asli.',
  ACTIONS_CHANGED: ASK_ORIGINAL,
  LAYERS_CHANGED: COMPARE,
  NAMES_CHANGED: `Jangan membuka lampirannya. ${COMPARE}`,
  NAVIGATION_CHANGED: `Jangan menekan tautannya. ${COMPARE}`,
  STRUCTURE_CHANGED: COMPARE,
  PERMISSIONS_CHANGED: COMPARE,
  CATALOG_REPLACED: ASK_ORIGINAL,
  DOCUMENT_CHANGED: COMPARE,
};
