// Alasan sebuah hasil verifikasi dalam Bahasa Indonesia. {kurung} diisi dari parameter alasan; nilai waktu ISO 8601.
import type { ReasonCode } from '../reason-code.ts';

export const REASONS_ID: Readonly<Record<ReasonCode, string>> = {
  SIGNATURE_INTACT: 'Isi yang ditandatangani tidak berubah sejak ditandatangani.',
  CHAIN_TRUSTED: 'Sertifikat penanda tangan terhubung dengan akar yang dipercaya, {anchor}.',
  TIMESTAMP_PRESENT:
    'Stempel waktu dari {authority} membuktikan bahwa tanda tangan sudah ada pada {time}.',

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
  TIMESTAMP_BEFORE_CERTIFICATE:
    'Stempel waktu menunjukkan {time}, sebelum sertifikat penanda tangan mulai berlaku pada {notBefore}.',

  SUBFILTER_UNSUPPORTED: 'Jenis tanda tangan ini ({subFilter}) belum dapat diperiksa.',
  ALGORITHM_UNSUPPORTED: 'Algoritma tanda tangan ini ({algorithm}) belum dapat diperiksa.',
  ALGORITHM_WEAK: 'Tanda tangan bergantung pada algoritma {algorithm} yang sudah tidak aman.',
  SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT:
    'Tanda tangan tidak menyebut sertifikatnya sendiri. Hal ini lazim pada tanda tangan BSrE dan tidak mengubah hasil.',
  CHAIN_NOT_FOUND:
    'Sertifikat penanda tangan tidak terhubung dengan akar yang dipercaya. Penerbitnya {issuer}.',
  CHAIN_INVALID:
    'Rantai sertifikat tidak memenuhi aturan: sertifikat {name} tidak sesuai ketentuan {rule}.',
  NO_ANCHORS:
    'Belum ada akar yang dipercaya di program ini, sehingga penerbit sertifikat tidak dapat dinilai.',
  CERTIFICATE_EXPIRED:
    'Sertifikat {name} kedaluwarsa pada {notAfter}, dan belum terbukti bahwa tanda tangan dibuat sebelumnya.',
  CERTIFICATE_NOT_YET_VALID: 'Sertifikat {name} baru mulai berlaku pada {notBefore}.',
  COVERAGE_PARTIAL: 'Tanda tangan hanya mencakup sebagian berkas.',
  TIMESTAMP_BROKEN:
    'Stempel waktu tidak cocok dengan tanda tangan ini, sehingga waktunya tidak dipakai.',
  TIMESTAMP_UNTRUSTED:
    'Stempel waktu dari {authority} tidak dapat dipercaya saat ini, sehingga waktunya tidak dipakai.',
  LIMIT_EXCEEDED:
    'Berkas memuat tanda tangan yang saling tumpang-tindih secara tidak wajar, sehingga tidak semuanya diperiksa.',

  REVOCATION_NOT_JUDGED: 'Belum diperiksa apakah sertifikat sudah dicabut.',
  MODIFICATION_NOT_JUDGED:
    'Ada tambahan pada berkas setelah tanda tangan ini, dan tambahan itu belum dinilai.',
  TIMESTAMP_NOT_JUDGED:
    'Stempel waktu dari {authority} belum dinilai karena belum ada akar yang dipercaya.',
};
