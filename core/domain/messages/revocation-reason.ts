// CRLReason (RFC 5280 5.3.1) in words. Reports keep the standard's name beside them.
import type { Language } from '../language.ts';

const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unspecified: { id: 'alasan tidak disebutkan', en: 'no reason given' },
  keyCompromise: {
    id: 'kunci privat diketahui atau dipakai orang lain',
    en: 'private key compromised',
  },
  cACompromise: { id: 'kunci penerbit bocor', en: 'key of the authority compromised' },
  affiliationChanged: {
    id: 'pemilik pindah atau berganti jabatan',
    en: 'the holder’s affiliation changed',
  },
  superseded: { id: 'diganti sertifikat baru', en: 'replaced by a new certificate' },
  cessationOfOperation: { id: 'tidak dipakai lagi', en: 'no longer in use' },
  certificateHold: { id: 'dibekukan sementara', en: 'on hold' },
  removeFromCRL: { id: 'pembekuan dicabut kembali', en: 'hold lifted' },
  privilegeWithdrawn: { id: 'wewenang ditarik', en: 'privilege withdrawn' },
  aACompromise: {
    id: 'kunci otoritas atribut bocor',
    en: 'key of the attribute authority compromised',
  },
};

/** The name itself where no standard knows it. */
export function revocationReason(name: string, language: Language): string {
  return WORDS[name]?.[language] ?? name;
}
