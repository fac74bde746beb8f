// Whom a document host may ask on the network: the same small settings file as the command line's.
import type { Outside } from '../hosts/protocol-shapes.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { changeAuthorities } from '../../native/settings/change-authorities.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { type TimestampAuthority, userSettingsPath } from '../../native/settings/settings-file.ts';
import { refuseLocked } from './office-policy.ts';
import type { StampPasswords } from './stamp-passwords.ts';
import { extraAnchors } from './development.ts';

const PROXIES = /^(https?|all|no)_proxy$/i;

/**
 * @param passwords null where nobody is asked for a time stamp. What it gives is wiped once it was sent.
 * @throws {PenaError} SETTINGS_INVALID, TRUST_FILE_INVALID, FILE_*
 */
export async function outsideOrder(passwords: StampPasswords | null): Promise<Outside> {
  const { tsa, anchors, proxy } = await effectiveSettings();
  const { value } = proxy;
  const laidDown = await loadAnchors(anchors.value);
  return {
    authorities: await Promise.all(
      tsa.value.map(async ({ name, url, policy = null, certificate = null }) => ({
        ...{ name, url, policy, certificate },
        credential: (await passwords?.of(url)) ?? null,
      })),
    ),
    anchors: [...laidDown, ...(await extraAnchors())],
    office: anchors.from === 'policy' ? laidDown : [],
    proxy: value === null ? null : { url: value.url, bypass: [...(value.bypass ?? [])] },
    environment: Object.fromEntries(
      Object.entries(process.env).flatMap(([name, text]) =>
        PROXIES.test(name) && text !== undefined ? [[name, text]] : [],
      ),
    ),
  };
}

/** @throws {PenaError} SETTINGS_INVALID, FILE_* */
export async function authorities(): Promise<readonly TimestampAuthority[]> {
  return (await effectiveSettings()).tsa.value;
}

/** Keeps the policies and certificates that stood beside the addresses. @throws {PenaError} SETTINGS_INVALID, FILE_* */
export async function setAuthorities(
  wanted: readonly { readonly name: string; readonly url: string }[],
): Promise<readonly TimestampAuthority[]> {
  await refuseLocked(['tsa']);
  const known = new Map((await authorities()).map((one) => [one.url, one]));
  return changeAuthorities(
    userSettingsPath(),
    wanted.map(({ name, url }) => {
      const { policy, certificate } = known.get(url) ?? {};
      return {
        ...{ name, url },
        ...(policy === undefined ? {} : { policy }),
        ...(certificate === undefined ? {} : { certificate }),
      };
    }),
  );
}

/**
 * Whether the settings name this server, for whoever wants its password kept.
 * @throws {PenaError} SETTINGS_INVALID, FILE_*
 */
export async function isListedServer(url: string): Promise<boolean> {
  return (await authorities()).some((one) => one.url === url);
}
