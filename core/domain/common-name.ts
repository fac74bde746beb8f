// Picks the name people know somebody by out of a distinguished name (RFC 4514).

/** The common name of an RFC 4514 name, or the whole name where it has none. */
export function commonName(distinguishedName: string): string {
  const found = /(?:^|[,+]\s*)CN=((?:\\.|[^,+\\])*)/i.exec(distinguishedName);
  const value = found?.[1]?.replace(/\\(.)/g, '$1').trim();
  return value === undefined || value === '' ? distinguishedName : value;
}
