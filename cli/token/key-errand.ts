// One login on a token for something that signs no document, with the PIN by the same ways as for signing.
import type { TokenErrand } from '../../core/domain/token-errand.ts';
import type { PinPrompt, TokenInfo } from '../../core/ports/token.ts';
import type { TokenKeys } from '../../core/ports/token-keys.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { notingPrompt } from '../../native/journal/secret-notes.ts';
import { withTokenKeys } from '../../native/pkcs11/key-life.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { openJournal } from '../journal/open.ts';
import { GivenPin } from '../pin/given-pin.ts';
import { closePinSource, openPinSource, type PinOptions } from '../pin/source.ts';
import { TerminalPrompt } from '../pin/terminal-prompt.ts';
import type { Shell } from '../shell.ts';
import { trace } from '../trace.ts';

export interface ErrandOptions extends PinOptions {
  readonly lastTry?: boolean;
}

/** @throws {PenaError} PIN_NOT_GIVEN, TOKEN_*, CANCELLED, and what `use` throws */
export async function onErrand<T>(
  service: TokenService,
  token: TokenInfo,
  { errand, name }: { readonly errand: TokenErrand; readonly name: string },
  options: ErrandOptions,
  shell: Shell,
  use: (keys: TokenKeys) => Promise<T>,
): Promise<T> {
  const source = openPinSource(options, shell);
  try {
    if (source.kind === 'none' && !token.pinPad) throw new PenaError('PIN_NOT_GIVEN');
    const asking: PinPrompt =
      source.kind === 'keyboard'
        ? new TerminalPrompt(source.terminal, shell, [])
        : new GivenPin(source.kind === 'given' ? source.bytes : null, options.lastTry === true);
    const prompt = notingPrompt(asking, null, {
      ...{ journal: openJournal({}), onProblem: (thrown) => trace(thrown, shell) },
    });
    return await withTokenKeys(service, token, { errand, name, prompt }, use);
  } finally {
    closePinSource(source);
  }
}
