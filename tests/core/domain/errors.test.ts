// The sentences of errors: there for every code, alike in both languages, and whole without parameters.
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../core/domain/error-code.ts';
import { LANGUAGES } from '../../../core/domain/language.ts';
import { zoneOfOffset } from '../../../core/domain/local-time.ts';
import { ERRORS_EN } from '../../../core/domain/messages/errors.en.ts';
import { ERRORS_ID } from '../../../core/domain/messages/errors.id.ts';
import {
  afterColon,
  errorSentence,
  reasonSentence,
} from '../../../core/domain/messages/sentence.ts';

const holes = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(String).sort();

describe.each(ERROR_CODES)('%s', (code) => {
  it('has whole sentences with the same holes', () => {
    for (const sentence of [ERRORS_ID[code], ERRORS_EN[code]]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(sentence).not.toContain('!');
    }
    expect(holes(ERRORS_ID[code])).toEqual(holes(ERRORS_EN[code]));
  });

  it('is whole where nothing more is known', () => {
    for (const language of LANGUAGES) {
      expect(errorSentence(code, {}, language)).toMatch(/^[A-Z][^{}[\]]*\.$/);
      expect(errorSentence(code, {}, language)).not.toMatch(/ [.,;](?!\w)| {2}/);
    }
  });
});

describe('a sentence', () => {
  it('names what is known, and says times in words', () => {
    const params = { name: 'BUDI', notAfter: '2026-11-24T02:15:00.000Z' };
    expect(errorSentence('CERT_EXPIRED', params, 'id', 'WITA')).toBe(
      'Sertifikat BUDI kedaluwarsa pada 24 November 2026 10.15 WITA. Ajukan pembaruan kepada Otoritas Pendaftaran Anda.',
    );
    expect(errorSentence('CERT_EXPIRED', params, 'en', 'WIB')).toBe(
      'The certificate BUDI expired on 24 November 2026 09:15 WIB. Apply for renewal at your Registration Authority.',
    );
  });

  it('leaves out a part of which something is missing', () => {
    expect(errorSentence('PDF_PAGE_NOT_FOUND', { page: 9 }, 'id')).toBe(
      'Halaman 9 tidak ada. Pilih halaman lain.',
    );
    expect(
      errorSentence('TOKEN_MODULE_INVALID', { module: 'x.so', built: 'arm64', needed: '' }, 'en'),
    ).toMatch(/^The token software x\.so cannot be used on this computer\. Install/);
  });

  it('takes nothing out of parameters for holes, brackets or times', () => {
    expect(errorSentence('FILE_NOT_FOUND', { file: '[{file}] $& {x}' }, 'id')).toBe(
      'Berkas [{file}] $& {x} tidak ditemukan. Periksa nama dan foldernya.',
    );
    expect(errorSentence('FILE_NOT_FOUND', { file: '2026-11-24' }, 'id')).toContain(
      'Berkas 2026-11-24 tidak',
    );
  });

  it('of a reason has a word for what it cannot leave out', () => {
    expect(reasonSentence('KEY_USAGE_WRONG', { name: '' }, 'id')).toBe(
      'Sertifikat (tidak diketahui) tidak diterbitkan untuk keperluan ini.',
    );
    const params = { name: 'A', notBefore: '2026-12-31T16:30:00.000Z' };
    expect(reasonSentence('CERTIFICATE_NOT_YET_VALID', params, 'id', 'WIT')).toBe(
      'Sertifikat A baru mulai berlaku pada 1 Januari 2027 01.30 WIT.',
    );
  });

  it('goes on after a colon in small letters, but keeps acronyms', () => {
    expect(afterColon('Belum diperiksa.')).toBe('belum diperiksa.');
    expect(afterColon('PDF ini rusak.')).toBe('PDF ini rusak.');
  });
});

it("this computer's zone follows its distance from UTC", () => {
  expect([-420, -480, -540, 0, -330].map(zoneOfOffset)).toEqual([
    ...['WIB', 'WITA', 'WIT'],
    ...['WIB', 'WIB'],
  ]);
});

it('names what the author of a form accepts, where that is known', () => {
  const [constraint, asked] = ['Reasons', 'Setuju, Tahu'];
  expect(errorSentence('PDF_SEED_VALUE', { constraint, asked }, 'id')).toMatch(
    / \(Reasons\); yang diterima: Setuju, Tahu\.$/,
  );
  expect(errorSentence('PDF_SEED_VALUE', { constraint }, 'en')).toMatch(/ \(Reasons\)\.$/);
});
