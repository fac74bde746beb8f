// Reads what a token says of itself (CK_TOKEN_INFO, PKCS#11 v2.40, 3.2).
import { TokenFlag, type Slot, type Token } from 'graphene-pk11';
import type { PinState } from '../../../core/ports/token.ts';
import type { TokenStatus } from '../protocol.ts';

export interface TokenReading {
  readonly status: TokenStatus;
  /** SoftHSM and others always list one more slot, with a token that nobody has set up yet. */
  readonly initialised: boolean;
}

/** One C_GetTokenInfo: at each, OpenSC asks the card for its PIN counter. @throws Pkcs11Error */
export function readToken(slot: Slot): TokenReading {
  const token = slot.getToken();
  return {
    initialised: has(token, TokenFlag.TOKEN_INITIALIZED),
    status: statusOf(slot, token),
  };
}

export function statusOf(slot: Slot, token: Token): TokenStatus {
  return {
    slot: slotNumber(slot.handle),
    label: plainText(token.label),
    serial: plainText(token.serialNumber),
    manufacturer: plainText(token.manufacturerID),
    model: plainText(token.model),
    pinPad: has(token, TokenFlag.PROTECTED_AUTHENTICATION_PATH),
    pinState: pinState(token),
    loginRequired: has(token, TokenFlag.LOGIN_REQUIRED),
  };
}

function pinState(token: Token): PinState {
  if (has(token, TokenFlag.USER_PIN_LOCKED)) return 'locked';
  if (has(token, TokenFlag.USER_PIN_FINAL_TRY)) return 'final-try';
  return has(token, TokenFlag.USER_PIN_COUNT_LOW) ? 'count-low' : 'ok';
}

export function has(token: Token, flag: TokenFlag): boolean {
  return (token.flags & flag) !== 0;
}

/** CK_SLOT_ID in the machine's own byte order; all machines that Electron runs on are little-endian. */
function slotNumber(handle: Buffer): number {
  return handle.readUIntLE(0, Math.min(handle.length, 6));
}

/** What a module calls things is shown in terminals and windows: no control characters, no padding. */
export function plainText(value: string): string {
  return value.replace(/\p{C}/gu, '').trim().slice(0, 256);
}
