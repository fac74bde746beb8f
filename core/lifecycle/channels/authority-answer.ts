// What an authority's server answers over HTTPS: JSON that its key has signed, or a refusal.
import type { Certificate } from '../../cms/certificate.ts';
import { detachedSigner } from '../../cms/detached.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { CredentialSource, HttpClient } from '../../ports/http-client.ts';
import { isIssuedBy } from '../../trust/signed-by.ts';
import { parseJson, signedReceipt } from './wire.ts';

export interface AuthorityServer {
  /** `https://.../v1`, without a slash at the end. */
  readonly url: string;
  /** With the authority's own certificate or CA as the only ones it takes, where they are given. */
  readonly http: HttpClient;
  readonly timeoutMs: number;
  /** The access token, as the password of HTTP Basic; never sent on to another server. */
  readonly credential: CredentialSource;
  /** Certificates of the receipt's signer, or of CAs that issue them directly. */
  readonly receiptSigners: readonly Certificate[];
}

export const MAX_ANSWER_BYTES = 200_000;
/** The message is at fault, or is known already in another form: sending it again will not help. */
const REFUSALS = [400, 409, 413, 415, 422];

/**
 * What was signed, once it is known by whom.
 * @throws {PenaError} CHANNEL_ANSWER_INVALID for what is no signed answer; CHANNEL_RECEIPT_WRONG for another's key
 */
export function signedContent(
  answer: Uint8Array,
  { url, receiptSigners }: Pick<AuthorityServer, 'url' | 'receiptSigners'>,
): unknown {
  const host = hostOf(url);
  const parsed = signedReceipt.safeParse(parseJson(answer));
  if (!parsed.success) throw new PenaError('CHANNEL_ANSWER_INVALID', { host });
  const bytes = Buffer.from(parsed.data.receipt, 'base64');
  const signer = detachedSigner(Buffer.from(parsed.data.signature, 'base64'), bytes);
  const known = receiptSigners.some(
    (one) => signer !== null && (one.sha256 === signer.sha256 || isIssuedBy(signer, one)),
  );
  if (!known) throw new PenaError('CHANNEL_RECEIPT_WRONG', { host });
  return parseJson(bytes);
}

/** CHANNEL_REFUSED where sending it again would not help; everything else as it was. */
export function asRefusal(thrown: unknown, url: string): unknown {
  const status = thrown instanceof PenaError && thrown.code === 'NET_STATUS' ? thrown.params : {};
  if (!REFUSALS.includes(Number(status['status']))) return thrown;
  const detail = `HTTP ${String(status['status'])}`;
  return new PenaError('CHANNEL_REFUSED', { host: hostOf(url), detail }, { cause: thrown });
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
