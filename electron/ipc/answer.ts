// One entry of a contract bound to what answers it: the request is parsed before, the response after.
import type { z } from 'zod';
import type { CallEntry } from '../../core/contract/entry.ts';
import type { Envelope } from '../../core/contract/shapes.ts';
import { failureOf, logUnexpected, refusal } from './failure.ts';

/** Answers whatever a window sent. Never rejects. */
export type Answer = (request: unknown) => Promise<Envelope<unknown>>;

export function answer<Q extends z.ZodType, A extends z.ZodType>(
  entry: CallEntry<Q, A>,
  handle: (request: z.infer<Q>) => z.infer<A> | Promise<z.infer<A>>,
): Answer {
  return async (raw) => {
    const request = entry.request.safeParse(raw);
    if (!request.success) return refusal('IPC_REQUEST_INVALID');
    try {
      const response = entry.response.safeParse(await handle(request.data));
      if (response.success) return { ok: true, value: response.data };
      // Where it went wrong, not what stood there: that may be a document's own words.
      const places = response.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
      console.error(`response of the wrong shape: ${places.join('; ')}`);
      return refusal('IPC_RESPONSE_INVALID');
    } catch (thrown) {
      logUnexpected('handler', thrown);
      return { ok: false, error: failureOf(thrown) };
    }
  };
}
