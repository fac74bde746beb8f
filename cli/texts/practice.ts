// The words of practice mode in the terminal, in both languages.
import type { Language } from '../../core/domain/language.ts';

const ID = {
  description: 'Mode latihan: token latihan di komputer ini, terpisah dari semua yang sungguhan.',
  start: 'Menyiapkan token latihan dan menampilkan cara memakainya.',
  status: 'Menampilkan apa yang sudah disiapkan.',
  reset: 'Menghapus semua yang dibuat dalam mode latihan: token, jurnal, pengaturan.',
  after: `
Perintah apa pun dengan --practice berjalan dalam mode latihan:
  pena practice start
  pena --practice sign surat.pdf --out surat-latihan.pdf
  pena --practice verify surat-latihan.pdf

Setiap halaman yang ditandatangani bertanda LATIHAN. Di luar mode latihan, pena verify
menyebut tanda tangan itu tidak berlaku. Tidak ada yang dikirim ke luar komputer ini.
Tanpa --practice, perintah berikutnya kembali sungguhan; tidak ada yang perlu dihentikan.`,
  banner:
    'MODE LATIHAN: tidak ada yang berlaku secara hukum, dan tidak ada yang dikirim ke luar komputer ini.',
  warning: 'Hanya untuk berlatih: tanda tangannya tidak berlaku di luar mode latihan.',
  nothing: 'Belum ada token latihan. Siapkan dengan "pena practice start".',
  removed: 'Semua yang dibuat dalam mode latihan dihapus.',
  made: {
    token: 'Token latihan dibuat.',
    file: 'SoftHSM2 tidak terpasang, jadi tidak ada token latihan: dibuat berkas kunci latihan (PKCS#12) sebagai gantinya.',
  },
  facts: {
    token: 'Token',
    pin: 'PIN',
    file: 'Berkas kunci',
    passphrase: 'Frasa sandi',
    anchor: 'CA latihan',
    folder: 'Folder',
  },
  examples: (keyFile: string | null): readonly string[] => [
    `pena --practice sign surat.pdf --out surat-latihan.pdf${keyFile === null ? '' : ` --p12 ${keyFile}`}`,
    'pena --practice verify surat-latihan.pdf',
  ],
};

export type PracticeTexts = typeof ID;

const EN: PracticeTexts = {
  description: 'Practice mode: a practice token on this computer, apart from everything real.',
  start: 'Prepare the practice token and show how to use it.',
  status: 'Show what has been prepared.',
  reset: 'Delete everything made in practice mode: token, journal, settings.',
  after: `
Any command with --practice runs in practice mode:
  pena practice start
  pena --practice sign letter.pdf --out letter-practice.pdf
  pena --practice verify letter-practice.pdf

Every page that is signed is marked LATIHAN ("practice"). Outside practice mode, pena verify
calls such a signature not valid. Nothing is sent outside this computer.
Without --practice the next command is real again; there is nothing to stop.`,
  banner:
    'PRACTICE MODE (LATIHAN): nothing is legally valid, and nothing is sent outside this computer.',
  warning: 'For practice only: its signatures are not valid outside practice mode.',
  nothing: 'There is no practice token yet. Prepare it with "pena practice start".',
  removed: 'Everything made in practice mode was deleted.',
  made: {
    token: 'The practice token was made.',
    file: 'SoftHSM2 is not installed, so there is no practice token: a practice key file (PKCS#12) was made instead.',
  },
  facts: {
    token: 'Token',
    pin: 'PIN',
    file: 'Key file',
    passphrase: 'Passphrase',
    anchor: 'Practice CA',
    folder: 'Folder',
  },
  examples: (keyFile) => [
    `pena --practice sign letter.pdf --out letter-practice.pdf${keyFile === null ? '' : ` --p12 ${keyFile}`}`,
    'pena --practice verify letter-practice.pdf',
  ],
};

export function practiceTexts(language: Language): PracticeTexts {
  return language === 'en' ? EN : ID;
}
