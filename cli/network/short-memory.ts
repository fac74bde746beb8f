// Answers about revocation, kept for some minutes of one run: a batch asks once about its certificate, and
// still nobody signs on yesterday's word (PP 71/2019 Pasal 62 asks about now).
import type { RevocationCache } from '../../core/ports/revocation-cache.ts';

const MAX_AGE = 5 * 60_000;

export function shortMemory(maxAge = MAX_AGE): RevocationCache {
  const kept = new Map<string, { value: Uint8Array; since: number; until: Date }>();
  return {
    get: (key, now) => {
      const entry = kept.get(key);
      const age = now.getTime() - (entry?.since ?? 0);
      const holds = entry !== undefined && age < maxAge && entry.until > now;
      if (!holds) kept.delete(key);
      return Promise.resolve(holds ? entry.value : null);
    },
    set: (key, value, until) => {
      kept.set(key, { value, since: Date.now(), until });
      return Promise.resolve();
    },
  };
}
