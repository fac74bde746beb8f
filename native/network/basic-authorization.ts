// The header value of HTTP Basic (RFC 7617).
import type { CredentialSource } from '../../core/ports/http-client.ts';

/** Null without a source, or where the source has nothing. The password's bytes are wiped. */
export async function basicAuthorization(
  source: CredentialSource | undefined,
): Promise<string | null> {
  const credential = (await source?.()) ?? null;
  if (credential === null) return null;
  const { user, password } = credential;
  const pair = Buffer.concat([Buffer.from(`${user}:`), password]);
  password.fill(0);
  try {
    return `Basic ${pair.toString('base64')}`;
  } finally {
    pair.fill(0);
  }
}
