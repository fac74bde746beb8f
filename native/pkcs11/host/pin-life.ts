// Changing and unblocking the user's PIN (PKCS#11 v2.40, 5.6 C_InitPIN, C_SetPIN): one call, one try.
import {
  SessionFlag,
  TokenFlag,
  UserType,
  type Module,
  type Session,
  type Slot,
} from 'graphene-pk11';
import type { PinState } from '../../../core/ports/token.ts';
import type { PinFacts, RequestOf } from '../protocol.ts';
import { TokenError } from '../token-error.ts';
import { attempt } from './cryptoki.ts';
import { has, statusOf } from './token-info.ts';
import { pinText, tokenSlot } from './token-session.ts';

/** CK_ULONG(-1) and other lengths that nobody types say nothing. */
const LONGEST = 256;

/** @throws {TokenError} TOKEN_NONE, TOKEN_AMBIGUOUS; Pkcs11Error */
export function pinFacts(slot: Slot): PinFacts {
  const token = slot.getToken();
  const flag = (one: TokenFlag): boolean => has(token, one);
  return {
    ...statusOf(slot, token),
    pinSet: flag(TokenFlag.USER_PIN_INITIALIZED),
    pinToBeChanged: flag(TokenFlag.USER_PIN_TO_BE_CHANGED),
    pukState: pukState(flag),
    minLength: length(token.minPinLen, 0),
    maxLength: length(token.maxPinLen, LONGEST),
  };
}

function pukState(flag: (one: TokenFlag) => boolean): PinState {
  if (flag(TokenFlag.SO_PIN_LOCKED)) return 'locked';
  if (flag(TokenFlag.SO_PIN_FINAL_TRY)) return 'final-try';
  return flag(TokenFlag.SO_PIN_COUNT_LOW) ? 'count-low' : 'ok';
}

function length(told: number, otherwise: number): number {
  return Number.isInteger(told) && told >= 0 && told <= LONGEST ? told : otherwise;
}

type Secret = Uint8Array | null;
type Place = RequestOf<'pinFacts'>;

/** Wipes both. @throws {TokenError} TOKEN_PIN_* */
export function changePin(module: Module, place: Place, pin: Secret, newPin: Secret): void {
  withSession(module, place, pin, newPin, (session) => {
    session.setPin(pinText(pin), pinText(newPin));
  });
}

/**
 * Wipes both.
 * @throws {TokenError} TOKEN_PUK_INCORRECT, TOKEN_PUK_LOCKED; TOKEN_UNBLOCK_UNSUPPORTED where the module
 *   has no such way (OpenSC with a PIV card answers CKR_GENERAL_ERROR)
 */
export function unblockPin(module: Module, place: Place, puk: Secret, newPin: Secret): void {
  withSession(module, place, puk, newPin, (session) => {
    try {
      attempt(() => session.login(pinText(puk), UserType.SO));
    } catch (thrown) {
      throw ofPuk(thrown);
    }
    try {
      attempt(() => session.initPin(pinText(newPin)));
    } catch (thrown) {
      throw unsupported(thrown);
    } finally {
      session.logout();
    }
  });
}

function withSession(
  module: Module,
  { serial, label }: Place,
  pin: Secret,
  newPin: Secret,
  use: (session: Session) => void,
): void {
  try {
    attempt(() => {
      const slot = tokenSlot(module, serial, label);
      const session = slot.open(SessionFlag.SERIAL_SESSION | SessionFlag.RW_SESSION);
      try {
        use(session);
      } finally {
        session.close();
      }
    });
  } finally {
    pin?.fill(0);
    newPin?.fill(0);
  }
}

function ofPuk(thrown: unknown): unknown {
  if (!(thrown instanceof TokenError)) return thrown;
  if (thrown.code === 'TOKEN_PIN_INCORRECT') return new TokenError('TOKEN_PUK_INCORRECT');
  if (thrown.code === 'TOKEN_PIN_LOCKED') return new TokenError('TOKEN_PUK_LOCKED');
  return unsupported(thrown);
}

function unsupported(thrown: unknown): unknown {
  return thrown instanceof TokenError && thrown.code === 'TOKEN_GENERAL_ERROR'
    ? new TokenError('TOKEN_UNBLOCK_UNSUPPORTED', thrown.params)
    : thrown;
}
