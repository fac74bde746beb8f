// What the command line says about servers: which time-stamp authorities, with which password, or none.
import type { CredentialSource } from '../../core/ports/http-client.ts';
import type { StampAuthority } from '../../core/trust/timestamping.ts';
import type { TimestampAuthority } from '../../native/settings/settings-file.ts';
import { UsageError } from '../usage-error.ts';

export interface TsaOptions {
  readonly tsa?: readonly string[];
  readonly tsaUser?: string;
  readonly tsaPasswordStdin?: boolean;
  readonly tsaPasswordFd?: string;
}

export interface NetworkOptions extends TsaOptions {
  readonly offline?: boolean;
  /** Anchors beside those of the settings: for time stamps, and issuers that nothing else names. */
  readonly trust?: readonly string[];
}

export type KeptPassword = Pick<StampAuthority, 'credential' | 'refused'>;

/** @throws {UsageError} where name and password do not come together, or nobody could be told them */
export function checkTsaOptions({
  tsa = [],
  tsaUser,
  tsaPasswordStdin,
  tsaPasswordFd,
}: TsaOptions): void {
  for (const url of tsa) if (!isAddress(url)) throw new UsageError('tsaUrl');
  const given = tsaPasswordStdin === true || tsaPasswordFd !== undefined;
  if (given !== (tsaUser !== undefined)) throw new UsageError('tsaUserWithPassword');
  // A password belongs to one server: which one has to be said beside it.
  if (given && tsa.length === 0) throw new UsageError('tsaUserNeedsTsa');
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === '';
}

/**
 * Those named in the command, else those of the settings.
 * @param credential for the first one named, and for no other
 * @param kept what the keychain has for the others
 */
export function authoritiesOf(
  { tsa = [] }: TsaOptions,
  usual: readonly TimestampAuthority[],
  credential: CredentialSource | null,
  kept: (url: string) => KeptPassword,
): StampAuthority[] {
  if (tsa.length === 0) {
    return usual.map(({ name, url, policy, certificate }) => ({
      ...{ name, url, ...kept(url) },
      ...(certificate === undefined ? {} : { certificate }),
      ...(policy === undefined ? {} : { policy }),
    }));
  }
  return tsa.map((url, index) => ({
    ...{ name: new URL(url).host, url },
    ...(index === 0 && credential !== null ? { credential } : kept(url)),
  }));
}
