// Aplikasi itu sendiri: kunci simpanan, kebijakan, dan pengaturan.
import type { ErrorCode } from '../../error-code.ts';

export const APP_ERRORS_ID = {
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
  KEYCHAIN_ABSENT:
    'Komputer ini tidak memiliki penyimpan kata sandi (keychain) yang dapat dipakai. Tidak ada rahasia yang disimpan.',
  KEYCHAIN_LOCKED:
    'Penyimpan kata sandi (keychain) komputer ini terkunci. Buka kuncinya, lalu ulangi.',
  KEYCHAIN_FAILED:
    'Penyimpan kata sandi (keychain) komputer ini tidak menjawab atau menolak. Tidak ada yang berubah.',
  KEYCHAIN_FORBIDDEN: 'Administrator Anda tidak mengizinkan rahasia ini disimpan.',
  KEYCHAIN_DRAFTS_KEY:
    'Kunci draf di komputer ini tidak ada lagi atau telah berganti, jadi draf lama tidak dapat dibuka.',
  KEYCHAIN_PASSPHRASE: 'Frasa sandi draf salah. Periksa, lalu ulangi.',
  KEYCHAIN_PASSPHRASE_NEEDED:
    'Komputer ini tidak memiliki penyimpan kata sandi (keychain) yang dapat dipakai; laporan dikunci dengan frasa sandi, dan frasa itu tidak diberikan. Tidak ada yang dibaca atau dikirim. Jalankan di terminal, atau pakai --passphrase-stdin atau --passphrase-fd.',
  PIN_NOT_GIVEN: 'PIN atau passphrase tidak diberikan. Belum ada yang ditandatangani.',
  POLICY_FILE_INVALID:
    'Berkas kebijakan[ {file}] tidak dapat dibaca: isinya tidak menurut bentuk yang ditetapkan.',
  TRUST_FILE_INVALID:
    'Berkas atau folder akar kepercayaan[ {file}] tidak memuat sertifikat yang dapat dibaca. Gunakan sertifikat dalam bentuk PEM atau DER.',
  PRACTICE_SIGNED_ALREADY:
    'Dokumen ini sudah ditandatangani di luar mode latihan, sehingga tanda LATIHAN tidak dapat dibubuhkan lagi. Berlatihlah dengan dokumen yang belum ditandatangani.',
  PRACTICE_OFFLINE:
    'Dalam mode latihan tidak ada yang dikirim ke luar komputer ini[: {host}]. Keluarlah dari mode latihan untuk mengirim sungguhan.',
  PRACTICE_NOT_MADE:
    'Token latihan tidak dapat dibuat di komputer ini[ ({detail})]. Periksa sisa ruang dan izin folder, lalu coba lagi.',
  PRACTICE_TOKEN_ONLY:
    'Dalam mode latihan hanya token latihan yang dipakai. Keluarlah dari mode latihan untuk memakai token Anda.',
  TRUST_NOT_AUTHORITY:
    'Berkas ini tidak memuat tepat satu sertifikat otoritas (CA). Tidak ada yang ditambahkan. Pilih berkas sertifikat akar yang diberikan penerbitnya.',
  TRUST_PRACTICE:
    'Akar kepercayaan[ {file}] dibuat untuk latihan atau percobaan dan tidak pernah dipercaya di luar mode latihan. Tidak ada yang ditambahkan.',
  POLICY_UNSAFE:
    'Kebijakan kantor {file} dapat diubah oleh pengguna lain, jadi tidak dipercaya. Mintalah administrator memperbaiki izinnya: hanya root yang boleh menulis.',
  POLICY_LOCKS: 'Ini ditetapkan oleh administrator Anda dan tidak dapat diubah di sini.',
  SETTINGS_INVALID:
    'Berkas pengaturan[ {file}] tidak dapat dipahami[ pada {key}]. Perbaiki atau hapus berkas itu.',
  CANCELLED: 'Dibatalkan. Berkas asli tidak diubah dan tidak ada berkas setengah jadi.',
  USAGE: 'Perintah tidak lengkap atau tidak dikenal. Lihat cara pakainya dengan --help.',
  INTERNAL:
    'Terjadi kesalahan di dalam Pena sendiri. Berkas asli tidak diubah. Sampaikan kode ini kepada bagian bantuan.',
} satisfies Partial<Record<ErrorCode, string>>;
