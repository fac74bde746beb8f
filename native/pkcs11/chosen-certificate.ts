// Finds what a choice means in what a module lists now: exactly one token, and one certificate on it.
import { createHash } from 'node:crypto';
import type { TokenCertificate } from '../../core/ports/token.ts';
import type { ListedToken } from './protocol.ts';
import { TokenError, type TokenErrorCode } from './token-error.ts';

export interface TokenChoice {
  /** TokenInfo.module, TokenInfo.serial and TokenCertificate.id. */
  readonly module: string;
  readonly tokenSerial: string;
  readonly id: string;
  /** TokenInfo.label: tells tokens of one serial number apart. */
  readonly tokenLabel?: string;
  /** Of the certificate; lower-case hexadecimal. A key may have several under its id: the old and the renewed one. */
  readonly sha256?: string;
}

/** @throws {TokenError} TOKEN_NONE, TOKEN_AMBIGUOUS, CERT_NOT_FOUND, CERT_AMBIGUOUS, CERT_KEY_MISSING */
export function chosenCertificate(
  tokens: readonly ListedToken[],
  choice: TokenChoice,
): { readonly token: ListedToken; readonly found: TokenCertificate } {
  const named = tokens.filter(
    ({ serial, label }) => serial === choice.tokenSerial && (choice.tokenLabel ?? label) === label,
  );
  const holding = named.filter(({ certificates }) => certificates.some(isChosen(choice)));
  // NSS gives all of its tokens one serial number, and only one of them holds certificates.
  const token = only(holding.length > 0 ? holding : named, ['TOKEN_NONE', 'TOKEN_AMBIGUOUS']);
  const found = only(token.certificates.filter(isChosen(choice)), [
    'CERT_NOT_FOUND',
    'CERT_AMBIGUOUS',
  ]);
  if (found.hasPrivateKey === false) {
    throw new TokenError('CERT_KEY_MISSING', { token: token.label });
  }
  return { token, found };
}

function isChosen({ id, sha256 }: TokenChoice): (found: TokenCertificate) => boolean {
  return (found) =>
    found.id === id && (sha256 === undefined || sha256Of(found.certificate) === sha256);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function only<T>(
  found: readonly T[],
  [none, several]: readonly [TokenErrorCode, TokenErrorCode],
): T {
  const [first] = found;
  if (first === undefined) throw new TokenError(none);
  if (found.length > 1) throw new TokenError(several);
  return first;
}
