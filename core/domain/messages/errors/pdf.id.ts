// Dokumen dan tanda tangan di dalamnya.
import type { ErrorCode } from '../../error-code.ts';

export const PDF_ERRORS_ID = {
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
  PDF_SIGNATURE_LEFT_OVER:
    'Di dalam berkas ini tersisa sebuah tanda tangan elektronik yang tidak lagi menjadi bagian dokumennya, sehingga dokumen tidak dapat dianggap ditandatangani. Mintalah dokumen aslinya kepada pengirim.',
  PDF_FORM_BROKEN:
    'Formulir di dalam PDF ini rusak, sehingga kolom tanda tangan tidak dapat dibaca atau ditambahkan. Berkas tidak diubah. Buat ulang PDF-nya.',
  PDF_FIELD_NOT_FOUND:
    'Kolom tanda tangan[ {field}] tidak ada di dokumen ini. Periksa nama kolomnya.',
  PDF_FIELD_TAKEN:
    'Kolom[ {field}] sudah berisi tanda tangan, dan tanda tangan itu tidak diubah. Pilih kolom lain.',
  PDF_FIELD_NOT_SIGNATURE:
    'Kolom[ {field}] bukan kolom tanda tangan. Pilih kolom lain, atau nama yang belum dipakai.',
  PDF_RECT_INVALID:
    'Ukuran stempel tidak dapat dipakai. Lebar dan tingginya paling sedikit 1 titik.',
  PDF_RECT_OUTSIDE_PAGE:
    'Stempel tidak seluruhnya berada di dalam halaman[ ({width} × {height} titik)]. Geser atau kecilkan stempelnya.',
  PDF_CERTIFIED_STAMP:
    'Pembuat dokumen ini menyertifikasinya, sehingga stempel baru tidak diperbolehkan. Tanda tangani tanpa stempel, atau di kolom yang sudah disediakan.',
  PDF_STAMP_COVERS_TEXT:
    'Stempel akan menutupi atau menimpa tulisan atau gambar[ pada halaman {page}] yang sudah ditandatangani, sehingga tanda tangan sebelumnya diragukan. Geser atau kecilkan stempelnya, atau tanda tangani tanpa stempel.',
  PDF_NO_FREE_PLACE:
    'Tidak ada tempat kosong yang cukup untuk stempel[ pada halaman {page}]. Pilih halaman lain, kecilkan stempelnya, atau tanda tangani tanpa stempel.',
  PDF_ALREADY_SIGNED:
    'Dokumen ini sudah ditandatangani; sertifikasi hanya dapat diberikan oleh tanda tangan pertama.',
  PDF_CHANGED_AFTER_SIGNING:
    'Dokumen ini diubah setelah tanda tangan sebelumnya, dan perubahan itu tidak dapat dijelaskan. Tidak ada yang ditandatangani. Periksa dahulu dokumennya.',
  PDF_FIELD_LOCKED:
    'Tanda tangan[ {by}] mengunci kolom[ {field}], sehingga tanda tangan lain tidak diperbolehkan.',
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
  PDF_REPAIR_ENCRYPTED:
    'Berkas yang rusak ini terenkripsi, dan Pena hanya dapat menyusun kembali berkas yang tidak terenkripsi: bagian-bagiannya tidak dapat dikenali tanpa kuncinya. Berkas asli tidak diubah. Mintalah salinan lain dari pengirimnya, atau salinan tanpa kata sandi.',
  SIGNATURE_NONE:
    'Dokumen ini belum ditandatangani, sehingga tidak ada tanda tangan yang dapat dilengkapi.',
  SIGNATURE_NOT_EXTENDABLE:
    'Tanda tangan[ {field}] berjenis lama[ ({format})] yang tidak menyediakan tempat bagi bukti jangka panjang. Tanda tangannya sendiri tidak rusak, dan berkas tidak diubah. Bubuhkan penanda waktu dokumen dengan "pena timestamp", atau mintalah dokumen ditandatangani ulang.',
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
  STAMP_SPECIMEN_MISSING:
    'Rancangan stempel ini memuat spesimen tanda tangan, tetapi gambarnya belum dipilih. Pilih gambarnya, atau pakai rancangan lain.',
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
} satisfies Partial<Record<ErrorCode, string>>;
