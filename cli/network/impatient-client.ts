// An HttpClient that does not knock again for a while where nobody opened: many documents name the same
// server, and each would wait for it anew.
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { HttpClient } from '../../core/ports/http-client.ts';

const REST = 60_000;
/** Of the line and the server, not of the question. */
const SILENCE = ['NET_TIMEOUT', 'NET_UNREACHABLE', 'NET_PROXY'];

export function impatientClient(http: HttpClient, now: () => number = Date.now): HttpClient {
  const silent = new Map<string, { until: number; error: PenaError }>();
  return {
    request: async (request) => {
      const host = URL.canParse(request.url) ? new URL(request.url).host : '';
      const known = silent.get(host);
      if (known !== undefined && known.until > now()) {
        const { code, params } = known.error;
        throw new PenaError(code, params);
      }
      try {
        return await http.request(request);
      } catch (thrown) {
        const error = toPenaError(thrown);
        if (SILENCE.includes(error.code)) silent.set(host, { until: now() + REST, error });
        throw thrown;
      }
    },
  };
}
