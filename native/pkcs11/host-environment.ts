// The environment a vendor's module gets to see: what modules are known to need, and nothing else. No
// NODE_OPTIONS, no LD_PRELOAD, no proxy passwords.

const NAMES = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR'],
  ...['XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['PCSCLITE_CSOCK_NAME', 'SOFTHSM2_CONF', 'PENA_PRACTICE'],
  // Windows: without these no library there finds the system or its own settings.
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMDATA'],
  ...['APPDATA', 'LOCALAPPDATA', 'USERPROFILE', 'TEMP', 'TMP'],
]);
const PREFIXES = ['LC_', 'P11_KIT_', 'OPENSC_', 'TPM2_'];

export type Environment = Readonly<Record<string, string | undefined>>;

/** @param all usually process.env; names are compared as Windows does, whatever their case */
export function hostEnvironment(all: Environment): Record<string, string> {
  const allowed = Object.entries(all).filter(([name]) => {
    const upper = name.toUpperCase();
    return NAMES.has(upper) || PREFIXES.some((prefix) => upper.startsWith(prefix));
  });
  return Object.fromEntries(allowed.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
