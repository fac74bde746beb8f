// What to do now: there for every reason, in both languages, in whole sentences without shouting.
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '../../../core/domain/reason-code.ts';
import { REASON_HELP_EN } from '../../../core/domain/messages/reason-help.en.ts';
import { REASON_HELP_ID } from '../../../core/domain/messages/reason-help.id.ts';
import { reasonHelp } from '../../../core/domain/messages/reason-help.ts';

describe('help for reasons', () => {
  it('knows every code in both languages, and no other', () => {
    const codes = [...REASON_CODES].sort();
    expect(Object.keys(REASON_HELP_ID).sort()).toEqual(codes);
    expect(Object.keys(REASON_HELP_EN).sort()).toEqual(codes);
  });

  it.each(REASON_CODES)('%s: whole sentences', (code) => {
    for (const language of ['id', 'en'] as const) {
      const help = reasonHelp(code, language);
      expect(help).toMatch(/^[A-Z].*\.$/s);
      expect(help).not.toMatch(/[!{}[\]]/);
      expect(help.length).toBeLessThan(300);
    }
  });

  it('is in the language asked for', () => {
    expect(reasonHelp('DIGEST_MISMATCH', 'id')).toContain('Mintalah dokumen asli');
    expect(reasonHelp('DIGEST_MISMATCH', 'en')).toContain('Ask the signer');
  });
});
