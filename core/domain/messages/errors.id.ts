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
  PDF_PASSWORD_NEEDED:
    'PDF ini hanya dapat dibuka dengan kata sandinya. Masukkan kata sandi dokumen ini.',
  PDF_PASSWORD_INCORRECT:
    'Kata sandi itu tidak membuka PDF ini. Periksa kata sandinya, atau tanyakan kepada pembuat dokumen.',
  PDF_ENCRYPTION_UNSUPPORTED:
    'PDF ini terenkripsi dengan cara yang tidak dapat dibuka Pena[ ({method})]. Mintalah kepada pembuatnya versi yang hanya dikunci dengan kata sandi, atau versi tanpa kunci.',
  PDF_PERMISSION_DENIED:
    'Pembuat PDF ini tidak mengizinkan tanda tangan tersebut tanpa kata sandi pemilik. Berkas tidak diubah. Masukkan kata sandi pemilik, atau mintalah versi yang boleh ditandatangani kepada pembuatnya.',
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
  PDF_CERTIFIED_STAMP:
    'Pembuat dokumen ini menyertifikasinya, sehingga stempel baru tidak diperbolehkan. Tanda tangani tanpa stempel, atau di bidang yang sudah disediakan.',
  PDF_STAMP_COVERS_TEXT:
    'Stempel akan menutupi tulisan atau gambar[ pada halaman {page}] yang sudah ditandatangani, sehingga tanda tangan sebelumnya diragukan. Geser atau kecilkan stempelnya, atau tanda tangani tanpa stempel.',
  PDF_NO_FREE_PLACE:
    'Tidak ada tempat kosong yang cukup untuk stempel[ pada halaman {page}]. Pilih halaman lain, kecilkan stempelnya, atau tanda tangani tanpa stempel.',
  PDF_ALREADY_SIGNED:
    'Dokumen ini sudah ditandatangani; sertifikasi hanya dapat diberikan oleh tanda tangan pertama.',
  PDF_CHANGED_AFTER_SIGNING:
    'Dokumen ini diubah setelah tanda tangan sebelumnya, dan perubahan itu tidak dapat dijelaskan. Tidak ada yang ditandatangani. Periksa dahulu dokumennya.',
  PDF_FIELD_LOCKED:
    'Tanda tangan[ {by}] mengunci bidang[ {field}], sehingga tanda tangan lain tidak diperbolehkan.',
  PDF_SEED_VALUE:
    'Pembuat formulir mensyaratkan hal yang tidak dipenuhi tanda tangan ini[ ({constraint})][; yang diterima: {asked}].',
  PDF_CERTIFIED:
    'Penanda tangan sebelumnya tidak mengizinkan perubahan apa pun pada dokumen ini, jadi tanda tangan tidak dapat ditambahkan. Dokumen tidak diubah.',
  PDF_SIGNATURE_TOO_LARGE:
    'Tanda tangan beserta rantai sertifikatnya tidak muat di tempat yang disediakan. Berkas asli tidak diubah. Sampaikan kode ini kepada bagian bantuan.',

  PDF_REPAIR_SIGNED:
    'Berkas yang rusak ini memuat tanda tangan, dan memperbaikinya akan menggugurkan tanda tangan itu. Mintalah salinan lain dari pengirimnya.',
  PDF_REPAIR_IMPOSSIBLE:
    'Berkas ini terlalu rusak untuk disusun kembali. Berkas asli tidak diubah. Buat ulang PDF-nya, atau minta salinan lain dari pengirimnya.',
  SIGNATURE_NONE:
    'Dokumen ini belum ditandatangani, sehingga tidak ada tanda tangan yang dapat dilengkapi.',
  SIGNATURE_NOT_FOUND:
    'Tanda tangan[ nomor {number}] tidak ada dalam dokumen ini[; jumlahnya {count}].',
  SIGNATURE_RANGE_INVALID:
    'Bagian yang dicakup tanda tangan[ {field}] bukan satu keadaan dokumen yang utuh, jadi tidak dapat diambil. Berkas tidak diubah.',
  PREFLIGHT_REFUSED:
    'Dokumen ini tidak ditandatangani karena memuat hal yang dapat mengubah isi atau tampilannya sesudah itu[ ({findings})]. Mintalah versi tanpa hal itu kepada pembuatnya.',
  STAMP_TEXT_UNSUPPORTED:
    'Teks stempel memuat huruf atau lambang yang tidak dapat dicetak Pena[: {text}]. Ganti teksnya.',
  STAMP_TOO_SMALL:
    'Stempel terlalu kecil untuk teksnya. Perbesar stempel, atau persingkat teksnya.',
  STAMP_IMAGE_INVALID:
    'Gambar untuk stempel tidak dapat dipakai[ ({problem})]. Gunakan PNG atau JPEG sampai 4 MB dan 4000 × 4000 piksel.',
  STAMP_DESIGN_NOT_FOUND:
    'Rancangan stempel[ {design}] tidak ditemukan, atau berkasnya salah. Pilih rancangan lain.',
  STAMP_DESIGN_INVALID:
    'Berkas[ {file}] bukan rancangan stempel[: {problem}]. Perbaiki berkasnya, atau pilih rancangan lain.',
  STAMP_FOOTER_NOT_FOUND:
    'Kaki halaman[ {footer}] tidak ditemukan, atau berkasnya salah. Pilih kaki halaman lain.',
  TAG_NOT_FOUND:
    'Penanda[ {tag}] tidak ditemukan dalam teks dokumen[: ditemukan {found}]. Periksa penandanya, atau tentukan tempat stempel dengan halaman dan ukuran.',
  TAG_AMBIGUOUS:
    'Penanda[ {tag}] ditemukan {found} kali, sehingga tempat stempel tidak pasti. Sebutkan yang keberapa, atau gunakan penanda yang hanya ada satu.',
  TAG_INVALID:
    'Penanda tempat stempel terdiri atas 1 sampai 16 huruf, angka, atau lambang, tanpa spasi.',

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
  CERT_AUTHORITY:
    'Sertifikat[ {name}] milik otoritas penerbit: dipakai menerbitkan sertifikat lain, bukan untuk menandatangani dokumen.',
  CERT_KEY_USAGE:
    'Sertifikat[ {name}] tidak diterbitkan untuk menandatangani. Pilih sertifikat lain.',
  CERT_PRACTICE:
    'Sertifikat[ {name}] dibuat untuk mode latihan dan tidak menandatangani apa pun di luarnya. Pilih sertifikat Anda sendiri.',
  CERT_NOT_PRACTICE:
    'Sertifikat[ {name}] bukan sertifikat latihan, jadi tidak dipakai dalam mode latihan. Keluarlah dari mode latihan untuk menandatangani dengan sertifikat ini.',
  CERT_KEY_WEAK:
    'Kunci sertifikat ini terlalu pendek[ ({bits} bit)] sehingga tidak aman lagi. Ajukan sertifikat baru kepada Otoritas Pendaftaran Anda.',
  CERT_EXPIRED:
    'Sertifikat[ {name}] kedaluwarsa[ pada {notAfter}]. Ajukan pembaruan kepada Otoritas Pendaftaran Anda.',
  CERT_REVOKED:
    'Sertifikat[ {name}] sudah dicabut[ pada {time}][ ({reason})], sehingga tidak dapat dipakai menandatangani. Hubungi Otoritas Pendaftaran untuk mengajukan sertifikat baru.',
  CERT_STATUS_UNKNOWN:
    'Status pencabutan sertifikat[ {name}] tidak dapat diperoleh sekarang. Tidak ada yang ditandatangani. Periksa sambungan jaringan, lalu coba lagi.',
  CERTIFICATE_REPORTED_LOST:
    'Sertifikat[ {name}] telah dilaporkan hilang di komputer ini[ sejak {since}], sehingga Pena tidak menandatangani dengannya. Bila laporan itu keliru, tarik kembali laporannya sebelum dikirim.',
  CERTIFICATE_REGISTRY_INVALID:
    'Daftar sertifikat di komputer ini[ ({file})] rusak, sehingga Pena tidak tahu sertifikat mana yang dilaporkan hilang. Tidak ada yang ditandatangani. Pulihkan berkas itu dari cadangan, atau mintalah bantuan pengelola komputer.',
  CERTIFICATE_REGISTRY_BUSY:
    'Daftar sertifikat di komputer ini sedang ditulis oleh program lain[ (proses {pid})]. Coba lagi sebentar lagi.',
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

  BATCH_PLAN_INVALID:
    'Rencana penandatanganan tidak dapat dipakai[ ({detail})]. Belum ada yang ditandatangani. Perbaiki rencananya.',
  BATCH_OTHER_RUN:
    'Di folder hasil ada catatan dari rencana atau sertifikat lain. Belum ada yang ditandatangani. Pilih folder hasil lain, atau lanjutkan rencana yang semula.',
  BATCH_BUSY:
    'Rencana ini sedang dikerjakan oleh Pena yang lain[ (proses {pid})]. Tunggu sampai selesai.',
  BATCH_INPUT_CHANGED:
    'Isi berkas[ {file}] berubah sejak ditinjau, jadi tidak ditandatangani. Tinjau kembali berkas itu.',
  BATCH_CERTIFICATE:
    'Kunci yang dipakai bukan kunci dari sertifikat yang disebut dalam rencana. Belum ada yang ditandatangani dengan kunci ini.',
  SEAL_INVALID:
    'Berkas rencana tersegel ini rusak atau diubah setelah disegel. Belum ada yang ditandatangani. Mintalah penyusunnya menyegel sekali lagi.',
  SEAL_BROKEN:
    'Isi berkas[ {file}] tidak sama dengan yang disegel, jadi tidak ditandatangani. Mintalah penyusunnya memeriksa berkas itu dan menyegel sekali lagi.',
  WORKFLOW_OUT_OF_TURN:
    'Belum giliran bidang[ {field}]. Dokumen ini masih menunggu bidang yang lebih dahulu[, yaitu {waiting}].',
  WORKFLOW_FIELD_NEEDED:
    'Dokumen ini mempunyai urutan penanda tangan. Sebutkan bidang yang ditandatangani[; sekarang giliran {waiting}].',
  WORKFLOW_FORBIDDEN:
    'Tanda tangan yang sudah ada tidak mengizinkan bidang baru ditambahkan. Dokumen tidak diubah.',
  JOURNAL_BUSY:
    'Jurnal sedang ditulis oleh Pena yang lain dan tidak kunjung selesai. Tutup Pena yang lain, lalu ulangi.',
  JOURNAL_EXPORT_INVALID:
    'Berkas[ {file}] bukan ekspor jurnal yang utuh. Mintalah ekspor baru dari komputer asalnya.',
  JOURNAL_UNREADABLE: 'Berkas jurnal[ {file}] tidak dapat dibaca. Periksa izin foldernya.',

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
    'Server surel[ {host}] tidak menerima pesan[ ({detail})]. Laporan tetap disimpan dan akan dikirim ulang.',
  MAIL_AUTH:
    'Server surel[ {host}] menolak nama pengguna atau kata sandi. Periksa akun surel di pengaturan.',
  MAIL_ADDRESS_INVALID: 'Alamat surel[ ({address})] tidak ditulis sebagaimana mestinya. Perbaiki.',
  PACKAGE_INVALID:
    'Berkas ini bukan paket laporan, atau rusak[ ({detail})]. Tidak ada isinya yang dipakai.',
  PACKAGE_TOO_LARGE:
    'Paket ini memuat lebih daripada yang boleh dimuat laporan[ ({detail})]. Tidak ada isinya yang dipakai.',
  PACKAGE_DIGEST_WRONG:
    'Bagian paket ini[, {file},] tidak sesuai dengan daftarnya. Tidak ada isinya yang dipakai. Mintalah paket baru kepada pengirim.',
  PACKAGE_SIGNATURE_WRONG:
    'Tanda tangan di paket ini salah. Tidak ada isinya yang dipakai. Mintalah paket baru kepada pengirim.',
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

  IPC_UNKNOWN_CHANNEL:
    'Jendela meminta hal yang tidak dikenal, dan permintaannya ditolak. Sampaikan kode ini kepada bagian bantuan.',
  IPC_SENDER_REFUSED:
    'Permintaan datang dari tempat yang tidak dipercaya, dan ditolak. Tutup Pena, buka lagi, lalu sampaikan kode ini kepada bagian bantuan.',
  IPC_REQUEST_INVALID:
    'Jendela mengirim permintaan yang tidak sesuai aturan, dan permintaannya ditolak. Sampaikan kode ini kepada bagian bantuan.',
  IPC_RESPONSE_INVALID:
    'Jawaban di dalam Pena tidak sesuai aturan, jadi tidak ditampilkan. Sampaikan kode ini kepada bagian bantuan.',
  HANDLE_UNKNOWN: 'Dokumen atau sertifikat itu sudah tidak terbuka. Buka atau pilih sekali lagi.',

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
  LETTER_DATA_INVALID:
    'Data surat harus berupa objek JSON yang berisi teks. Tidak ada yang ditulis.',
  REQUEST_DATA_INVALID:
    'Isian[ {field}] belum ada, tidak dapat dipakai, atau tidak sesuai dengan jenis sertifikat ini. Belum ada yang dibuat; perbaiki isian itu.',
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
  TRUST_PRACTICE:
    'Akar kepercayaan[ {file}] dibuat untuk mode latihan dan tidak pernah dipercaya di luarnya. Tidak ada yang ditambahkan.',
  POLICY_UNSAFE:
    'Kebijakan kantor {file} dapat diubah oleh pengguna lain, jadi tidak dipercaya. Mintalah administrator memperbaiki izinnya: hanya root yang boleh menulis.',
  POLICY_LOCKS: 'Ini ditetapkan oleh administrator Anda dan tidak dapat diubah di sini.',
  SETTINGS_INVALID:
    'Berkas pengaturan[ {file}] tidak dapat dipahami[ pada {key}]. Perbaiki atau hapus berkas itu.',
  CANCELLED: 'Dibatalkan. Berkas asli tidak diubah dan tidak ada berkas setengah jadi.',
  USAGE: 'Perintah tidak lengkap atau tidak dikenal. Lihat cara pakainya dengan --help.',
  INTERNAL:
    'Terjadi kesalahan di dalam Pena sendiri. Berkas asli tidak diubah. Sampaikan kode ini kepada bagian bantuan.',
};
