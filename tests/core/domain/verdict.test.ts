// The sentence that comes first, as design.md words it.
import { describe, expect, it } from 'vitest';
import type { Indication, Verdict } from '../../../core/domain/indication.ts';
import {
  familiarPhrase,
  shownVerdict,
  verdictAdvice,
  verdictHelp,
  verdictSentence,
  verdictWords,
} from '../../../core/domain/messages/verdict.ts';
import type { ReasonCode } from '../../../core/domain/reason-code.ts';
import type { FileReport } from '../../../core/domain/report.ts';

type Judged = Parameters<typeof verdictSentence>[0];

function judged(verdict: Verdict, codes: readonly ReasonCode[], intact = true): Judged {
  const indication = verdict as Indication;
  const reasons = codes.map((code) => ({ code, params: {} }));
  const signature = { indication, intact, issuedUnder: 'BSRE', reasons };
  return {
    verdict,
    signatures: (verdict === 'NO_SIGNATURE'
      ? []
      : [signature]) as never as FileReport['signatures'],
    error: null,
  };
}

describe('the verdict', () => {
  it('says that a document can be relied on', () => {
    const report = judged('TOTAL_PASSED', ['SIGNATURE_INTACT']);
    expect(verdictSentence(report, 'id', 'WITA')).toBe('Sah: dapat diandalkan.');
    expect(verdictAdvice(report, 'id')).toBe('Tanda tangannya utuh dan dapat dipercaya.');
    expect(familiarPhrase(report)).toBe('Dokumen valid, Sertifikat yang digunakan terpercaya');
  });

  it('does not say what public services would, of whom only this user trusts', () => {
    const report = judged('TOTAL_PASSED', ['SIGNATURE_INTACT']);
    const signatures = report.signatures.map((one) => ({ ...one, issuedUnder: 'USER_TRUSTED' }));
    expect(familiarPhrase({ ...report, signatures: signatures as never })).toBeNull();
  });

  it('of an exercise that passed is one of its own, and nobody outside calls it valid', () => {
    const report = judged('TOTAL_PASSED', ['SIGNATURE_INTACT', 'PRACTICE_SIGNATURE']);
    expect(verdictSentence(report, 'id', 'WITA')).toBe(
      'Sah untuk latihan saja: tanda tangan ini dibuat untuk latihan dan hanya diakui dalam mode latihan.',
    );
    expect(verdictSentence(report, 'en', 'WITA')).toMatch(/^Valid for practice only: /);
    expect(verdictAdvice(report, 'en')).toMatch(/^Outside practice mode this file is not valid/);
    expect(familiarPhrase(report)).toBeNull();
    // One that failed fails as any other does.
    const broken = judged('TOTAL_FAILED', ['DIGEST_MISMATCH', 'PRACTICE_SIGNATURE'], false);
    expect(verdictSentence(broken, 'id', 'WITA')).toMatch(
      /^Jangan diandalkan: isi dokumen berubah/,
    );
  });

  it('names the one thing that is wrong', () => {
    const report = judged('TOTAL_FAILED', ['CHAIN_NOT_FOUND', 'DIGEST_MISMATCH'], false);
    expect(verdictSentence(report, 'id', 'WITA')).toBe(
      'Jangan diandalkan: isi dokumen berubah setelah ditandatangani.',
    );
    expect(verdictAdvice(report, 'en')).toBe('Base no decision on this file.');
    expect(familiarPhrase(report)).toMatch(/mengalami perubahan oleh pihak yang tidak berhak$/);
  });

  it('does not call it a change where something else is wrong', () => {
    expect(familiarPhrase(judged('TOTAL_FAILED', ['SIGNATURE_VALUE_WRONG'], false))).toBeNull();
  });

  it('names the one thing that is missing', () => {
    const report = judged('INDETERMINATE', ['SIGNATURE_INTACT', 'NO_ANCHORS']);
    expect(verdictSentence(report, 'en', 'WITA')).toBe(
      'Cannot be confirmed yet: this program has no trusted root yet, so the issuer cannot be judged.',
    );
    expect(verdictAdvice(report, 'id')).toMatch(/^Isi yang ditandatangani masih utuh/);
    expect(familiarPhrase(report)).toBeNull();
  });

  it('does not take pictures for signatures', () => {
    const report = judged('NO_SIGNATURE', []);
    expect(verdictSentence(report, 'id', 'WITA')).toBe('Tidak ditandatangani secara elektronik.');
    expect(verdictAdvice(report, 'id')).toMatch(/^Gambar tanda tangan, cap, atau kode QR/);
    expect(familiarPhrase(report)).toBe('Dokumen belum ditandatangani secara elektronik');
  });

  it('says what to do, and of an unsigned document to ask for the file itself', () => {
    expect(verdictHelp(judged('NO_SIGNATURE', []), 'en')).toMatch(
      /ask the sender for the original/,
    );
    expect(verdictHelp(judged('TOTAL_FAILED', ['DIGEST_MISMATCH'], false), 'id')).toMatch(
      /Mintalah dokumen asli/,
    );
    expect(verdictHelp(judged('TOTAL_PASSED', ['SIGNATURE_INTACT']), 'id')).toBeNull();
  });

  it('of an exercise outside practice mode has the words and the look of one that failed', () => {
    const report = judged('INDETERMINATE', ['SIGNATURE_INTACT', 'SIGNED_IN_PRACTICE']);
    expect(verdictSentence(report, 'id', 'WITA')).toMatch(/^Jangan diandalkan: /);
    expect(verdictAdvice(report, 'id')).toBe('Jangan jadikan berkas ini dasar keputusan.');
    expect(shownVerdict({ verdict: 'INDETERMINATE', reason: 'SIGNED_IN_PRACTICE' })).toBe(
      'TOTAL_FAILED',
    );
    expect(shownVerdict({ verdict: 'INDETERMINATE', reason: 'CHAIN_NOT_FOUND' })).toBe(
      'INDETERMINATE',
    );
  });

  it('says why a file could not be checked', () => {
    const error = { code: 'PDF_NOT_A_PDF', params: {} } as const;
    const report: Judged = { verdict: 'INDETERMINATE', signatures: [], error };
    expect(verdictWords(report, 'id')).toBe('Tidak dapat diperiksa');
    expect(verdictSentence(report, 'id', 'WITA')).toMatch(/^Tidak dapat diperiksa: /);
    expect(verdictAdvice(report, 'en')).toBe('This says nothing about the signatures in it.');
  });
});
