// The words of `pena token pin`, in both languages.
import type { Language } from '../../core/domain/language.ts';
import type { PinState } from '../../core/ports/token.ts';

const ID = {
  description: 'PIN token: keadaannya, menggantinya, dan membukanya dengan PUK.',
  show: 'Menampilkan keadaan PIN dan PUK serta ketentuan panjangnya.',
  change: 'Mengganti PIN dengan PIN lama dan PIN baru.',
  unblock: 'Membuka PIN yang terkunci dengan PUK, bila perangkat lunak token menyediakannya.',
  module: 'perangkat lunak token (PKCS#11)',
  token: 'label atau nomor seri token',
  pinStdin: 'baca PIN lama (atau PUK) dari masukan standar',
  pinFd: 'baca PIN lama (atau PUK) dari deskriptor ini',
  newPinFd: 'baca PIN baru dari deskriptor ini',
  lastTry: 'pakai percobaan terakhir',
  json: 'hasil sebagai JSON',
  pin: 'PIN',
  puk: 'PUK',
  length: 'Panjang PIN',
  lengths: (min: number, max: number) => `${String(min)} sampai ${String(max)} byte`,
  states: {
    ok: 'tidak ada percobaan salah',
    'count-low': 'pernah salah; sisa percobaan berkurang',
    'final-try': 'tinggal satu percobaan',
    locked: 'terkunci',
  } satisfies Record<PinState, string>,
  notSet: 'belum pernah dipasang; hanya dapat dipasang dengan PUK',
  toBeChanged: 'masih PIN awal dari penerbit; ganti sekarang',
  wayOut: {
    pin: 'Bila PIN terkunci: "pena token pin unblock" dengan PUK, atau hubungi Otoritas Pendaftaran.',
    puk: 'PUK terkunci: token tidak dapat dibuka lagi di sini. Hubungi Otoritas Pendaftaran untuk mengganti token.',
  },
  introduce: {
    change: (token: string) => `Mengganti PIN token ${token}`,
    unblock: (token: string) => `Membuka PIN token ${token} dengan PUK`,
  },
  countLow: 'Pernah salah, jadi sisa percobaan berkurang. Ketik dengan hati-hati.',
  finalTry: {
    change: 'Ini percobaan terakhir. Bila PIN lama salah lagi, token terkunci.',
    unblock: 'Ini percobaan PUK terakhir. Bila salah lagi, token terkunci untuk selamanya.',
  },
  finalTryQuestion: 'Ketik "ya" bila Anda yakin: ',
  yes: 'ya',
  askOld: 'PIN lama (tidak ditampilkan; Esc membatalkan): ',
  askPuk: 'PUK (tidak ditampilkan; Esc membatalkan): ',
  askNew: 'PIN baru: ',
  askAgain: 'PIN baru sekali lagi: ',
  different: 'Kedua PIN baru tidak sama. Tidak ada yang diubah.',
  pad: 'Ketik semuanya pada papan tombol alat pembaca.',
  changed: 'PIN diganti. PIN lama tidak berlaku lagi.',
  unblocked: 'PIN dibuka dan diganti.',
};

export type TokenPinTexts = typeof ID;

const EN: TokenPinTexts = {
  description: "A token's PIN: its state, changing it, and unblocking it with the PUK.",
  show: 'Show the state of PIN and PUK, and the rules for their length.',
  change: 'Change the PIN with the old and a new one.',
  unblock: "Unblock a locked PIN with the PUK, where the token's software can.",
  module: "the token's software (PKCS#11)",
  token: 'label or serial number of the token',
  pinStdin: 'read the old PIN (or the PUK) from standard input',
  pinFd: 'read the old PIN (or the PUK) from this descriptor',
  newPinFd: 'read the new PIN from this descriptor',
  lastTry: 'use the last try',
  json: 'result as JSON',
  pin: 'PIN',
  puk: 'PUK',
  length: 'Length of the PIN',
  lengths: (min, max) => `${String(min)} to ${String(max)} bytes`,
  states: {
    ok: 'no wrong tries',
    'count-low': 'was wrong; fewer tries are left',
    'final-try': 'one try left',
    locked: 'locked',
  },
  notSet: 'never set; it can be set only with the PUK',
  toBeChanged: 'still the first PIN from the issuer; change it now',
  wayOut: {
    pin: 'If the PIN is locked: "pena token pin unblock" with the PUK, or ask your Registration Authority.',
    puk: 'The PUK is locked: the token cannot be opened here any more. Ask your Registration Authority to replace it.',
  },
  introduce: {
    change: (token) => `Changing the PIN of the token ${token}`,
    unblock: (token) => `Unblocking the PIN of the token ${token} with its PUK`,
  },
  countLow: 'It was wrong before, so fewer tries are left. Type with care.',
  finalTry: {
    change: 'This is the last try. If the old PIN is wrong again, the token locks.',
    unblock: 'This is the last try of the PUK. If it is wrong again, the token locks for good.',
  },
  finalTryQuestion: 'Type "yes" if you are sure: ',
  yes: 'yes',
  askOld: 'Old PIN (not shown; Esc cancels): ',
  askPuk: 'PUK (not shown; Esc cancels): ',
  askNew: 'New PIN: ',
  askAgain: 'New PIN once more: ',
  different: 'The two new PINs are not the same. Nothing was changed.',
  pad: "Type everything on the reader's own keys.",
  changed: 'The PIN is changed. The old one is no longer valid.',
  unblocked: 'The PIN is unblocked and changed.',
};

export function tokenPinTexts(language: Language): TokenPinTexts {
  return language === 'en' ? EN : ID;
}
