// Terms of standards in sentences: each that the program itself gives is told in words, in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { preflightSentence, reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { standardTerm } from '../../../core/domain/messages/standard-terms.ts';

const root = fileURLToPath(new URL('../../../core', import.meta.url));

/** The terms of a union or of constants, as the source writes them. */
function written(file: string, pattern: RegExp): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(pattern)].map(([, term = '']) => term);
}

const FAULTS = written('pdf/structure-fault.ts', /\| '([a-z-]+)'/g);
const CHECKS = readdirSync(join(root, 'trust/checks')).flatMap((file) =>
  written(`trust/checks/${file}`, /id: '(\w+)'/g),
);
const OTHERS = [
  ...written('trust/certification-path.ts', /check: '(\w+)'/g),
  ...written('trust/judge-path.ts', /check: '(\w+)'/g),
  ...written('trust/name-constraints/path-names.ts', /check: '(\w+)'/g),
  ...written('trust/policies/path-policies.ts', /return '(\w+)'/g),
];

describe('a term of a standard', () => {
  it('is found in the source', () => {
    expect(FAULTS).toHaveLength(17);
    expect(CHECKS).toHaveLength(8);
    expect(new Set(OTHERS).size).toBeGreaterThanOrEqual(6);
  });

  it.each([...FAULTS, ...CHECKS, ...new Set(OTHERS)])('%s is told in words', (rule) => {
    const [id, en] = [standardTerm('rule', rule, 'id'), standardTerm('rule', rule, 'en')];
    expect(new Set([rule, id, en]).size).toBe(3);
    expect(`${id} ${en}`).not.toContain(rule.length > 7 ? rule : '{');
  });

  it('stands in the sentence of its reason', () => {
    const invalid = { name: 'BUDI', rule: 'keyCertSign' };
    expect(reasonSentence('CHAIN_INVALID', invalid, 'id', 'WITA')).toBe(
      'Sertifikat BUDI di dalam rantai tidak memenuhi aturan: kuncinya tidak boleh menerbitkan sertifikat.',
    );
    const added = { kind: 'Highlight', page: 2 };
    expect(reasonSentence('ANNOTATION_ADDED', added, 'id', 'WITA')).toBe(
      'Catatan (sorotan teks) ditambahkan pada halaman 2.',
    );
  });

  it('of a certification is told by what it permits', () => {
    expect(reasonSentence('CERTIFICATION_BROKEN', { level: 1 }, 'id', 'WITA')).toBe(
      'Dokumen diubah melebihi izin yang ditetapkan saat disertifikasi (tidak boleh diubah sama sekali).',
    );
    expect(preflightSentence('CERTIFIED', { level: 2 }, 'en')).toBe(
      'Its author has certified the document, which limits changes (only form entries and signatures).',
    );
  });

  it('that a file makes up is told as it stands, and nothing else is taken for a term', () => {
    expect(standardTerm('kind', 'Buatan', 'id')).toBe('Buatan');
    expect(standardTerm('kind', 'constructor', 'id')).toBe('constructor');
    expect(standardTerm('field', 'Text', 'id')).toBe('Text');
    expect(standardTerm('__proto__', 'toString', 'en')).toBe('toString');
  });
});
