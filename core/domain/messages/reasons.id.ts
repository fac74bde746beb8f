// Alasan sebuah hasil verifikasi dalam Bahasa Indonesia. {kurung} diisi dari parameter alasan; nilai waktu ISO 8601.
import type { ReasonCode } from '../reason-code.ts';

export const REASONS_ID: Readonly<Record<ReasonCode, string>> = {
  SIGNATURE_INTACT: 'Isi yang ditandatangani tidak berubah sejak ditandatangani.',
  CHAIN_TRUSTED: 'Sertifikat penanda tangan terhubung dengan akar yang dipercaya, {anchor}.',
  TIMESTAMP_PRESENT: 'Terbukti sudah ada pada {time}, menurut penanda waktu dari {authority}.',

  NOT_REVOKED: 'Sertifikat penanda tangan tidak dicabut menurut keterangan tanggal {time}.',
  REVOKED_LATER:
    'Sertifikat[ {name}] dicabut[ pada {time}][ ({reason})], setelah tanda tangan ini terbukti ada. Tanda tangan ini tidak terpengaruh.',
  TIMESTAMP_AUTHORITY_REVOKED:
    'Sertifikat {authority} sudah dicabut, sehingga penanda waktunya tidak membuktikan apa-apa.',
  CONTENT_TIMESTAMP_UNUSED:
    'Penanda waktu pada isi dokumen[ dari {authority}] tidak cocok atau tidak dapat dipercaya, sehingga waktunya tidak dipakai.',
  SIGNATURE_POLICY_NAMED:
    'Penanda tangan menyebut kebijakan tanda tangan tersendiri ({policy}). Kebijakan itu tidak diikuti di sini dan tidak mengubah hasil.',
  TIMESTAMP_STATUS_OLD:
    'Sertifikat penanda waktu {authority} tidak dicabut menurut keterangan tanggal {time}. Keterangan yang lebih baru belum ditanyakan.',
  CERTIFICATE_REVOKED:
    'Sertifikat[ {name}] dicabut[ pada {time}][ ({reason})], dan tidak terbukti bahwa tanda tangan dibuat sebelumnya.',
  AUTHORITY_REVOKED:
    'Sertifikat penerbit[ {name}] dicabut[ pada {time}][ ({reason})], dan tidak terbukti bahwa tanda tangan dibuat sebelumnya.',
  CERTIFICATE_SUSPENDED:
    'Sertifikat[ {name}] dibekukan sementara[ sejak {time}], dan tidak terbukti bahwa tanda tangan dibuat sebelumnya. Pembekuan masih dapat dicabut kembali.',
  REVOCATION_UNKNOWN: 'Belum diketahui apakah sertifikat[ {name}] sudah dicabut.',
  REVOCATION_TOLD_TOO_LATE:
    'Keterangan tentang pencabutan sertifikat {name} diberikan oleh {speaker}, yang sertifikatnya sendiri kedaluwarsa pada {notAfter}.',
  TIMESTAMP_REVOCATION_UNKNOWN:
    'Belum diketahui apakah sertifikat penanda waktu[ ({authority})] sudah dicabut.',

  BYTE_RANGE_INVALID:
    'Tanda tangan tidak menunjuk isi berkas dengan benar, sehingga tidak pasti apa yang ditandatangani.',
  CONTENTS_MALFORMED: 'Data tanda tangan rusak atau tidak lengkap, sehingga tidak dapat dibaca.',
  DIGEST_MISMATCH: 'Isi dokumen berubah setelah ditandatangani.',
  SIGNATURE_VALUE_WRONG: 'Nilai tanda tangan tidak cocok dengan sertifikat penanda tangan.',
  SIGNED_ATTRIBUTES_MISSING: 'Tanda tangan tidak memuat keterangan yang wajib ada ({attribute}).',
  SIGNING_CERTIFICATE_MISMATCH:
    'Sertifikat di dalam dokumen bukan sertifikat yang disebut oleh tanda tangan.',
  CERTIFICATE_MISSING: 'Sertifikat penanda tangan tidak ada di dalam dokumen.',
  KEY_USAGE_WRONG: 'Sertifikat {name} tidak diterbitkan untuk keperluan ini.',
  SIGNED_IN_PRACTICE:
    'Ditandatangani dalam mode latihan atau dengan sertifikat percobaan, jadi tidak berlaku sebagai tanda tangan.',
  PRACTICE_SIGNATURE: 'Tanda tangan ini dibuat untuk latihan dan hanya diakui dalam mode latihan.',
  TIMESTAMP_BEFORE_CERTIFICATE:
    'Penanda waktu menunjukkan {time}, sebelum sertifikat penanda tangan mulai berlaku pada {notBefore}.',
  TIMESTAMPS_OUT_OF_ORDER:
    'Penanda waktu pada tanda tangan ini ({time}) lebih baru daripada penanda waktu dokumen yang dibubuhkan sesudahnya ({later}), padahal seharusnya lebih lama.',

  CONTENT_TIMESTAMP_LATER:
    'Penanda waktu pada isi dokumen ({time}) lebih baru daripada waktu menurut penanda waktu tanda tangannya ({earlier}), padahal seharusnya lebih lama.',
  SIGNED_AFTER_REVOCATION:
    'Sertifikat[ {name}] dicabut pada {time}[ ({reason})], sedangkan tanda tangan dibuat sesudahnya: tanda tangan ini mencakup penanda waktu tanggal {after}.',
  SIGNED_AFTER_EXPIRY:
    'Sertifikat {name} kedaluwarsa pada {notAfter}, sedangkan tanda tangan dibuat sesudahnya: tanda tangan ini mencakup penanda waktu tanggal {after}.',
  SUBFILTER_UNSUPPORTED: 'Jenis tanda tangan ini ({subFilter}) belum dapat diperiksa.',
  ALGORITHM_UNSUPPORTED: 'Algoritma tanda tangan ini ({algorithm}) belum dapat diperiksa.',
  ALGORITHMS_MISFIT:
    'Tanda tangan ini memakai algoritma yang menurut standarnya tidak boleh dipakai bersama ({algorithms}).',
  ALGORITHM_WEAK: 'Tanda tangan bergantung pada algoritma {algorithm} yang sudah tidak aman.',
  ALGORITHM_WEAK_WHEN_MADE:
    'Tanda tangan bergantung pada algoritma {algorithm} yang sudah tidak aman ketika tanda tangan dibuat: tanda tangan ini mencakup penanda waktu tanggal {after}.',
  SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT:
    'Tanda tangan tidak menyebut sertifikatnya sendiri. Hal ini lazim pada tanda tangan BSrE dan tidak mengubah hasil.',
  CHAIN_NOT_FOUND:
    'Sertifikat penanda tangan tidak terhubung dengan akar yang dipercaya. Penerbitnya {issuer}.',
  CHAIN_INVALID: 'Sertifikat {name} di dalam rantai tidak memenuhi aturan: {rule}.',
  NO_ANCHORS:
    'Belum ada akar yang dipercaya di program ini, sehingga penerbit sertifikat tidak dapat dinilai.',
  CERTIFICATE_EXPIRED:
    'Sertifikat {name} kedaluwarsa pada {notAfter}, dan belum terbukti bahwa tanda tangan dibuat sebelumnya.',
  CERTIFICATE_NOT_YET_VALID: 'Sertifikat {name} baru mulai berlaku pada {notBefore}.',
  COVERAGE_PARTIAL: 'Tanda tangan hanya mencakup sebagian berkas.',
  TIMESTAMP_BROKEN:
    'Penanda waktu tidak cocok dengan tanda tangan ini, sehingga waktunya tidak dipakai.',
  TIMESTAMP_CERTIFICATE_MISSING:
    'Sertifikat otoritas penanda waktu tidak ada di dalam dokumen, sehingga waktunya tidak dipakai.',
  TIMESTAMP_UNTRUSTED:
    'Penanda waktu dari {authority} tidak dapat dipercaya saat ini[ (rantai sertifikatnya: {rule})], sehingga waktunya tidak dipakai.',
  LIMIT_EXCEEDED:
    'Berkas memuat tanda tangan yang saling tumpang-tindih secara tidak wajar, sehingga tidak semuanya diperiksa.',

  MODIFICATION_NOT_JUDGED:
    'Ada tambahan pada berkas setelah tanda tangan ini, dan tambahan itu belum dinilai.',
  TIMESTAMP_NOT_JUDGED:
    'Penanda waktu dari {authority} belum dinilai karena belum ada akar yang dipercaya.',

  CONTENT_TIMESTAMP_PRESENT:
    'Penanda waktu dari {authority} membuktikan bahwa isi dokumen sudah ada pada {time}; tanda tangan dibuat sesudahnya.',
  LATER_CHANGES_ALLOWED:
    'Ada tambahan setelah tanda tangan ini, dan semuanya memang diperbolehkan.',
  SIGNATURE_REMOVED:
    'Dokumen ini pernah ditandatangani[ oleh {signer}]; tanda tangannya dihapus oleh perubahan kemudian, pada revisi {revision}.',
  SIGNATURE_REPLACED:
    'Penanda tangan menghapus tanda tangannya yang lama (pada revisi {revision}) sebelum menandatangani lagi. Yang berlaku adalah tanda tangan ini.',
  STRUCTURE_FORGED:
    'Berkas ditambahi setelah ditandatangani dengan cara yang lazim dipakai untuk memalsukan isi ({rule}).',
  CERTIFICATION_BROKEN:
    'Dokumen diubah melebihi izin yang ditetapkan saat disertifikasi ({level}).',
  LOCKED_FIELD_CHANGED: 'Kolom {field} diubah padahal sudah dikunci oleh tanda tangan ini.',
  STAMP_UNFORESEEN:
    'Kolom tanda tangan {field} dipasang kemudian dan terlihat pada dokumen yang sudah disertifikasi. Gambarnya dapat menutupi isi.',
  FILE_INCOMPLETE:
    'Berkas tidak lengkap, sebab yang ditambahkan setelah penandatanganan terpotong. Dokumen sebagaimana saat ditandatangani masih utuh dan dapat diambil dari berkas ini.',
  STRUCTURE_UNCLEAR:
    'Susunan tambahan pada berkas tidak jelas ({rule}), sehingga tampilan dokumen tidak dapat dipastikan.',
  KEY_REPEATED:
    'Berkas ini memuat satu keterangan dua kali dengan isi berlainan (/{key}), sehingga aplikasi yang berbeda dapat menampilkan dokumen yang berbeda.',
  COMMENTS_UNFORESEEN:
    'Catatan atau coretan pada dokumen ditambahkan, diubah, atau dihapus setelah ditandatangani.',

  VALIDATION_DATA_ADDED: 'Data pembuktian tanda tangan ditambahkan.',
  DOCUMENT_TIMESTAMP_ADDED: 'Penanda waktu dokumen ditambahkan ({field}).',
  METADATA_CHANGED: 'Keterangan berkas (metadata) diperbarui.',
  EXTENSIONS_CHANGED: 'Keterangan versi PDF diperbarui.',
  SIGNATURE_ADDED: 'Tanda tangan lain ditambahkan ({field}).',
  SIGNATURE_FIELD_ADDED: 'Kolom tanda tangan yang masih kosong ditambahkan ({field}).',
  FIELD_FILLED: 'Kolom formulir {field} diisi.',
  FORM_EXTENDED: 'Perlengkapan formulir ditambah.',
  STRUCTURE_EXTENDED: 'Penanda aksesibilitas ditambah.',
  ANNOTATION_ADDED: 'Catatan ({kind}) ditambahkan[ pada halaman {page}].',
  ANNOTATION_CHANGED: 'Catatan ({kind})[ pada halaman {page}] diubah.',
  ANNOTATION_REMOVED: 'Catatan ({kind})[ pada halaman {page}] dihapus.',

  VALUE_NOT_SHOWN:
    'Isi kolom formulir {field} diganti setelah ditandatangani, tetapi tampilannya tidak: sebagian aplikasi menampilkan isi yang lama, sebagian yang baru.',
  APPEARANCE_WITHOUT_VALUE:
    'Tampilan kolom formulir {field} diganti padahal isinya tetap, sehingga yang terlihat mungkin bukan yang ditandatangani.',
  FIELDS_DRAWN_ANEW:
    'Berkas meminta semua kolom formulir digambar ulang, sehingga yang terlihat mungkin bukan yang ditandatangani.',
  CONTENT_MAY_BE_COVERED:
    'Yang ditambahkan atau diubah[ ({kind})][ pada halaman {page}] setelah penandatanganan dapat menutupi atau meniru isi dokumen.',
  READ_ONLY_FIELD_FILLED:
    'Kolom formulir {field} diganti isinya, padahal kolom itu hanya untuk dibaca.',
  STAMP_COVERS_TEXT:
    'Tampilan tanda tangan {field} yang dibubuhkan kemudian menutupi tulisan[ pada halaman {page}] yang sudah ditandatangani.',
  STAMP_ALTERS_TEXT:
    'Tampilan tanda tangan {field} yang dibubuhkan kemudian menimpa, mencoret, atau menyambung tulisan[ pada halaman {page}] yang sudah ditandatangani, sehingga dapat terbaca lain.',
  STAMP_ON_UNREAD_PICTURE:
    'Tampilan tanda tangan {field} yang dibubuhkan kemudian terletak di atas gambar[ pada halaman {page}] yang tidak dapat dibaca, sehingga tidak diketahui bagian apa yang ditutupinya dari yang sudah ditandatangani.',

  PAGE_CONTENT_CHANGED: 'Isi dokumen[ pada halaman {page}] berubah setelah ditandatangani.',
  FONT_CHANGED: 'Jenis huruf yang dipakai[ pada halaman {page}] diganti setelah ditandatangani.',
  GRAPHIC_CHANGED: 'Gambar atau lapisan[ pada halaman {page}] diganti setelah ditandatangani.',
  PAGES_CHANGED: 'Halaman ditambah, dihapus, atau diganti setelah ditandatangani.',
  SIGNED_FIELD_CHANGED:
    'Kolom tanda tangan {field} diubah padahal sudah ditandatangani, termasuk kemungkinan tampilannya.',
  SIGNATURE_VALUE_CHANGED: 'Data tanda tangan[ {field}] diubah setelah ditandatangani.',
  SIGNATURE_VALUE_SHARED: 'Satu tanda tangan dipakai oleh lebih dari satu kolom[ ({field})].',
  SIGNATURE_FORGED:
    'Kolom tanda tangan {field} ditambahkan dengan tanda tangan yang tidak dibuat untuk berkas ini.',
  STAMP_WITHOUT_SIGNATURE:
    'Gambar tanda tangan ditambahkan[ pada halaman {page}][ di kolom {field}] tanpa ada yang menandatangani.',
  FIELD_CHANGED: 'Kolom formulir[ {field}] diubah, bukan sekadar diisi.',
  FIELD_ADDED: 'Kolom formulir {field} ditambahkan setelah ditandatangani.',
  FIELD_REMOVED: 'Kolom formulir {field} dihapus setelah ditandatangani.',
  FORM_CHANGED: 'Susunan formulir[ ({part})] diubah setelah ditandatangani.',
  ANNOTATION_ACTS:
    'Catatan ({kind})[ pada halaman {page}] yang membawa berkas atau tindakan ditambahkan atau diubah.',
  ACTIONS_CHANGED: 'Tindakan otomatis di dalam dokumen diubah setelah ditandatangani.',
  LAYERS_CHANGED: 'Lapisan dokumen yang tampil atau tersembunyi diubah setelah ditandatangani.',
  NAMES_CHANGED:
    'Lampiran, skrip, atau daftar nama di dalam dokumen diubah setelah ditandatangani.',
  NAVIGATION_CHANGED: 'Daftar isi atau tautan dokumen diubah setelah ditandatangani.',
  STRUCTURE_CHANGED: 'Penanda struktur dokumen diubah setelah ditandatangani.',
  PERMISSIONS_CHANGED: 'Izin perubahan dokumen diubah setelah ditandatangani.',
  CATALOG_REPLACED: 'Seluruh dokumen diganti dengan dokumen lain setelah ditandatangani.',
  DOCUMENT_CHANGED: 'Bagian dokumen[ ({part})] diubah setelah ditandatangani.',
};
