// Asks for the old PIN (or the PUK) and the new PIN: at the terminal, twice for the new one, or from the
// descriptors that were named. A last try only where the person says so.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { AskPinChange, PinChange, PinChangeRequest } from '../../core/ports/token.ts';
import type { Shell } from '../shell.ts';
import { tokenPinTexts } from '../texts/token-pin.ts';
import { UsageError } from '../usage-error.ts';
import { readFirstLine } from './first-line.ts';
import type { SilentTerminal } from './silent-terminal.ts';
import { closePinSource, openPinSource, type PinOptions } from './source.ts';

export interface ChangeOptions extends PinOptions {
  readonly newPinFd?: string;
  readonly lastTry?: boolean;
}

export function askingChange(options: ChangeOptions, shell: Shell): AskPinChange {
  return async (request) => {
    const { err, language } = shell;
    const texts = tokenPinTexts(language);
    err.line(texts.introduce[request.kind](request.token.label), { tone: 'strong' });
    if (request.state === 'count-low') err.line(texts.countLow, { tone: 'warn' });
    const source = openPinSource(options, shell);
    try {
      if (source.kind === 'keyboard') return await typed(source.terminal, request, shell);
      checkLastTry(request, options);
      if (request.token.pinPad) return onPad(shell);
      if (source.kind === 'none') throw new PenaError('PIN_NOT_GIVEN');
      return { current: source.bytes.slice(), next: newPin(options) };
    } finally {
      closePinSource(source);
    }
  };
}

function checkLastTry({ kind, state, token }: PinChangeRequest, { lastTry }: ChangeOptions): void {
  if (state !== 'final-try' || lastTry === true) return;
  if (kind === 'change') throw new PenaError('TOKEN_PIN_LAST_TRY', { token: token.label });
  throw new PenaError('TOKEN_PUK_LAST_TRY', { token: token.label });
}

function newPin({ newPinFd }: ChangeOptions): Uint8Array {
  if (newPinFd === undefined) throw new PenaError('PIN_NOT_GIVEN');
  if (!/^\d{1,6}$/.test(newPinFd)) throw new UsageError('fdNumber', '--new-pin-fd');
  return readFirstLine(Number(newPinFd));
}

function onPad({ err, language }: Shell): PinChange {
  err.line(tokenPinTexts(language).pad);
  return { current: new Uint8Array(0), next: new Uint8Array(0) };
}

async function typed(
  terminal: SilentTerminal,
  { kind, state, token }: PinChangeRequest,
  shell: Shell,
): Promise<PinChange | null> {
  const { err, language } = shell;
  const texts = tokenPinTexts(language);
  if (state === 'final-try') {
    err.line(texts.finalTry[kind], { tone: 'bad' });
    const answer = await terminal.ask(texts.finalTryQuestion, true);
    const sure = answer !== null && Buffer.from(answer).toString().trim().toLowerCase();
    if (sure !== texts.yes) return null;
  }
  if (token.pinPad) return onPad(shell);
  const secrets: Uint8Array[] = [];
  const questions = [kind === 'change' ? texts.askOld : texts.askPuk, texts.askNew, texts.askAgain];
  try {
    for (const question of questions) {
      const secret = await terminal.ask(question, false);
      if (secret === null) return null;
      secrets.push(secret);
    }
    const [current, next, again] = secrets;
    if (current === undefined || next === undefined || again === undefined) return null;
    if (Buffer.compare(next, again) !== 0) {
      err.line(texts.different, { tone: 'bad' });
      return null;
    }
    return { current: current.slice(), next: next.slice() };
  } finally {
    for (const secret of secrets) secret.fill(0);
  }
}
