// Whom a document host may ask on the network: the same small settings file as the command line's.
import type { Outside } from '../hosts/document-protocol.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { changeAuthorities } from '../../native/settings/change-authorities.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { type TimestampAuthority, userSettingsPath } from '../../native/settings/settings-file.ts';
import { refuseLocked } from './office-policy.ts';
import { extraAnchors } from './development.ts';

const PROXIES = /^(https?|all|no)_proxy$/i;

/** @throws {PenaError} SETTINGS_INVALID, TRUST_FILE_INVALID, FILE_* */
export async function outsideOrder(): Promise<Outside> {
  const { tsa, anchors, proxy } = await effectiveSettings();
  const { value } = proxy;
  const laidDown = await loadAnchors(anchors.value);
  return {
    authorities: tsa.value.map(({ name, url, policy }) => ({ name, url, policy: policy ?? null })),
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

/** Keeps the policies that stood beside the addresses. @throws {PenaError} SETTINGS_INVALID, FILE_* */
export async function setAuthorities(
  wanted: readonly { readonly name: string; readonly url: string }[],
): Promise<readonly TimestampAuthority[]> {
  await refuseLocked(['tsa']);
  const policies = new Map((await authorities()).map(({ url, policy }) => [url, policy]));
  return changeAuthorities(
    userSettingsPath(),
    wanted.map(({ name, url }) => {
      const policy = policies.get(url);
      return { name, url, ...(policy === undefined ? {} : { policy }) };
    }),
  );
}
