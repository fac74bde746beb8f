// What the person at the terminal is told before typing a PIN.
import { expect, test } from 'vitest';
import { SilentTerminal } from '../../../cli/pin/silent-terminal.ts';
import { TerminalPrompt } from '../../../cli/pin/terminal-prompt.ts';
import type { PinRequest } from '../../../core/ports/token.ts';
import { TestKeyboard } from '../support/keyboard.ts';
import { testShell, type TestShell } from '../support/shell.ts';

const REQUEST: PinRequest = {
  token: { label: 'UJI', serial: '0a1b', pinPad: false },
  pinState: 'ok',
  certificateName: 'BUDI\u001b[2J',
  purpose: { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] },
  previousWrong: false,
};

function prompting(documents: readonly string[]): {
  shell: TestShell;
  keyboard: TestKeyboard;
  prompt: TerminalPrompt;
} {
  const shell = testShell();
  const keyboard = new TestKeyboard();
  const terminal = new SilentTerminal(keyboard, {
    write: (text) => shell.err.raw(text),
    signal: shell.interrupt.signal,
    onInterrupt: () => shell.interrupt.abort('SIGINT'),
  });
  return { shell, keyboard, prompt: new TerminalPrompt(terminal, shell, documents) };
}

test('names token, certificate, all documents and the digest', async () => {
  const { shell, keyboard, prompt } = prompting(['sk.pdf', 'nota.pdf']);
  const asked = prompt.ask(REQUEST);
  keyboard.type('482915\r');
  expect(Buffer.from((await asked) ?? []).toString()).toBe('482915');
  expect(shell.said.out).toBe('');
  expect(shell.said.err).toBe(
    [
      '',
      'Token    UJI · nomor seri 0a1b',
      'Sebagai  BUDI\\u{1b}[2J',
      'Untuk    menandatangani 2 dokumen dengan satu PIN',
      '         - sk.pdf',
      '         - nota.pdf',
      'Dokumen  sk.pdf',
      `SHA-256  ${'ab'.repeat(32)}`,
      'PIN (tidak ditampilkan; Esc membatalkan): ',
      '',
    ].join('\n'),
  );
});

test('says what a login is for that signs no document', async () => {
  const { shell, keyboard, prompt } = prompting([]);
  const purpose = { documents: [], errand: 'make-key' as const };
  const asked = prompt.ask({ ...REQUEST, certificateName: 'SITI AMINAH', purpose });
  keyboard.type('482915\r');
  expect(Buffer.from((await asked) ?? []).toString()).toBe('482915');
  expect(shell.said.err).toBe(
    [
      '',
      'Token    UJI · nomor seri 0a1b',
      'Sebagai  SITI AMINAH',
      'Untuk    membuat pasangan kunci dan menandatangani permintaan sertifikat',
      'PIN (tidak ditampilkan; Esc membatalkan): ',
      '',
    ].join('\n'),
  );
  const again = prompt.ask({ ...REQUEST, purpose, previousWrong: true });
  keyboard.type('1\r');
  await again;
  expect(shell.said.err).toContain('PIN tadi salah. Belum ada yang diubah pada token.');
});

test('warns when tries are getting few, and says that the last PIN was wrong', async () => {
  const { shell, keyboard, prompt } = prompting(['sk.pdf']);
  const asked = prompt.ask({ ...REQUEST, previousWrong: true, pinState: 'count-low' });
  keyboard.type('1\r');
  await asked;
  expect(shell.said.err).toBe(
    'PIN tadi salah. Dokumen ini belum ditandatangani.\n' +
      'PIN pernah salah, jadi sisa percobaan berkurang. Ketik dengan hati-hati.\n' +
      'PIN (tidak ditampilkan; Esc membatalkan): \n',
  );
});

test.each([
  ['ya\r', true],
  ['YA\r', true],
  ['tidak\r', false],
  ['\r', false],
])('asks before the last try: %j', async (answer, goesOn) => {
  const { shell, keyboard, prompt } = prompting(['sk.pdf']);
  const asked = prompt.ask({ ...REQUEST, pinState: 'final-try' });
  keyboard.type(answer);
  await Promise.resolve();
  await Promise.resolve();
  if (goesOn) keyboard.type('9\r');
  expect(await asked).toEqual(goesOn ? new TextEncoder().encode('9') : null);
  expect(shell.said.err).toContain('Ini percobaan terakhir.');
});

test('asks for nothing here on a PIN pad', async () => {
  const { shell, prompt } = prompting(['sk.pdf']);
  const pad = { ...REQUEST, token: { ...REQUEST.token, pinPad: true } };
  expect(await prompt.ask(pad)).toEqual(new Uint8Array(0));
  expect(shell.said.err).toContain('PIN tidak diketik di komputer ini.');
});
