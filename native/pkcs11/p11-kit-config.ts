// One registration file of p11-kit, as pkcs11.conf(5) has it: `name: value` lines, comments after #.
// Text in, decision out; where such files lie is p11-kit-modules.ts's to know.

/** The name our registrations would be enabled and disabled under. */
const PROGRAM = 'pena';
/** p11-kit's own: the trust store holds no person's keys, and proxy and client lead to other modules. */
const OWN = /^p11-kit-(trust|proxy|client)\.(so|dylib)/;

export type P11KitFields = Readonly<Record<string, string>>;

/** Later fields hold. Binary content has no fields at all. */
export function parseP11KitConfig(text: string): P11KitFields {
  if (text.includes('\0')) return {};
  const fields = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (/^[a-z][a-z-]*$/.test(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return Object.fromEntries(fields);
}

/**
 * @returns what `module` says: an absolute path or a bare file name. Null where nothing is to be loaded: no
 *   module (`remote` would start a command), one of p11-kit's own, one that is not meant for this program,
 *   or a path that depends on the folder one is in
 */
export function moduleOfP11Kit(fields: P11KitFields): string | null {
  const { module = '' } = fields;
  if (module === '' || module.length > 1000 || 'remote' in fields) return null;
  if (OWN.test(module.slice(module.lastIndexOf('/') + 1))) return null;
  if (!module.startsWith('/') && module.includes('/')) return null;
  const enabled = programs(fields['enable-in']);
  if (enabled !== null && !enabled.includes(PROGRAM)) return null;
  if (programs(fields['disable-in'])?.includes(PROGRAM) === true) return null;
  return module;
}

function programs(list: string | undefined): string[] | null {
  return list === undefined ? null : list.split(/[\s,]+/).filter((name) => name !== '');
}
