// Apa yang gagal, dalam Bahasa Indonesia: apa yang terjadi, apa yang tidak hilang, apa yang dilakukan
// sekarang. {kurung} diisi dari parameter; [bagian] ditiadakan bila parameternya tidak diketahui.
import type { ErrorCode } from '../error-code.ts';

export const ERRORS_ID: Readonly<Record<ErrorCode, string>> = {
  PDF_NOT_A_PDF: 'Berkas ini bukan PDF. Pilih berkas PDF, atau ekspor dahulu dokumennya ke PDF.',
  PDF_TRUNCATED:
    'Bagian akhir PDF ini hilang, biasanya karena unduhan atau penyalinannya terputus. Unduh atau minta berkasnya sekali lagi.',
  PDF_XREF_BROKEN:
    'Daftar objek di dalam PDF ini rusak, sehingga isinya tidak dapat dibaca dengan pasti. Berkas tidak diubah. Buat ulang PDF-nya, atau minta salinan lain dari pengirimnya.',
  PDF_OBJECT_BROKEN:
    'Sebagian isi PDF ini rusak, sehingga tidak dapat dibaca dengan pasti. Berkas tidak diubah. Buat ulang PDF-nya, atau minta salinan lain dari pengirimnya.',
  PDF_STREAM_BROKEN:
    'Data terkompresi di dalam PDF ini rusak. Berkas tidak diubah. Buat ulang PDF-nya, atau minta salinan lain dari pengirimnya.',
  PDF_FILTER_UNSUPPORTED:
    'PDF ini memakai cara penyimpanan data yang belum dikenal Pena[ ({filter})]. Berkas tidak diubah. Buat ulang PDF-nya dengan program lain.',
  PDF_LIMIT_EXCEEDED:
    'Susunan PDF ini melampaui batas aman yang dibaca Pena[ ({limit})]. Berkas tidak diubah. Buat ulang PDF-nya, atau minta salinan lain dari pengirimnya.',
  PDF_ENCRYPTED:
    'PDF ini terkunci dengan kata sandi atau pembatasan, dan Pena belum dapat membukanya. Mintalah versi tanpa kunci dari pembuatnya.',
  PDF_PAGE_TREE_BROKEN:
    'Susunan halaman PDF ini rusak. Berkas tidak diubah. Buat ulang PDF-nya, atau minta salinan lain dari pengirimnya.',
  PDF_PAGE_NOT_FOUND:
    'Halaman[ {page}] tidak ada[; dokumen ini terdiri atas {pages} halaman]. Pilih halaman lain.',
  PDF_FORM_BROKEN:
    'Formulir di dalam PDF ini rusak, sehingga bidang tanda tangan tidak dapat dibaca atau ditambahkan. Berkas tidak diubah. Buat ulang PDF-nya.',
  PDF_FIELD_NOT_FOUND:
    'Bidang tanda tangan[ {field}] tidak ada di dokumen ini. Periksa nama bidangnya.',
  PDF_FIELD_TAKEN:
    'Bidang[ {field}] sudah berisi tanda tangan, dan tanda tangan itu tidak diubah. Pilih bidang lain.',
  PDF_FIELD_NOT_SIGNATURE:
    'Bidang[ {field}] bukan bidang tanda tangan. Pilih bidang lain, atau nama yang belum dipakai.',
  PDF_RECT_INVALID:
    'Ukuran stempel tidak dapat dipakai. Lebar dan tingginya paling sedikit 1 titik.',
  PDF_RECT_OUTSIDE_PAGE:
    'Stempel tidak seluruhnya berada di dalam halaman[ ({width} × {height} titik)]. Geser atau kecilkan stempelnya.',
  PDF_CERTIFIED:
    'Penanda tangan sebelumnya tidak mengizinkan perubahan apa pun pada dokumen ini, jadi tanda tangan tidak dapat ditambahkan. Dokumen tidak diubah.',
  PDF_SIGNATURE_TOO_LARGE:
    'Tanda tangan beserta rantai sertifikatnya tidak muat di tempat yang disediakan. Berkas asli tidak diubah. Sampaikan kode ini kepada bagian bantuan.',

  STAMP_TEXT_UNSUPPORTED:
    'Teks stempel memuat huruf atau lambang yang tidak dapat dicetak Pena[: {text}]. Ganti teksnya.',
  STAMP_TOO_SMALL:
    'Stempel terlalu kecil untuk teksnya. Perbesar stempel, atau persingkat teksnya.',

  CMS_MALFORMED:
    'Data tanda tangan atau sertifikat rusak atau tidak lengkap, sehingga tidak dapat dibaca. Berkas tidak diubah.',
  CMS_ALGORITHM_UNSUPPORTED:
    'Algoritma ini belum didukung Pena[ ({algorithm})]. Belum ada yang ditandatangani. Gunakan kunci RSA, atau kunci EC P-256 atau P-384.',

  CERT_MALFORMED:
    'Sertifikat rusak sehingga tidak dapat dibaca. Gunakan sertifikat lain, atau hubungi Otoritas Pendaftaran Anda.',
  CERT_NOT_FOUND:
    'Sertifikat yang dicari tidak ditemukan. Pastikan token atau berkas yang benar dipakai.',
  CERT_AMBIGUOUS:
    'Ada lebih dari satu sertifikat yang cocok, dan Pena tidak memilihkannya. Sebutkan sertifikat yang dimaksud.',
  CERT_KEY_MISSING:
    'Kunci privat untuk sertifikat ini tidak ditemukan[ pada token {token}]. Gunakan token atau berkas yang memuat kuncinya.',
  CERT_KEY_USAGE:
    'Sertifikat[ {name}] tidak diterbitkan untuk menandatangani. Pilih sertifikat lain.',
  CERT_KEY_WEAK:
    'Kunci sertifikat ini terlalu pendek[ ({bits} bit)] sehingga tidak aman lagi. Ajukan sertifikat baru kepada Otoritas Pendaftaran Anda.',
  CERT_EXPIRED:
    'Sertifikat[ {name}] kedaluwarsa[ pada {notAfter}]. Ajukan pembaruan kepada Otoritas Pendaftaran Anda.',
  CERT_NOT_YET_VALID:
    'Sertifikat[ {name}] belum berlaku[; masa berlakunya mulai {notBefore}]. Periksa tanggal dan jam komputer ini.',

  TOKEN_MODULE_MISSING:
    'Perangkat lunak token[ {module}] tidak ditemukan di komputer ini. Pasang perangkat lunak dari penerbit token Anda, atau periksa letaknya.',
  TOKEN_MODULE_INVALID:
    'Perangkat lunak token[ {module}] tidak dapat dipakai di komputer ini[: dibuat untuk {built}, sedangkan yang diperlukan {needed}]. Pasang versi yang sesuai dari penerbit token Anda.',
  TOKEN_MODULE_CRASHED:
    'Perangkat lunak token[ {module}] berhenti mendadak. Berkas asli tidak diubah. Cabut token Anda, pasang lagi, lalu ulangi.',
  TOKEN_MODULE_TIMEOUT:
    'Perangkat lunak token[ {module}] tidak menjawab, lalu dihentikan. Berkas asli tidak diubah. Cabut token Anda, pasang lagi, lalu ulangi.',
  TOKEN_MODULE_UNSAFE:
    'Perangkat lunak token[ {module}] tidak dipakai karena dapat diubah oleh pengguna lain di komputer ini. Mintalah pengelola komputer memperbaiki izin berkasnya.',
  TOKEN_NONE:
    'Tidak ada token yang terbaca. Pasang token USB atau kartu Anda, dan pastikan perangkat lunaknya terpasang di komputer ini.',
  TOKEN_AMBIGUOUS:
    'Ada lebih dari satu token yang dapat dipakai. Sebutkan token yang dimaksud, atau cabut yang tidak diperlukan.',
  TOKEN_REMOVED:
    'Sambungan dengan token[ {token}] terputus. Berkas asli tidak diubah. Pasang lagi token Anda, lalu ulangi.',
  TOKEN_DEVICE_ERROR:
    'Token[ {token}] melaporkan gangguan pada perangkatnya[ ({ckr})]. Berkas asli tidak diubah. Cabut token Anda, pasang lagi, lalu ulangi.',
  TOKEN_GENERAL_ERROR:
    'Token[ {token}] menolak permintaan tanpa menyebutkan sebabnya[ ({ckr})]. Berkas asli tidak diubah. Cabut token Anda, pasang lagi, lalu ulangi.',
  TOKEN_BUSY: 'Token[ {token}] sedang dipakai program lain. Tutup program itu, lalu ulangi.',
  TOKEN_NOT_LOGGED_IN:
    'Token[ {token}] tidak mengingat PIN yang sudah dimasukkan. Dokumen belum ditandatangani. Ulangi penandatanganan.',
  TOKEN_MECHANISM_UNSUPPORTED:
    'Token[ {token}] tidak dapat membuat jenis tanda tangan yang diperlukan sertifikat ini. Perbarui perangkat lunak token, atau gunakan sertifikat lain.',
  TOKEN_SIGNATURE_WRONG:
    'Tanda tangan dari token[ {token}] tidak cocok dengan sertifikatnya, jadi tidak dipakai. Berkas asli tidak diubah. Hubungi penerbit token Anda.',
  TOKEN_PIN_INCORRECT:
    'PIN untuk token[ {token}] salah. Program tidak mencobanya lagi. Periksa PIN Anda sebelum mengulangi, sebab token terkunci setelah beberapa kali salah.',
  TOKEN_PIN_LENGTH:
    'PIN kosong, atau panjangnya tidak sesuai ketentuan token[ {token}]. PIN tidak dipakai.',
  TOKEN_PIN_LOCKED:
    'PIN token[ {token}] terkunci karena beberapa kali salah. Gunakan PUK dengan perangkat lunak token Anda, atau hubungi Otoritas Pendaftaran.',
  TOKEN_PIN_EXPIRED:
    'Masa berlaku PIN token[ {token}] sudah habis. Ganti PIN dengan perangkat lunak token Anda, lalu ulangi.',
  TOKEN_PIN_LAST_TRY:
    'PIN token[ {token}] tinggal dapat dicoba satu kali. PIN tidak dikirim, sebab bila salah token terkunci. Pastikan dahulu PIN Anda.',

  P12_MALFORMED:
    'Berkas kunci ini bukan PKCS#12, atau rusak. Pilih berkas .p12 atau .pfx yang benar.',
  P12_PASSPHRASE_INCORRECT:
    'Passphrase untuk berkas kunci ini salah. Belum ada yang ditandatangani. Periksa passphrase Anda, lalu ulangi.',

  FILE_NOT_FOUND: 'Berkas[ {file}] tidak ditemukan. Periksa nama dan foldernya.',
  FILE_NOT_READABLE:
    'Berkas[ {file}] tidak dapat dibaca. Periksa izinnya, dan pastikan yang dipilih berkas biasa, bukan folder.',
  FILE_CHANGED:
    'Berkas[ {file}] berubah selagi dibaca, jadi hasilnya tidak dipakai. Tutup program lain yang memakainya, lalu ulangi.',
  FILE_FOLDER_MISSING:
    'Folder tujuan[ {folder}] tidak ada. Buat foldernya, atau pilih folder lain.',
  FILE_FOLDER_READ_ONLY:
    'Folder tujuan[ {folder}] tidak dapat ditulisi. Berkas asli tidak diubah. Pilih folder lain, atau periksa izinnya.',
  FILE_DISK_FULL:
    'Ruang penyimpanan habis. Berkas asli tidak diubah dan tidak ada berkas setengah jadi. Kosongkan ruang, lalu ulangi.',
  FILE_OUTPUT_EXISTS: 'Berkas tujuan[ {file}] sudah ada dan tidak ditimpa. Pilih nama lain.',
  FILE_OUTPUT_IS_INPUT:
    'Berkas tujuan[ {file}] adalah dokumen aslinya, dan dokumen asli tidak pernah ditimpa. Pilih nama atau folder lain.',
  FILE_WRITE_FAILED:
    'Berkas[ {file}] tidak dapat disimpan. Berkas asli tidak diubah. Periksa penyimpanannya, atau pilih folder lain.',

  IPC_UNKNOWN_CHANNEL:
    'Jendela meminta hal yang tidak dikenal, dan permintaannya ditolak. Sampaikan kode ini kepada bagian bantuan.',
  IPC_SENDER_REFUSED:
    'Permintaan datang dari tempat yang tidak dipercaya, dan ditolak. Tutup Pena, buka lagi, lalu sampaikan kode ini kepada bagian bantuan.',
  IPC_REQUEST_INVALID:
    'Jendela mengirim permintaan yang tidak sesuai aturan, dan permintaannya ditolak. Sampaikan kode ini kepada bagian bantuan.',
  IPC_RESPONSE_INVALID:
    'Jawaban di dalam Pena tidak sesuai aturan, jadi tidak ditampilkan. Sampaikan kode ini kepada bagian bantuan.',
  HANDLE_UNKNOWN: 'Dokumen atau sertifikat itu sudah tidak terbuka. Buka atau pilih sekali lagi.',

  PIN_ON_COMMAND_LINE:
    'PIN dan passphrase tidak diterima di baris perintah, sebab di sana dapat dibaca orang lain dan tersimpan dalam riwayat. Hapus dari riwayat, dan ganti bila sempat terketik.',
  PIN_NOT_GIVEN: 'PIN atau passphrase tidak diberikan. Belum ada yang ditandatangani.',
  TRUST_FILE_INVALID:
    'Berkas atau folder akar kepercayaan[ {file}] tidak memuat sertifikat yang dapat dibaca. Gunakan sertifikat dalam bentuk PEM atau DER.',
  CANCELLED: 'Dibatalkan. Berkas asli tidak diubah dan tidak ada berkas setengah jadi.',
  USAGE: 'Perintah tidak lengkap atau tidak dikenal. Lihat cara pakainya dengan --help.',
  INTERNAL:
    'Terjadi kesalahan di dalam Pena sendiri. Berkas asli tidak diubah. Sampaikan kode ini kepada bagian bantuan.',
};
