// The words of `pena secrets` and of PINs kept in the keychain, in both languages.
import type { Language } from '../../core/domain/language.ts';
import type { KeychainGap, KeychainState, SecretKind } from '../../core/ports/secret-store.ts';

const ID = {
  description:
    'Menyimpan, menampilkan dan menghapus rahasia yang disimpan di keychain komputer ini.',
  list: 'Menampilkan apa yang disimpan; rahasianya sendiri tidak ditampilkan.',
  delete: 'Menghapus satu rahasia, menurut namanya di "pena secrets list".',
  deleteAll: 'Menghapus semua rahasia, kecuali kunci draf.',
  set: 'Menyimpan kata sandi otoritas penanda waktu di keychain. Rahasia untuk laporan: "pena lost secret".',
  user: 'nama pengguna di peladen itu',
  passwordStdin: 'baca kata sandi dari masukan standar, atau ketik bila itu papan tombol',
  passwordFd: 'baca kata sandi dari deskriptor ini',
  askPassword: 'Kata sandi (tidak ditampilkan; Esc membatalkan): ',
  kept: 'Kata sandi disimpan di keychain. Hapus dengan "pena secrets delete".',
  json: 'hasil sebagai JSON',
  none: 'Tidak ada rahasia yang disimpan.',
  deleted: (count: number) => `${String(count)} rahasia dihapus.`,
  name: 'Nama',
  owner: 'Untuk',
  since: 'Disimpan',
  expires: 'Berlaku sampai',
  kinds: {
    pin: 'PIN token',
    tsa: 'Kata sandi otoritas penanda waktu',
    smtp: 'Kata sandi e-mail',
    gateway: 'Kata sandi gerbang layanan',
    drafts: 'Kunci draf',
  } satisfies Record<SecretKind, string>,
  keychain: 'Keychain',
  states: {
    available: 'dapat dipakai',
    locked: 'terkunci',
    absent: 'tidak ada',
  } satisfies Record<KeychainState['state'], string>,
  gaps: {
    'no-bus': 'tidak ada bus sesi (D-Bus)',
    'no-service': 'tidak ada layanan penyimpan rahasia (Secret Service)',
    'no-answer': 'tidak menjawab',
    'no-module': 'bagian program (keytar) tidak terpasang',
  } satisfies Record<KeychainGap, string>,
  pin: {
    used: 'PIN dari keychain dipakai.',
    forgotten: 'PIN yang disimpan tidak diterima token dan dihapus dari keychain.',
    kept: 'PIN disimpan di keychain. Hapus dengan "pena secrets delete".',
    'not-kept': 'PIN tidak disimpan.',
  },
};

export type SecretTexts = typeof ID;

const EN: SecretTexts = {
  description: 'Keep, show and delete the secrets stored in the keychain of this computer.',
  list: 'Show what is stored; the secrets themselves are not shown.',
  delete: 'Delete one secret, by its name in "pena secrets list".',
  deleteAll: 'Delete all secrets except the key of the drafts.',
  set: 'Keep the password of a time-stamp authority in the keychain. Secrets for reports: "pena lost secret".',
  user: 'user name at that server',
  passwordStdin: 'read the password from standard input, or type it where that is a keyboard',
  passwordFd: 'read the password from this descriptor',
  askPassword: 'Password (not shown; Esc cancels): ',
  kept: 'The password is kept in the keychain. Delete it with "pena secrets delete".',
  json: 'result as JSON',
  none: 'No secrets are stored.',
  deleted: (count) => `${String(count)} ${count === 1 ? 'secret' : 'secrets'} deleted.`,
  name: 'Name',
  owner: 'For',
  since: 'Stored',
  expires: 'Valid until',
  kinds: {
    pin: 'Token PIN',
    tsa: 'Password of a time-stamp authority',
    smtp: 'E-mail password',
    gateway: 'Gateway password',
    drafts: 'Key of the drafts',
  },
  keychain: 'Keychain',
  states: { available: 'can be used', locked: 'locked', absent: 'none' },
  gaps: {
    'no-bus': 'no session bus (D-Bus)',
    'no-service': 'no Secret Service',
    'no-answer': 'it does not answer',
    'no-module': 'the part of the program for it (keytar) is not installed',
  },
  pin: {
    used: 'The PIN from the keychain is used.',
    forgotten: 'The token did not take the stored PIN; it was deleted from the keychain.',
    kept: 'The PIN is stored in the keychain. Delete it with "pena secrets delete".',
    'not-kept': 'The PIN was not stored.',
  },
};

export function secretTexts(language: Language): SecretTexts {
  return language === 'en' ? EN : ID;
}
