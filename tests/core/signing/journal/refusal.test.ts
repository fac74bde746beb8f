// What the journal is told of a signing that was refused: the code, two digests, and nothing of the error's parameters.
import { describe, expect, test } from 'vitest';
import { journalEntry } from '../../../../core/domain/journal-entry.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import { refusalEntry } from '../../../../core/signing/journal/refusal.ts';

const certificate = 'a'.repeat(64);
const document = 'b'.repeat(64);
const digest = () => Promise.resolve(document);

describe('a refused signing', () => {
  test('is told by its code; names in the error stay out', async () => {
    const error = new PenaError('CERT_REVOKED', { name: 'BUDI', file: '/rumah/budi/sk.pdf' });
    const entry = await refusalEntry({ error, certificate, digest });
    expect(journalEntry.parse(entry)).toEqual({
      ...{ kind: 'refused', certificate, document, code: 'CERT_REVOKED', batch: null },
    });
  });

  test('is told without the digest of a document that cannot be read', async () => {
    const error = new PenaError('FILE_CHANGED');
    const gone = () => Promise.reject(new PenaError('FILE_NOT_FOUND'));
    const entry = await refusalEntry({ error, certificate: null, digest: gone });
    expect(journalEntry.parse(entry)).toMatchObject({ certificate: null, document: null });
  });

  test.each(['CANCELLED', 'TOKEN_IN_USE_HERE', 'JOURNAL_BUSY'] as const)(
    'is none where the code is %s, and nothing is read for it',
    async (code) => {
      let read = 0;
      const count = () => Promise.resolve(String((read += 1)));
      const refused = { error: new PenaError(code), certificate, digest: count };
      expect(await refusalEntry(refused)).toBe(null);
      expect(read).toBe(0);
    },
  );
});
