// Which tokens are there now, asked several times a second (PKCS#11 v2.40, 5.4 and 5.5). A card is spoken to once,
// when it has just come: OpenSC sends commands to it at each C_GetTokenInfo, and hangs for good where the
// card is pulled out in the middle of one.
import type { Module } from 'graphene-pk11';
import { moduleError } from './cryptoki.ts';
import { slotsWithToken } from './inventory.ts';
import { readToken } from './token-info.ts';

/** CKF_DONT_BLOCK (PKCS#11 v2.40, 5.5, C_WaitForSlotEvent). */
const DONT_BLOCK = 1;
/** As many as a reader with many slots may have to say at once. */
const MOST_EVENTS = 64;

export class Presence {
  /** By slot, as long as it holds the same token; null where that is not set up. */
  readonly #known = new Map<string, string | null>();

  /** '' stands for a token that cannot be read. @throws {Pkcs11Error} */
  serials(module: Module): string[] {
    const slots = slotsWithToken(module).map((slot) => ({
      slot,
      key: slot.handle.toString('hex'),
    }));
    const keys = new Set(slots.map(({ key }) => key));
    for (const key of this.#known.keys()) if (!keys.has(key)) this.#known.delete(key);
    // One card for another between two looks.
    for (const key of changedSlots(module)) this.#known.delete(key);
    return slots.flatMap(({ slot, key }) => {
      const known = this.#known.get(key);
      if (known !== undefined) return known === null ? [] : [known];
      try {
        const { initialised, status } = readToken(slot);
        this.#known.set(key, initialised ? status.serial : null);
        return initialised ? [status.serial] : [];
      } catch (thrown) {
        return moduleError(thrown).code === 'TOKEN_REMOVED' ? [] : [''];
      }
    });
  }
}

/** Slots whose token has come or gone since the last call; modules without events say none. */
function changedSlots({ lib }: Module): string[] {
  const changed: string[] = [];
  try {
    for (let event = 0; event < MOST_EVENTS; event++) {
      const slot = lib.C_WaitForSlotEvent(DONT_BLOCK);
      if (slot === null) break;
      changed.push(slot.toString('hex'));
    }
  } catch {
    // CKR_FUNCTION_NOT_SUPPORTED, or none at the moment.
  }
  return changed;
}
