// Every check, as a clerk meets it: its sentence and what to do now, in both languages, and no hole left in it.
import { describe, expect, it } from 'vitest';
import { reasonHelp } from '../../../core/domain/messages/reason-help.ts';
import { REASONS_EN } from '../../../core/domain/messages/reasons.en.ts';
import { REASONS_ID } from '../../../core/domain/messages/reasons.id.ts';
import { reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { verdictSentence } from '../../../core/domain/messages/verdict.ts';
import type { SignatureReport } from '../../../core/domain/report.ts';
import { CHECKS } from '../../../core/validation/checks/all.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judgeOne, makeDocument } from '../support/test-document.ts';

const ZONE = 'WITA';
const rows = CHECKS.map((check) => [`${check.id} ${check.subIndication ?? ''}`, check] as const);

/** What fills the holes of a sentence, named after themselves. */
function paramsOf(sentence: string): Record<string, string> {
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const TIMES = new Set(['time', 'notAfter', 'notBefore']);
  return Object.fromEntries(
    names.map((name) => [name, TIMES.has(name) ? '2026-11-24T02:15:00.000Z' : `(${name})`]),
  );
}

it('has an id of its own', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});

describe.each(rows)('%s', (_, { reason, indication, subIndication }) => {
  it('has a sentence and help in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const raw = (language === 'id' ? REASONS_ID : REASONS_EN)[reason];
      const sentence = reasonSentence(reason, paramsOf(raw), language, ZONE);
      expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(sentence).not.toMatch(/[{}[\]]|undefined|null/);
      // Codes are for the line below it, not for the clerk.
      expect(sentence).not.toMatch(/[A-Z]{3,}_/);
      expect(reasonHelp(reason, language)).toMatch(/^[A-Z].{15,}\.$/s);
    }
  });

  it('names a sub-indication where it does not pass', () => {
    expect(indication === 'TOTAL_PASSED' || subIndication !== null).toBe(true);
  });
});

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const file = makeDocument((digest) => makeCms({ signer, digest }));

it.each(rows.filter(([, { indication }]) => indication !== 'TOTAL_PASSED'))(
  '%s makes a verdict of one sentence',
  async (_, { reason, indication, subIndication }) => {
    const whole: SignatureReport = await judgeOne(file, { anchors: [root.der] });
    for (const language of ['id', 'en'] as const) {
      const raw = (language === 'id' ? REASONS_ID : REASONS_EN)[reason];
      const failed = { ...whole, indication, subIndication };
      const signatures = [{ ...failed, reasons: [{ code: reason, params: paramsOf(raw) }] }];
      const report = { verdict: indication, signatures, error: null };
      const sentence = verdictSentence(report, language, ZONE);
      expect(sentence).toMatch(/^[A-Z][^:]+: .+\.$/s);
      expect(sentence).not.toMatch(/[{}[\]]|\.\.$|: [^(]*: /);
    }
  },
);
