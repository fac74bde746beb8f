// Lists a module's tokens and the certificates on them, without logging in.
import { ObjectClass, SessionFlag, type Module, type Session, type Slot } from 'graphene-pk11';
import type { AnswerOf, ListedToken } from '../protocol.ts';
import { CKR_ATTRIBUTE_TYPE_INVALID } from '../return-values.ts';
import { moduleError, returnValueOf } from './cryptoki.ts';
import { plainText, readToken } from './token-info.ts';

const CKA_LABEL = 0x03;
const CKA_VALUE = 0x11;
const CKA_ID = 0x102;

/** A token that cannot be read is a problem beside the others, not the end of the list. */
export function listTokens(module: Module): AnswerOf<'list'> {
  const tokens: ListedToken[] = [];
  const problems: AnswerOf<'list'>['problems'] = [];
  const { slots, invalid } = steadySlots(module);
  // Not all of them: one that answers nonsense for one slot may have good tokens in others.
  if (invalid) problems.push({ code: 'TOKEN_MODULE_INVALID', params: {} });
  for (const slot of slots) {
    try {
      const { initialised, status } = readToken(slot);
      if (!initialised) continue;
      tokens.push({ ...status, certificates: listCertificates(slot, status.loginRequired) });
    } catch (thrown) {
      const { code, params } = moduleError(thrown);
      // Pulled out while the list was made: it is just not there any more.
      if (code !== 'TOKEN_REMOVED') problems.push({ code, params });
    }
  }
  return { tokens, problems };
}

/** All slots with a token that the module knows: of a reader that is just being unplugged it knows no more. */
export function slotsWithToken(module: Module): Slot[] {
  return readSlots(module).slots;
}

/** A slot that is unknown as soon as it was named may be gone; one that still is, a moment later, is nonsense. */
function steadySlots(module: Module): {
  readonly slots: readonly Slot[];
  readonly invalid: boolean;
} {
  const first = readSlots(module);
  const { slots, unknown } = first.unknown === 0 ? first : readSlots(module);
  return { slots, invalid: unknown > 0 };
}

/** Each slot once: a list longer than what the module wrote goes on with what lay there, slots named before among it. */
function readSlots(module: Module): { readonly slots: Slot[]; readonly unknown: number } {
  const named = module.getSlots(true);
  const slots = new Map<string, Slot>();
  let unknown = 0;
  for (let index = 0; index < named.length; index++) {
    try {
      // C_GetSlotInfo.
      const slot = named.items(index);
      slots.set(slot.handle.toString('hex'), slot);
    } catch (thrown) {
      if (moduleError(thrown).code !== 'TOKEN_REMOVED') throw thrown;
      unknown++;
    }
  }
  return { slots: [...slots.values()], unknown };
}

function listCertificates(slot: Slot, loginRequired: boolean): ListedToken['certificates'] {
  const session = slot.open(SessionFlag.SERIAL_SESSION);
  try {
    const found = session.find({ class: ObjectClass.CERTIFICATE });
    return Array.from({ length: found.length }, (_, index) => {
      const object = found.items(index);
      const id = attribute(() => object.getAttribute(CKA_ID));
      return {
        certificate: new Uint8Array(attribute(() => object.getAttribute(CKA_VALUE))),
        label: plainText(attribute(() => object.getAttribute(CKA_LABEL)).toString('utf8')),
        id: id.toString('hex'),
        hasPrivateKey: hasPrivateKey(session, id, loginRequired),
      };
    }).filter(({ certificate }) => certificate.length > 0);
  } finally {
    session.close();
  }
}

/**
 * Private keys show only after login (CKA_PRIVATE). Before, a public key under the same CKA_ID is as
 * good as the key itself: nobody stores one without the other.
 */
function hasPrivateKey(session: Session, id: Buffer, loginRequired: boolean): boolean | null {
  if (id.length === 0) return false;
  const found = (type: ObjectClass): boolean => session.find({ class: type, id }).length > 0;
  if (found(ObjectClass.PRIVATE_KEY) || found(ObjectClass.PUBLIC_KEY)) return true;
  return loginRequired ? null : false;
}

/** An attribute that an object does not have is empty. */
export function attribute(read: () => Buffer | undefined): Buffer {
  try {
    return read() ?? Buffer.alloc(0);
  } catch (thrown) {
    if (returnValueOf(thrown) === CKR_ATTRIBUTE_TYPE_INVALID) return Buffer.alloc(0);
    throw thrown;
  }
}
