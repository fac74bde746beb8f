// A document that is signed, and then changed by an update: what most attacks are.
import type { Attack } from '../attacks/attack.ts';
import { baseDocument, type BaseOptions } from './base-document.ts';
import { signed } from './in-memory.ts';
import { update, type UpdateOptions } from './update.ts';

/** @param certification of the signature; null: an approval signature in the field that was foreseen */
export function changedLater(
  name: string,
  named: Attack['named'],
  base: BaseOptions,
  change: UpdateOptions | ((file: Buffer) => UpdateOptions),
  certification: 1 | 2 | 3 | null = null,
): Attack {
  return {
    name: certification === null ? name : `certified P=${certification}: ${name}`,
    named,
    build: async () => {
      const request = certification === null ? { field: 'pengesahan' } : { certification };
      const file = await signed(baseDocument(base), request);
      return update(file, typeof change === 'function' ? change(file) : change);
    },
  };
}
