// Isi `--help` dalam Bahasa Indonesia.
import { HELP_PROOF_ID } from './help-proof.id.ts';

export const HELP_ID = {
  titles: {
    'Usage:': 'Cara pakai:',
    'Arguments:': 'Isi:',
    'Options:': 'Opsi:',
    'Global Options:': 'Opsi umum:',
    'Commands:': 'Perintah:',
  } as Readonly<Record<string, string>>,
  /** In the usage that commander makes. */
  options: '[opsi]',
  command: '[perintah]',
  usage: '[opsi] PERINTAH',
  description: 'Pena: menandatangani dan memeriksa dokumen PDF resmi.',
  lang: 'bahasa: id atau en',
  help: 'menampilkan bantuan ini',
  helpCommand: 'menampilkan bantuan sebuah perintah',
  version: 'menampilkan versi',
  trust:
    'sertifikat akar yang dipercaya (PEM atau DER), atau folder berisi sertifikat; boleh berulang',
  tsa: 'otoritas penanda waktu (RFC 3161); berulang: yang berikut dipakai bila yang pertama gagal',
  tsaUser: 'nama pengguna untuk --tsa yang pertama',
  tsaPasswordStdin: 'membaca kata sandinya dari baris pertama masukan standar',
  tsaPasswordFd: 'membaca kata sandinya dari deskriptor berkas N',
  offline: 'tanpa jaringan: tidak ada yang ditanya',
  passwordStdin: 'membaca kata sandi PDF yang terkunci dari baris pertama masukan standar',
  passwordFd: 'membaca kata sandi itu dari deskriptor berkas N',
  overwrite: 'boleh menimpa hasil yang sudah ada (dokumen asli tetap tidak)',
  json: 'menulis hasil sebagai JSON, untuk program lain',
  practice: 'mode latihan: tidak ada yang berlaku sungguhan (pena practice --help)',
  root: `
Contoh:
  pena tokens                                melihat token dan sertifikat
  pena sign surat.pdf --out surat-ttd.pdf    menandatangani
  pena verify surat-ttd.pdf                  memeriksa tanda tangan
  pena inspect surat.pdf                     melihat isi sebelum menandatangani

Bantuan tiap perintah: pena sign --help`,

  ...HELP_PROOF_ID,

  tokens: {
    usage: '[--module PATH]... [--json]',
    description:
      'Melihat token yang terpasang, sertifikatnya, dan apakah tiap sertifikat dapat dipakai menandatangani. PIN tidak diperlukan.',
    module: 'perangkat lunak token (PKCS#11) yang ikut diperiksa; boleh berulang',
    after: `
Contoh:
  pena tokens
  pena tokens --module /usr/lib/opensc-pkcs11.so
  pena tokens --json

JSON: satu larik. Tiap token:
  {module, slot, label, serial, manufacturer, model, pinPad, pinState, error: null,
   certificates: [{label, id, subject, issuer, serial, sha256, notBefore, notAfter,
                   hasPrivateKey, canSign, refusal: null | {code, text}}]}
Tiap modul yang gagal: {module, error: {code, text}}

Kode keluar:
  0 ada token   64 salah perintah   69 tidak ada token, atau modul yang disebut gagal`,
  },

  sign: {
    usage: 'BERKAS... [--out BERKAS|FOLDER] [opsi]',
    description:
      'Menandatangani PDF dengan token atau berkas PKCS#12. Berkas asli tidak pernah diubah: hasilnya berkas baru, utuh atau tidak ada sama sekali.',
    file: 'PDF yang ditandatangani',
    out: 'berkas baru, atau folder yang sudah ada (bawaan: di samping aslinya, surat-ditandatangani.pdf)',
    module: 'hanya perangkat lunak token (PKCS#11) ini',
    token: 'hanya token dengan label atau nomor seri ini',
    cert: 'hanya sertifikat dengan label ini, atau yang SHA-256-nya berawal demikian (8 angka atau lebih)',
    p12: 'berkas kunci PKCS#12 (.p12, .pfx) sebagai ganti token',
    field: 'kolom tanda tangan kosong yang diisi, atau nama kolom baru',
    page: 'halaman stempel: nomor mulai dari 1, atau last',
    rect: 'letak stempel dalam titik, dari kiri bawah: X,Y,LEBAR,TINGGI (selain itu tempat kosong)',
    tag: 'stempel menutupi penanda ini pada teks halaman, misalnya # atau $ atau ~',
    occurrence: 'tanda yang ke berapa, mulai dari 1; next: yang pertama belum bertanda tangan',
    size: 'ukuran stempel dalam titik: LEBAR,TINGGI (bawaan: ukuran rancangannya)',
    design: 'rancangan stempel: nama dari "pena designs", atau letak berkas JSON-nya',
    text: 'jabatan pada stempel; berulang atau dengan \\n untuk baris baru',
    zone: 'zona waktu pada stempel: WIB, WITA, atau WIT (bawaan: zona komputer ini)',
    nip: 'NIP pada stempel, untuk rancangan yang memuatnya',
    qr: 'isi kode QR pada stempel dan pada kaki halaman',
    specimen: 'gambar spesimen tanda tangan (PNG atau JPEG), untuk rancangan yang memuatnya',
    footer: 'kalimat kaki di tiap halaman, hanya sebelum tanda tangan pertama, misalnya kode-qr',
    reason: 'alasan penandatanganan',
    location: 'tempat penandatanganan',
    level:
      'b-b, b-t, b-lt, atau b-lta (bawaan: b-t bila ada otoritas penanda waktu, selain itu b-b)',
    allowUnchecked: 'tetap menandatangani bila tidak ada yang dapat menyatakan status pencabutan',
    allowIncomplete: 'menyimpan hasil tanpa penanda waktu atau bukti yang tidak dapat diperoleh',
    acceptFindings: 'tetap menandatangani dokumen dengan temuan yang biasanya ditolak',
    acceptChanges: 'tetap menandatangani dokumen yang diubah setelah tanda tangan sebelumnya',
    outOfTurn: 'tetap menandatangani walaupun belum gilirannya',
    certify:
      'menyertifikasi: 1 tanpa perubahan sesudahnya, 2 isian dan tanda tangan, 3 juga catatan',
    lock: 'mengunci kolom: all, only:KOLOM,.. atau except:KOLOM,..',
    algorithm: 'pkcs1 atau pss, bila kuncinya RSA',
    hash: 'sha256, sha384, atau sha512, bila kuncinya membolehkan',
    format: 'pades (bawaan), atau adbe: bentuk lama seperti layanan BSrE',
    pinStdin: 'membaca PIN atau passphrase dari baris pertama masukan standar',
    pinFd: 'membaca PIN atau passphrase dari deskriptor berkas N',
    lastTry: 'tetap memakai PIN itu walaupun tinggal satu percobaan',
    storePin: 'simpan PIN di keychain bila token menerimanya; PIN sebaiknya diketik sendiri',
    after: `
PIN ditanyakan di terminal tanpa ditampilkan, sekali untuk semua berkas. PIN di baris
perintah ditolak. PIN yang salah tidak pernah dicoba lagi oleh program.

Sebelum menandatangani, dokumennya diperiksa (lihat pena inspect) dan ditanyakan apakah
sertifikat dicabut (OCSP, atau CRL). Bila tidak ada jawaban, Anda ditanya apakah tetap
menandatangani; tanpa terminal dokumen tidak ditandatangani, kecuali --allow-unchecked.
--offline tidak bertanya sama sekali. Tiap penandatanganan dan tiap "ya" dicatat di jurnal.

Stempel terletak pada --page dan --rect, pada penanda --tag dalam teks, atau di tempat
--field yang kosong (dengan --design atau --text). Dengan --page, --text, atau --design
saja, tempat kosong dicari: tidak di atas stempel, tulisan atau gambar, sedapatnya di kanan
bawah, pada halaman terakhir kecuali --page menyebut lain. Selain itu tidak tampak.

Contoh:
  pena sign surat.pdf
  pena sign surat.pdf --text "Wali Kota"
  pena sign surat.pdf --out surat-ttd.pdf \\
      --page last --rect 300,120,220,80 --text "Wali Kota"
  pena sign surat.pdf --out surat-ttd.pdf --tag '#' --design kotak-qr --footer kode-qr \\
      --qr https://surat.contoh.go.id/123
  pena sign surat.pdf --out surat-ttd.pdf --field paraf1 --design paraf
  pena sign *.pdf --out ditandatangani/ --token "TOKEN SAYA"
  pena sign surat.pdf --out surat-ttd.pdf --level b-lta --tsa https://tsa.contoh.go.id/
  pena sign surat.pdf --out surat-ttd.pdf --p12 kunci.p12 --pin-fd 3 3< frasa.txt

JSON: satu larik, satu objek tiap berkas:
  {file, output, status: signed | failed | not-begun, field, level, size, footer,
   documentSha256, signer: null | {subject, issuer, serial, sha256, notBefore, notAfter},
   pending: null | {what: timestamp | proof, wanted, code, text},
   findings: [{code, severity, text, params}], error: null | {code, text}}

Kode keluar (bila berlainan, yang terberat):
  0 semua ditandatangani   64 salah perintah   65 PDF tidak dapat dibaca, atau ditolak
  69 token, kunci, PIN, server, atau tempat simpan   70 kesalahan Pena   130 dibatalkan`,
  },

  verify: {
    usage: 'BERKAS|FOLDER... [--trust BERKAS|FOLDER]... [opsi]',
    description: 'Memeriksa tanda tangan elektronik di dalam PDF. Token tidak diperlukan.',
    file: 'PDF yang diperiksa, atau folder yang semua PDF-nya diperiksa',
    policy: 'kebijakan penilaian (JSON) sebagai ganti bawaan',
    at: 'menilai untuk waktu ini, misalnya 2026-11-24T10:15:00+08:00',
    offline: 'tidak menanyakan pencabutan lewat jaringan',
    jsonl: 'satu objek JSON tiap baris, begitu sebuah berkas selesai diperiksa',
    csv: 'juga menulis satu baris tiap berkas ke berkas CSV ini',
    overwrite: 'boleh menimpa berkas CSV yang sudah ada',
    after: `
Contoh:
  pena verify surat-ttd.pdf
  pena verify surat-ttd.pdf --trust akar.pem
  pena verify arsip/ --jsonl --csv hasil.csv

Apakah sertifikat dicabut dilihat dari bukti di dalam dokumen; bila kurang, ditanyakan
kepada otoritasnya (OCSP, CRL). Server yang tidak menjawab menjadi alasan "belum dapat
dipastikan", bukan kesalahan.

JSON: satu larik, satu objek tiap berkas:
  {file, sha256, verdict, error: null | {code, text}, signatures: [...],
   revisions: [...], policy, trustDate}

Kode keluar (bila berlainan: 70, 69, 65, 64, 1, 2, 3, 0 dalam urutan ini):
  0 semua sah   1 ada yang tidak boleh diandalkan   2 ada yang belum dapat dipastikan
  3 tidak ada tanda tangan   64 salah perintah   65 ada berkas yang tidak dapat dibaca
  70 kesalahan Pena`,
  },
};
