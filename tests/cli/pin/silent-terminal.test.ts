// What is typed at a PIN prompt: bytes, not shown, wiped, and nothing that was typed too early.
import { expect, test } from 'vitest';
import { SilentTerminal } from '../../../cli/pin/silent-terminal.ts';
import { TestKeyboard } from '../support/keyboard.ts';

function open() {
  const keyboard = new TestKeyboard();
  const controller = new AbortController();
  let said = '';
  const terminal = new SilentTerminal(keyboard, {
    write: (text) => (said += text),
    signal: controller.signal,
    onInterrupt: () => controller.abort(),
  });
  return { keyboard, terminal, controller, said: () => said };
}
const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString();

test('answers with the line, shows nothing of it, and wipes what it was given', async () => {
  const { keyboard, terminal, said } = open();
  expect(keyboard.raw).toBe(true);
  const answer = terminal.ask('PIN: ', false);
  const chunks = [keyboard.type('48'), keyboard.type('2915'), keyboard.type('\r')];
  expect(text(await answer)).toBe('482915');
  expect(said()).toBe('PIN: \n');
  for (const chunk of chunks) expect(chunk.every((byte) => byte === 0)).toBe(true);
});

test('takes back characters, also those of several bytes, and whole lines', async () => {
  const { keyboard, terminal } = open();
  const answer = terminal.ask('', false);
  keyboard.type('xyz\u0015');
  keyboard.type('12é\u007f\u007f3\n');
  expect(text(await answer)).toBe('13');
});

test('drops what was typed too early, between two questions, and behind a line', async () => {
  const { keyboard, terminal, said } = open();
  const early = keyboard.type('terlalu-dini\r');
  const first = terminal.ask('1: ', false);
  keyboard.type('satu\rsisa');
  expect(text(await first)).toBe('satu');
  keyboard.type('antara\r');
  const second = terminal.ask('2: ', false);
  keyboard.type('dua\r');
  expect(text(await second)).toBe('dua');
  expect(said()).toBe('1: \n2: \n');
  expect(early.every((byte) => byte === 0)).toBe(true);
});

test.each([
  ['Esc', '\u001b'],
  ['Ctrl+D', '\u0004'],
  ['Ctrl+C', '\u0003'],
])('%s cancels', async (_name, key) => {
  const { keyboard, terminal, controller } = open();
  const answer = terminal.ask('', false);
  keyboard.type(key);
  expect(await answer).toBeNull();
  expect(controller.signal.aborted).toBe(key === '\u0003');
});

test('Ctrl+C is heard while nothing is asked, and the next question is answered at once', async () => {
  const { keyboard, terminal, controller } = open();
  keyboard.type('\u0003');
  expect(controller.signal.aborted).toBe(true);
  expect(await terminal.ask('', false)).toBeNull();
});

test('arrow keys type nothing', async () => {
  const { keyboard, terminal } = open();
  const answer = terminal.ask('', false);
  keyboard.type('1');
  keyboard.type('\u001b[A');
  keyboard.type('2\r');
  expect(text(await answer)).toBe('12');
});

test('a longer line than any PIN is cut, not grown', async () => {
  const { keyboard, terminal } = open();
  const answer = terminal.ask('', false);
  keyboard.type('1'.repeat(1000));
  keyboard.type('\r');
  expect((await answer)?.length).toBe(256);
});

test('shows what is no secret', async () => {
  const { keyboard, terminal, said } = open();
  const answer = terminal.ask('? ', true);
  keyboard.type('yb\u007fa\r');
  expect(text(await answer)).toBe('ya');
  expect(said()).toBe('? yb\b \ba\n');
});

test('gives the terminal back, and answers what was still asked', async () => {
  const { keyboard, terminal } = open();
  const answer = terminal.ask('', false);
  terminal.close();
  terminal.close();
  expect(await answer).toBeNull();
  expect(keyboard).toMatchObject({ raw: false, reading: false });
  expect(keyboard.eventNames()).toEqual([]);
  expect(await terminal.ask('', false)).toBeNull();
});
