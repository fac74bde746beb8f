// Permohonan, surat, dan perkara sertifikat.
import type { ErrorCode } from '../../error-code.ts';

export const LIFECYCLE_ERRORS_ID = {
  CMP_PROTECTION_WRONG:
    'Jawaban otoritas sertifikat[ di {host}] tidak dilindungi oleh rahasia atau sertifikat yang semestinya sehingga tidak dipercaya. Laporan dianggap belum terkirim.',
  CMP_OTHER_TRANSACTION:
    'Jawaban otoritas sertifikat[ di {host}] milik permintaan lain sehingga tidak dipercaya. Laporan dianggap belum terkirim.',
  CHANNEL_REFUSED:
    'Server otoritas[ {host}] tidak dapat menerima laporan[: {detail}]. Laporan tetap disimpan dan cara lain dicoba.',
  CHANNEL_ANSWER_INVALID:
    'Server otoritas[ {host}] menjawab sesuatu yang tidak dimengerti Pena. Laporan tetap disimpan dan akan dikirim ulang.',
  CHANNEL_RECEIPT_WRONG:
    'Tanda terima[ dari {host}] tidak ditandatangani dengan kunci otoritas, atau untuk hal lain. Laporan dianggap belum terkirim.',
  CHANNEL_NO_SECRET:
    'Kata sandi atau rahasia untuk {name} tidak ada. Simpan dengan `pena lost secret`, atau berikan bersama perintahnya.',
  CHANNEL_UNFIT: 'Cara ini tidak dapat membawa laporan tersebut[: {detail}]. Pilih cara lain.',
  MAIL_FAILED:
    'Server e-mail[ {host}] tidak menerima pesan[ ({detail})]. Laporan tetap disimpan dan akan dikirim ulang.',
  MAIL_AUTH:
    'Server e-mail[ {host}] menolak nama pengguna atau kata sandi. Periksa akun e-mail di pengaturan.',
  MAIL_ADDRESS_INVALID: 'Alamat e-mail[ ({address})] tidak ditulis sebagaimana mestinya. Perbaiki.',
  PACKAGE_INVALID:
    'Berkas ini bukan paket laporan, atau rusak[ ({detail})]. Tidak ada isinya yang dipakai.',
  PACKAGE_TOO_LARGE:
    'Paket ini memuat lebih daripada yang boleh dimuat laporan[ ({detail})]. Tidak ada isinya yang dipakai.',
  PACKAGE_DIGEST_WRONG:
    'Bagian paket ini[, {file},] tidak sesuai dengan daftarnya. Tidak ada isinya yang dipakai. Mintalah paket baru kepada pengirim.',
  PACKAGE_SIGNATURE_WRONG:
    'Tanda tangan di paket ini salah. Tidak ada isinya yang dipakai. Mintalah paket baru kepada pengirim.',
  CASE_BUSY: 'Pena lain sedang mengubah laporan atau permohonan ini. Coba lagi sebentar.',
  OUTBOX_BUSY: 'Pena lain sedang mengerjakan kotak keluar. Tunggu sampai selesai.',
  OUTBOX_UNREADABLE:
    'Laporan di kotak keluar[ ({file})] tidak dapat dibaca: rusak, atau kuncinya lain. Laporan itu dibiarkan apa adanya.',
  RA_TOKEN_WRONG: 'Token akses tidak ada atau salah.',
  RA_RATE: 'Terlalu banyak permintaan. Tunggu[ {seconds} detik], lalu coba lagi.',
  RA_REPORT_INVALID: 'Laporan tidak berbentuk sebagaimana mestinya[ ({detail})].',
  RA_CONFLICT: 'Laporan lain pernah dikirim dengan kunci yang sama. Laporan ini tidak diterima.',
  RA_CASE_UNKNOWN: 'Tidak ada kasus[ {case}].',
  RA_CASE_DECIDED: 'Kasus[ {case}] sudah diputus sebelumnya. Keputusannya tidak diubah.',
  RA_APPLICATION_INCOMPLETE:
    'Permohonan ini belum lengkap, jadi tidak dapat diterima. Tolak dengan alasannya, lalu mintalah kelengkapannya.',
  RA_REASON_MISSING:
    'Penolakan harus disertai alasan (Pasal 12 ayat (3)). Belum ada keputusan yang dicatat.',
  RA_STORE_UNREADABLE: 'Berkas otoritas pendaftaran[ {file}] tidak dapat dibuka[ ({detail})].',
  RA_STORE_NEWER:
    'Berkas otoritas pendaftaran[ {file}] dibuat oleh Pena yang lebih baru. Perbarui Pena di komputer ini.',
  RA_PORT_TAKEN:
    'Porta {port} sudah dipakai program lain. Hentikan program itu, atau pilih porta lain. Tidak ada yang diterima selama ini.',
  RA_LISTEN_FAILED:
    'Penerima tidak dapat mendengar di porta {port}. Pilih porta antara 1024 dan 65535, dan alamat milik komputer ini.',
  RA_TLS_CERTIFICATE_WRONG:
    'Sertifikat TLS dan kuncinya tidak dapat dipakai bersama. Pilih berkas sertifikat PEM, lalu kunci PEM-nya yang tanpa kata sandi.',

  CASE_NOT_FOUND:
    'Laporan atau surat itu tidak ada di komputer ini. Laporan kunci hilang terdaftar dengan "pena lost status".',
  CASE_UNREADABLE:
    'Berkas laporan atau surat ini tidak dapat dibuka: berkasnya rusak, atau dibuat dengan kunci lain. Berkas tidak diubah.',
  CASE_UNSENT:
    'Laporan ini belum sampai kepada siapa pun, jadi tidak dihapus. Kirimkan, tarik kembali, atau tambahkan --unsent.',
  CASE_REVOKED:
    'Sertifikat ini sudah dicabut oleh penerbitnya; pencabutan tidak dapat ditarik kembali.',
  CASE_DATA_INVALID:
    'Isian[ {field}] tidak dapat dipakai. Tidak ada yang dikirim; perbaiki isiannya.',
  PAPER_UNSUPPORTED:
    'Lampiran harus berupa PDF, JPEG, atau PNG yang utuh. Pindai ulang, atau simpan dalam bentuk lain.',
  PAPER_TOO_LARGE:
    'Lampiran ini lebih besar dari 8 MB, dan tidak ada laporan yang dapat memuatnya. Pindai dengan resolusi lebih rendah, atau hitam putih.',
  PAPER_SIGNED_BY_LOST_KEY:
    'Surat keterangan ini ditandatangani dengan sertifikat yang justru dilaporkan. Tandatangani di atas kertas atau dengan sertifikat lain, lalu tambahkan lagi.',
  PAPER_SIGNATURE_BROKEN:
    'Tanda tangan elektronik dalam surat keterangan ini[ ({field})] rusak atau tidak terbaca, sehingga suratnya tidak ditambahkan. Mintalah ditandatangani ulang.',
  PAPER_NOT_SIGNED:
    'Atasan mengetahui apa yang sudah ditandatangani pemilik: tambahkan dahulu surat keterangan yang ditandatangani pemilik, sebagai PDF. Hasil pindai pun harus berupa PDF.',
  PAPER_NOT_ASKED:
    'Belum ada surat dari laporan ini yang dikirim kepada atasan, jadi tidak ada yang dijawab.',
  PAPER_OTHER_LETTER:
    'Ini bukan surat yang dikirim kepada atasan, atau ada yang diubah di dalamnya selain tanda tangan. Suratnya tidak ditambahkan.',
  PAPER_ANSWERED: 'Permintaan ini sudah dijawab: kembalikan berkasnya kepada pemilik.',
  PAPER_NOT_ACKNOWLEDGED:
    'Tidak ada tanda tangan baru pada surat ini: atasan belum menandatanganinya.',
  PAPER_SIGNED_BY_OWNER:
    'Surat ini ditandatangani lagi oleh pemilik sendiri. Yang mengetahui haruslah orang lain, yaitu atasan langsung.',
  PAPER_SIGNER_UNTRUSTED:
    'Sertifikat[ {signer}] tidak dapat dipercaya di sini, sehingga tanda tangannya tidak membuktikan apa pun. Suratnya tidak ditambahkan.',
  LETTER_NOT_FOUND: 'Surat[ {name}] tidak ada. Lihat daftarnya dengan "pena letter".',
  LETTER_TEMPLATE_INVALID:
    'Templat surat[ {name}] tidak dapat dipakai. Perbaiki berkasnya, atau gunakan templat bawaan.',
  LETTER_EMBLEM_INVALID:
    'Lambang pada kop surat[ {file}] tidak dapat dipakai. Gunakan PNG, atau JPEG berwarna RGB atau abu-abu, sampai 1 MB dan 2000 × 2000 piksel.',
  LETTER_DATA_INVALID:
    'Data surat harus berupa objek JSON yang berisi teks. Tidak ada yang ditulis.',
  REQUEST_DATA_INVALID:
    'Isian[ {field}] belum ada, tidak dapat dipakai, atau tidak sesuai dengan jenis sertifikat ini. Belum ada yang dibuat; perbaiki isian itu.',
} satisfies Partial<Record<ErrorCode, string>>;
