// Picks the name people know somebody by out of a distinguished name (RFC 4514).

/** The common name of an RFC 4514 name, or the whole name where it has none. */
export function commonName(distinguishedName: string): string {
  return valueOf(distinguishedName, 'CN') ?? distinguishedName;
}

/** Whom somebody belongs to by such a name; null where it does not say. */
export function organisationName(distinguishedName: string): string | null {
  return valueOf(distinguishedName, 'O');
}

function valueOf(distinguishedName: string, type: 'CN' | 'O'): string | null {
  const pattern = new RegExp(`(?:^|[,+]\\s*)${type}=((?:\\\\.|[^,+\\\\])*)`, 'i');
  const value = pattern.exec(distinguishedName)?.[1]?.replace(/\\(.)/g, '$1').trim();
  return value === undefined || value === '' ? null : value;
}
