// What the network can refuse, in this program's words.
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { type ErrorParams, PenaError } from '../../core/domain/pena-error.ts';

export type NetworkErrorCode = Extract<ErrorCode, `NET_${string}`> | 'CANCELLED';

/** `params.host` is a server's name and port, never a whole address: paths may hold what is asked about. */
export class NetworkError extends PenaError<NetworkErrorCode> {
  override readonly name = 'NetworkError';

  constructor(code: NetworkErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, params, options);
  }
}

/** Codes of OpenSSL and Node that speak of a certificate or of the protocol, not of the line. */
const TLS_CODES =
  /^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET_ISSUER|VERIFY|DECODE)|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_)/;
/** The line was there and broke. HPE_*: what came was no HTTP (llhttp). */
const BROKEN = /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_.*)$/;

/** A failure of a request to `host`, by the code that Node gives it. */
export function networkError(thrown: unknown, host: string): NetworkError {
  if (thrown instanceof NetworkError) return thrown;
  const code = codeOf(thrown);
  const options = { cause: thrown };
  if (TLS_CODES.test(code)) return new NetworkError('NET_TLS', { host, cause: code }, options);
  if (BROKEN.test(code)) return new NetworkError('NET_INTERRUPTED', { host }, options);
  if (code === 'ETIMEDOUT') return new NetworkError('NET_TIMEOUT', { host }, options);
  return new NetworkError('NET_UNREACHABLE', { host }, options);
}

function codeOf(thrown: unknown): string {
  // Several addresses of one name tried in vain: AggregateError, whose parts know more than it does.
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return codeOf(thrown.errors[0]);
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : '';
}
