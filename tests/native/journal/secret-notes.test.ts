// What the journal keeps of PINs: a last try before it is used, a failure with its code, never the PIN.
import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../core/domain/journal-entry.ts';
import { journalEntry } from '../../../core/domain/journal-entry.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { PinPrompt, PinRequest } from '../../../core/ports/token.ts';
import { notesOfSecrets, notingPrompt } from '../../../native/journal/secret-notes.ts';

const CERTIFICATE = 'ab'.repeat(32);
const REQUEST: PinRequest = {
  token: { label: 'TOKEN', serial: 'A1', pinPad: false },
  ...{ pinState: 'ok', certificateName: 'ANI', previousWrong: false },
  purpose: { documents: [{ name: 'surat.pdf', sha256: 'cd'.repeat(32) }] },
};

function noted(fails = false) {
  const entries: JournalEntry[] = [];
  const onProblem = vi.fn();
  const pin = new Uint8Array([49, 50]);
  const judged = vi.fn(() => Promise.resolve());
  const asking: PinPrompt = { ask: () => Promise.resolve(pin), judged };
  const append = (entry: JournalEntry): Promise<void> => {
    if (fails) return Promise.reject(new PenaError('JOURNAL_BUSY'));
    entries.push(journalEntry.parse(entry));
    return Promise.resolve();
  };
  const notes = { journal: { append }, onProblem };
  return {
    entries,
    onProblem,
    pin,
    judged,
    notes,
    prompt: notingPrompt(asking, CERTIFICATE, notes),
  };
}

describe('notingPrompt', () => {
  it('writes down a PIN that the token did not take, after whoever keeps it was told', async () => {
    const { entries, judged, prompt } = noted();
    expect(await prompt.ask(REQUEST)).toEqual(new Uint8Array([49, 50]));
    await prompt.judged?.(false, 'TOKEN_PIN_INCORRECT');
    expect(judged).toHaveBeenCalledExactlyOnceWith(false, 'TOKEN_PIN_INCORRECT');
    expect(entries).toEqual([
      { kind: 'pin-failed', certificate: CERTIFICATE, code: 'TOKEN_PIN_INCORRECT' },
    ]);
  });

  it.each([
    [true, undefined],
    [false, 'TOKEN_MODULE_CRASHED'],
    [false, undefined],
  ] as const)('writes nothing where no PIN failed (%s, %s)', async (accepted, code) => {
    const { entries, prompt } = noted();
    await prompt.judged?.(accepted, code);
    expect(entries).toEqual([]);
  });

  it('writes down a last try before it is used', async () => {
    const { entries, prompt } = noted();
    await prompt.ask({ ...REQUEST, pinState: 'final-try' });
    expect(entries).toMatchObject([
      { kind: 'overridden', override: 'last-pin-try', by: 'person', certificate: CERTIFICATE },
    ]);
  });

  it('uses no last try that cannot be written down, and wipes it', async () => {
    const { pin, prompt } = noted(true);
    await expect(prompt.ask({ ...REQUEST, pinState: 'final-try' })).rejects.toMatchObject({
      code: 'JOURNAL_BUSY',
    });
    expect(pin).toEqual(new Uint8Array(2));
  });
});

describe('notesOfSecrets', () => {
  it.each([
    [{ kind: 'pin', id: CERTIFICATE }, 'pin', CERTIFICATE],
    [{ kind: 'tsa', id: 'https://tsa.example/' }, 'tsa', null],
    [{ kind: 'smtp', id: 'smtps://surel.example/' }, 'mail', null],
  ] as const)('names %j', async (name, what, certificate) => {
    const { entries, notes } = noted();
    await notesOfSecrets(notes)(name, 'deleted');
    expect(entries).toEqual([{ kind: 'secret', what, did: 'deleted', certificate }]);
  });

  it('says where it could not be written, and goes on', async () => {
    const { notes, onProblem } = noted(true);
    await notesOfSecrets(notes)({ kind: 'pin', id: CERTIFICATE }, 'stored');
    expect(onProblem).toHaveBeenCalledOnce();
  });
});
