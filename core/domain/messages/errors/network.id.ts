// Jaringan, cap waktu, dan pencabutan.
import type { ErrorCode } from '../../error-code.ts';

export const NETWORK_ERRORS_ID = {
  NET_UNREACHABLE:
    'Server[ {host}] tidak dapat dihubungi. Periksa sambungan jaringan dan pengaturan proksi, lalu ulangi.',
  NET_TIMEOUT:
    'Server[ {host}] tidak menjawab pada waktunya[ ({seconds} detik)], jadi tidak ditunggu lagi. Ulangi beberapa saat lagi.',
  NET_INTERRUPTED:
    'Sambungan dengan server[ {host}] terputus sebelum jawabannya lengkap. Ulangi beberapa saat lagi.',
  NET_STATUS:
    'Server[ {host}] menjawab dengan kesalahan[ (status HTTP {status})]. Ulangi beberapa saat lagi.',
  NET_AUTH:
    'Server[ {host}] meminta nama pengguna dan kata sandi, atau menolak yang diberikan. Periksa keduanya di pengaturan.',
  NET_TOO_LARGE:
    'Jawaban server[ {host}] terlalu besar dan tidak diterima. Sampaikan kode ini kepada bagian bantuan.',
  NET_REDIRECT:
    'Server[ {host}] mengalihkan permintaan ke alamat yang tidak dapat diikuti dengan aman. Sampaikan kode ini kepada bagian bantuan.',
  NET_TLS:
    'Sambungan aman dengan server[ {host}] tidak dapat dibuat[ ({cause})]. Periksa tanggal komputer ini, atau hubungi pengelola jaringan Anda.',
  NET_PROXY:
    'Proksi[ {proxy}] tidak dapat dipakai[ (status HTTP {status})]. Periksa pengaturan proksi, atau hubungi pengelola jaringan Anda.',
  NET_ADDRESS_INVALID:
    'Alamat[ {address}] bukan alamat http atau https yang dapat dipakai. Periksa alamat itu di pengaturan.',

  TSA_REFUSED: 'Otoritas penanda waktu[ {authority}] menolak permintaan[ ({failure})].',
  TSA_MALFORMED:
    'Jawaban otoritas penanda waktu[ {authority}] rusak atau bukan penanda waktu, jadi tidak dipakai.',
  TSA_NONCE_MISMATCH:
    'Jawaban otoritas penanda waktu[ {authority}] bukan untuk permintaan ini, jadi tidak dipakai.',
  TSA_IMPRINT_MISMATCH:
    'Penanda waktu[ dari {authority}] dibuat untuk data lain, jadi tidak dipakai.',
  TSA_POLICY_MISMATCH:
    'Penanda waktu[ dari {authority}] dibuat menurut kebijakan lain daripada yang diminta, jadi tidak dipakai.',
  TSA_SIGNATURE_WRONG:
    'Tanda tangan pada penanda waktu[ dari {authority}] tidak benar, jadi tidak dipakai.',
  TSA_CERTIFICATE_UNFIT:
    'Sertifikat otoritas penanda waktu[ {authority}] tidak ada, atau tidak diterbitkan untuk penanda waktu. Penanda waktunya tidak dipakai.',
  TSA_CERTIFICATE_EXPIRED:
    'Sertifikat otoritas penanda waktu[ {authority}] tidak berlaku pada waktu yang dinyatakannya. Penanda waktunya tidak dipakai.',
  TSA_CERTIFICATE_UNTRUSTED:
    'Sertifikat otoritas penanda waktu[ {authority}] tidak berasal dari akar yang dipercaya. Penanda waktunya tidak dipakai. Bila itu milik kantor Anda, sebutkan akarnya atau sertifikatnya di pengaturan.',
  TSA_UNAVAILABLE:
    'Tidak ada otoritas penanda waktu yang memberi penanda waktu yang dapat dipakai[ ({authorities})]. Periksa jaringan, atau lengkapi penanda waktunya nanti.',

  REVOCATION_NO_SOURCE: 'Sertifikat[ {name}] tidak menyebutkan tempat menanyakan pencabutannya.',
  OCSP_MALFORMED: 'Jawaban OCSP[ dari {host}] rusak sehingga tidak dapat dibaca.',
  OCSP_REFUSED: 'Server OCSP[ {host}] tidak bersedia menjawab[ ({status})].',
  OCSP_RESPONDER_UNAUTHORIZED:
    'Jawaban OCSP[ dari {host}] ditandatangani pihak yang tidak berwenang, jadi tidak dipakai.',
  OCSP_SIGNATURE_WRONG:
    'Tanda tangan pada jawaban OCSP[ dari {host}] tidak benar, jadi tidak dipakai.',
  OCSP_EXTENSION_UNSUPPORTED:
    'Jawaban OCSP[ dari {host}] memuat syarat yang belum dikenal Pena, jadi tidak dipakai.',
  OCSP_CERTIFICATE_MISMATCH:
    'Jawaban OCSP[ dari {host}] bukan tentang sertifikat ini, jadi tidak dipakai.',
  OCSP_NONCE_MISMATCH: 'Jawaban OCSP[ dari {host}] bukan untuk permintaan ini, jadi tidak dipakai.',
  OCSP_CERTIFICATE_UNKNOWN: 'Server OCSP[ {host}] tidak mengenal sertifikat ini.',
  OCSP_NOT_CURRENT:
    'Jawaban OCSP[ dari {host}] tidak berlaku pada waktu yang ditanyakan[ (berlaku sampai {nextUpdate})].',
  CRL_MALFORMED: 'Daftar pencabutan (CRL)[ dari {host}] rusak sehingga tidak dapat dibaca.',
  CRL_ISSUER_UNKNOWN:
    'Penerbit daftar pencabutan (CRL)[ dari {host}] tidak dapat dipastikan, jadi daftarnya tidak dipakai.',
  CRL_SIGNATURE_WRONG:
    'Tanda tangan pada daftar pencabutan (CRL)[ dari {host}] tidak benar, jadi daftarnya tidak dipakai.',
  CRL_EXTENSION_UNSUPPORTED:
    'Daftar pencabutan (CRL)[ dari {host}] memuat syarat yang belum dikenal Pena, jadi daftarnya tidak dipakai.',
  CRL_SCOPE:
    'Daftar pencabutan (CRL)[ dari {host}] tidak mencakup sertifikat ini, atau tidak mencakup semua alasan pencabutan.',
  CRL_NOT_CURRENT:
    'Daftar pencabutan (CRL)[ dari {host}] tidak berlaku pada waktu yang ditanyakan[ (berlaku sampai {nextUpdate})].',
} satisfies Partial<Record<ErrorCode, string>>;
