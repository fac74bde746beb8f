// What reasons name by a term of a standard, in words: the rule of RFC 5280 that a certificate breaks, what is odd
// about appended bytes (ISO 32000-2 7.5.6), the kind of an annotation (12.5.6), the level of a certification (12.8.2.2). Reports keep the term itself.
import type { Language } from '../language.ts';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const RULES: Words = {
  signature: {
    id: 'tidak ditandatangani oleh penerbit yang disebutnya',
    en: 'it is not signed by the issuer that it names',
  },
  issuer: { id: 'penerbitnya tidak ditemukan', en: 'its issuer is not found' },
  revocation: { id: 'sudah dicabut', en: 'it was revoked' },
  basicConstraints: {
    id: 'bukan sertifikat penerbit',
    en: 'it is not an authority’s certificate',
  },
  keyCertSign: {
    id: 'kuncinya tidak boleh menerbitkan sertifikat',
    en: 'its key may not issue certificates',
  },
  pathLenConstraint: {
    id: 'penerbit di bawahnya lebih banyak daripada yang diizinkan',
    en: 'more authorities stand below it than it permits',
  },
  criticalExtension: {
    id: 'memuat ketentuan wajib yang tidak dikenal',
    en: 'it holds a binding rule that is not known',
  },
  notAfter: { id: 'sudah kedaluwarsa', en: 'it has expired' },
  notBefore: { id: 'belum berlaku', en: 'it is not valid yet' },
  version: {
    id: 'versinya tidak sesuai dengan isinya',
    en: 'its version does not fit what it holds',
  },
  signatureAlgorithm: {
    id: 'menyebut dua algoritma yang berlainan',
    en: 'it names two different algorithms',
  },
  nameConstraints: {
    id: 'namanya di luar wewenang penerbitnya',
    en: 'its name is beyond what its issuer may certify',
  },
  certificatePolicies: {
    id: 'kebijakannya tidak sesuai dengan kebijakan penerbitnya',
    en: 'its policies do not fit those of its issuer',
  },
  policyMappings: {
    id: 'kebijakannya dipadankan dengan cara yang dilarang',
    en: 'its policies are mapped in a way that is forbidden',
  },

  sections: {
    id: 'bagian penutupnya hilang atau lebih dari satu',
    en: 'its closing part is missing or there more than once',
  },
  'unknown-bytes': {
    id: 'ada bita yang bukan bagian dari PDF',
    en: 'it holds bytes that are no part of a PDF',
  },
  'second-xref': {
    id: 'daftar objek kedua yang tersembunyi',
    en: 'a second, hidden list of objects',
  },
  'unlisted-object': {
    id: 'objek yang tidak ada di daftarnya',
    en: 'an object that is not listed',
  },
  'misplaced-object': {
    id: 'objek tidak berada di tempat yang disebut daftarnya',
    en: 'an object is not where the list says',
  },
  'ambiguous-entry': { id: 'satu objek didaftar dua kali', en: 'one object is listed twice' },
  size: { id: 'daftarnya tidak memuat semua objek', en: 'the list leaves out objects' },
  startxref: {
    id: 'penutupnya tidak menunjuk daftar objek',
    en: 'its end does not lead to the list of objects',
  },
  'bypassed-section': {
    id: 'isi yang ditandatangani dilewati',
    en: 'what was signed is passed over',
  },
  comment: {
    id: 'komentar atau teks yang dapat terbaca sebagai isi',
    en: 'a comment or string that could be read as content',
  },
  'odd-syntax': {
    id: 'ditulis dengan cara yang dibaca berbeda oleh aplikasi yang berbeda',
    en: 'it is written in a way that different programs read differently',
  },
  'buried-object': {
    id: 'sebuah objek disembunyikan di dalam objek lain',
    en: 'an object is hidden within another one',
  },
  'dangling-reference': {
    id: 'merujuk ke objek yang tidak ada',
    en: 'it refers to an object that is not there',
  },
  'repeated-key': { id: 'satu keterangan ditulis dua kali', en: 'one entry is written twice' },
  'cut-off': { id: 'tambahannya terpotong', en: 'what was added is cut off' },
  'appended-bytes': {
    id: 'ada sisa bita setelah akhir berkas',
    en: 'bytes are left after the end of the file',
  },
  'appended-objects': {
    id: 'ada isi yang ditempelkan setelah akhir berkas',
    en: 'content was put after the end of the file',
  },
};

const KINDS: Words = {
  Text: { id: 'catatan tempel', en: 'note' },
  FreeText: { id: 'tulisan', en: 'text' },
  Highlight: { id: 'sorotan teks', en: 'highlight' },
  Underline: { id: 'garis bawah', en: 'underline' },
  Squiggly: { id: 'garis bergelombang', en: 'squiggly line' },
  StrikeOut: { id: 'coretan teks', en: 'strike-out' },
  Stamp: { id: 'cap', en: 'stamp' },
  Square: { id: 'kotak', en: 'rectangle' },
  Circle: { id: 'lingkaran', en: 'circle' },
  Line: { id: 'garis', en: 'line' },
  Polygon: { id: 'bidang', en: 'polygon' },
  PolyLine: { id: 'garis patah', en: 'polyline' },
  Ink: { id: 'goresan', en: 'drawing' },
  Caret: { id: 'tanda sisipan', en: 'caret' },
  Popup: { id: 'jendela catatan', en: 'pop-up' },
  Link: { id: 'tautan', en: 'link' },
  FileAttachment: { id: 'lampiran', en: 'attachment' },
  Redact: { id: 'tanda penghitaman', en: 'redaction mark' },
  Watermark: { id: 'tanda air', en: 'watermark' },
  Widget: { id: 'kolom formulir', en: 'form field' },
  Sound: { id: 'suara', en: 'sound' },
  Movie: { id: 'film', en: 'film' },
  Screen: { id: 'media', en: 'media' },
  RichMedia: { id: 'media', en: 'media' },
  '3D': { id: 'gambar tiga dimensi', en: '3D picture' },
};

/** What a certified document permits (ISO 32000-2, table 257, P). */
const LEVELS: Words = {
  1: { id: 'tidak boleh diubah sama sekali', en: 'no change at all' },
  2: {
    id: 'hanya pengisian formulir dan tanda tangan',
    en: 'only form entries and signatures',
  },
  3: {
    id: 'hanya pengisian formulir, tanda tangan, dan catatan',
    en: 'only form entries, signatures and comments',
  },
};

/** By the name of the parameter that holds the term. */
const TERMS: Readonly<Record<string, Words>> = { rule: RULES, kind: KINDS, level: LEVELS };

/** The term as it stands where the parameter holds none of these, or one that is not known. */
export function standardTerm(parameter: string, term: string, language: Language): string {
  const words = Object.hasOwn(TERMS, parameter) ? TERMS[parameter] : undefined;
  return words !== undefined && Object.hasOwn(words, term)
    ? (words[term]?.[language] ?? term)
    : term;
}
