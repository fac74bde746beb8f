// Token dan berkas P12.
import type { ErrorCode } from '../../error-code.ts';

export const TOKEN_ERRORS_ID = {
  TOKEN_MODULE_MISSING:
    'Perangkat lunak token[ {module}] tidak ditemukan di komputer ini. Pasang perangkat lunak dari penerbit token Anda, atau periksa letaknya.',
  TOKEN_MODULE_INVALID:
    'Perangkat lunak token[ {module}] tidak dapat dipakai di komputer ini[: dibuat untuk {built}, sedangkan yang diperlukan {needed}]. Pasang versi yang sesuai dari penerbit token Anda.',
  TOKEN_MODULE_CRASHED:
    'Perangkat lunak token[ {module}] berhenti mendadak. Berkas asli tidak diubah. Cabut token Anda, pasang lagi, lalu ulangi.',
  TOKEN_MODULE_TIMEOUT:
    'Perangkat lunak token[ {module}] tidak menjawab, lalu dihentikan. Berkas asli tidak diubah. Cabut token Anda, pasang lagi, lalu ulangi.',
  TOKEN_MODULE_MEMORY:
    'Perangkat lunak token[ {module}] memakai terlalu banyak memori, lalu dihentikan. Berkas asli tidak diubah. Mintalah versi terbarunya dari penerbit token Anda.',
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
  TOKEN_IN_USE_HERE:
    'Pena masih sibuk dengan pekerjaan atau pertanyaan lain di jendelanya sendiri. Selesaikan atau tutup dahulu, lalu ulangi.',
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
  TOKEN_PIN_REFUSED:
    'Token[ {token}] menolak PIN baru itu. PIN lama tetap berlaku. Pilih PIN lain sesuai ketentuan penerbit token.',
  TOKEN_PUK_INCORRECT:
    'PUK untuk token[ {token}] salah. Program tidak mencobanya lagi. PUK yang beberapa kali salah mengunci token untuk selamanya.',
  TOKEN_PUK_LOCKED:
    'PUK token[ {token}] terkunci. Token ini tidak dapat dibuka lagi di sini; hubungi Otoritas Pendaftaran.',
  TOKEN_PUK_LAST_TRY:
    'PUK token[ {token}] tinggal dapat dicoba satu kali. PUK tidak dikirim, sebab bila salah token terkunci untuk selamanya.',
  TOKEN_UNBLOCK_UNSUPPORTED:
    'PIN token[ {token}] tidak dapat dibuka dengan program ini[ (kode {ckr})]. Gunakan perangkat lunak token Anda, atau hubungi Otoritas Pendaftaran.',
  TOKEN_KEYGEN_UNSUPPORTED:
    'Token[ {token}] atau perangkat lunaknya tidak dapat membuat pasangan kunci jenis ini. Pilih jenis lain, buat dengan program penerbit token, atau tanyakan kepada Otoritas Pendaftaran.',
  TOKEN_KEY_EXPOSED:
    'Token[ {token}] membuat kunci yang dapat keluar dari token, jadi kunci itu dihapus dan tidak dipakai. Hubungi penerbit token Anda.',
  TOKEN_KEY_HAS_CERTIFICATE:
    'Kunci pada token[ {token}] sudah mempunyai sertifikat. Tidak ada yang diubah.',
  TOKEN_WRITE_UNSUPPORTED:
    'Token[ {token}] atau perangkat lunaknya tidak mengizinkan penyimpanan atau penghapusan ini. Gunakan program penerbit token.',

  P12_MALFORMED:
    'Berkas kunci ini bukan PKCS#12, atau rusak. Pilih berkas .p12 atau .pfx yang benar.',
  P12_PASSPHRASE_INCORRECT:
    'Passphrase untuk berkas kunci ini salah. Belum ada yang ditandatangani. Periksa passphrase Anda, lalu ulangi.',
} satisfies Partial<Record<ErrorCode, string>>;
