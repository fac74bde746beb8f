// Whether a name lies within the subtree of a constraint (RFC 5280 4.2.1.10), form by form.
import type { NameValue } from './constrained-name.ts';

/** 'unknown': one of the two is not understood, so that neither permission nor exclusion can be told. */
export type Relation = 'within' | 'outside' | 'unknown';

/** Hosts as certificates write them: what is not of this shape programs read differently. */
const HOST = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;
/** RFC 3986 3.2; with a backslash or white space before its end, programs disagree on where it ends. */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/((?:(?![/?#\\])[!-~])*)(?:[/?#]|$)/i;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

export function relationTo(base: NameValue, name: NameValue): Relation {
  switch (base.kind) {
    case 'rfc822Name':
      return name.kind === base.kind ? mailboxWithin(base.text, name.text) : 'unknown';
    case 'dNSName':
      return name.kind === base.kind ? domainWithin(base.text, name.text) : 'unknown';
    case 'uniformResourceIdentifier':
      return name.kind === base.kind ? uriWithin(base.text, name.text) : 'unknown';
    case 'directoryName':
      return name.kind === base.kind ? told(directoryWithin(base.key, name.key)) : 'unknown';
    case 'iPAddress':
      return name.kind === base.kind ? addressWithin(base.octets, name.octets) : 'unknown';
    case 'unsupported':
      return 'unknown';
  }
}

/** The same for an excluded subtree: a wildcard also lies within what it may stand for. */
export function relationToExcluded(base: NameValue, name: NameValue): Relation {
  const relation = relationTo(base, name);
  if (relation !== 'outside' || base.kind !== 'dNSName' || name.kind !== 'dNSName') return relation;
  const excluded = base.text.toLowerCase();
  const [wildcard, ...labels] = name.text.toLowerCase().split('.');
  return told(wildcard === '*' && excluded.split('.').slice(1).join('.') === labels.join('.'));
}

function told(within: boolean): Relation {
  return within ? 'within' : 'outside';
}

/** A mailbox, all mailboxes of a host, or with a leading period of the hosts below a domain. */
function mailboxWithin(base: string, mailbox: string): Relation {
  const [local, host] = partsOf(mailbox);
  const [baseLocal, baseHost] = partsOf(base);
  if (local === null || !HOST.test(host)) return 'unknown';
  // The local part is the host's own affair, upper and lower case included (RFC 5321 2.4).
  if (baseLocal === null) return hostWithin(baseHost, host);
  return HOST.test(baseHost) ? told(local === baseLocal && host === baseHost) : 'unknown';
}

/** Local part, null without one, and host. */
function partsOf(text: string): readonly [string | null, string] {
  const at = text.lastIndexOf('@');
  return [at <= 0 ? null : text.slice(0, at), text.slice(at + 1).toLowerCase()];
}

/** The domain itself and everything below it; an empty base is above all of them. */
function domainWithin(base: string, domain: string): Relation {
  const host = domain.toLowerCase();
  const above = base.toLowerCase();
  if (!HOST.test(host.replace(/^\*\./, ''))) return 'unknown';
  if (above === '') return 'within';
  if (above.startsWith('.') || !HOST.test(above)) return hostWithin(above, host);
  return told(host === above || host.endsWith(`.${above}`));
}

/** By the host of its authority; a URI without one, or with an address in its place, cannot be told. */
function uriWithin(base: string, uri: string): Relation {
  const authority = AUTHORITY.exec(uri)?.[1] ?? '';
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  if (!HOST.test(host) || IPV4.test(host)) return 'unknown';
  return hostWithin(base.toLowerCase(), host);
}

/** The very host, or with a leading period every host below. */
function hostWithin(base: string, host: string): Relation {
  if (base.startsWith('.')) {
    return HOST.test(base.slice(1)) ? told(host.endsWith(base)) : 'unknown';
  }
  return HOST.test(base) ? told(host === base) : 'unknown';
}

/** Keys of names tell where each part ends, so that a beginning of the key is a beginning of the name. */
function directoryWithin(base: string, name: string): boolean {
  return base === '' || name === base || name.startsWith(`${base},`);
}

/** The base is an address and a mask of the same length (RFC 4632 style). */
function addressWithin(base: Uint8Array, address: Uint8Array): Relation {
  const length = address.length;
  if (![8, 32].includes(base.length) || ![4, 16].includes(length)) return 'unknown';
  if (base.length !== length * 2) return 'outside';
  return told(
    address.every((octet, i) => {
      const mask = base[length + i] ?? 0;
      return (octet & mask) === ((base[i] ?? 0) & mask);
    }),
  );
}
