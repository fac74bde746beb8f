// The life of a token's PIN on this side of the host: what the token says of it, a new PIN for an old
// one, and a new one by PUK. One action of the person is one try; nothing is tried by itself.
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { AskPinChange, PinChangeRequest } from '../../core/ports/token.ts';
import type { HostClient } from './host-client.ts';
import type { PinFacts } from './protocol.ts';
import { TokenError } from './token-error.ts';
import type { TokenService } from './token-service.ts';

export interface TokenPlace {
  /** TokenInfo.module and TokenInfo.serial. */
  readonly module: string;
  readonly serial: string;
  /** TokenInfo.label: tells tokens of one serial number apart. */
  readonly label?: string;
}

/** @throws {TokenError} TOKEN_NONE, TOKEN_AMBIGUOUS, TOKEN_MODULE_* */
export async function readPinFacts(service: TokenService, place: TokenPlace): Promise<PinFacts> {
  const client = await service.quietHost(place.module);
  return factsFrom(client, place);
}

/**
 * Ends every login, asks the person once, and sets the new PIN.
 * @throws {TokenError} TOKEN_PIN_*, TOKEN_PUK_*, TOKEN_UNBLOCK_UNSUPPORTED, TOKEN_MODULE_*, CANCELLED
 */
export async function setPin(
  service: TokenService,
  place: TokenPlace,
  kind: PinChangeRequest['kind'],
  ask: AskPinChange,
): Promise<void> {
  const client = await service.quietHost(place.module);
  const facts = await factsFrom(client, place);
  const { label, serial, pinPad, minLength, maxLength, pinToBeChanged } = facts;
  const token = { label, serial, pinPad };
  const state = kind === 'change' ? facts.pinState : facts.pukState;
  if (state === 'locked') {
    throw new TokenError(kind === 'change' ? 'TOKEN_PIN_LOCKED' : 'TOKEN_PUK_LOCKED', {
      token: label,
    });
  }
  const answer = await ask({ kind, token, state, first: pinToBeChanged, minLength, maxLength });
  if (answer === null) throw new TokenError('CANCELLED');
  const { current, next } = answer;
  try {
    if (!pinPad) checkLength(current, next, facts);
    const operation = kind === 'change' ? 'changePin' : 'unblockPin';
    await client.request(
      operation,
      { serial, label, pin: pinPad ? null : current, newPin: pinPad ? null : next },
      pinPad ? client.timeouts.pinPad : client.timeouts.login,
    );
  } catch (thrown) {
    throw named(thrown, label);
  } finally {
    current.fill(0);
    next.fill(0);
  }
}

function factsFrom(client: HostClient, { serial, label }: TokenPlace): Promise<PinFacts> {
  const request = label === undefined ? { serial } : { serial, label };
  return client.request('pinFacts', request, client.timeouts.session);
}

/** Before a try is spent: some tokens count an empty or short one. */
function checkLength(
  current: Uint8Array,
  next: Uint8Array,
  { minLength, maxLength }: PinFacts,
): void {
  const fits = next.length >= Math.max(minLength, 1) && next.length <= maxLength;
  if (current.length === 0 || !fits) throw new TokenError('TOKEN_PIN_LENGTH');
}

function named(thrown: unknown, token: string): PenaError {
  const error = toPenaError(thrown);
  return error.code.startsWith('TOKEN_')
    ? new PenaError(error.code, { token, ...error.params }, { cause: thrown })
    : error;
}
