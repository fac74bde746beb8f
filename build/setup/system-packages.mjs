// The programs Pena's demo and tests need beside Node: installed on Debian and Ubuntu as root or with
// sudo; elsewhere named with the command that installs them.
import { existsSync } from 'node:fs';
import { tryRun, which } from '../lib/command.mjs';
import { say } from '../lib/language.mjs';
import { remark, step } from '../lib/steps.mjs';

/**
 * @typedef {{ apt: string, dnf?: string, brew?: string, winget?: string, command?: string }} Package
 *   the package's name for each package manager (absent: the system has it or it is not to be had),
 *   and a command that shows it is there, where no package database can be asked.
 */

/** What building pkcs11js and keytar from source takes. @type {readonly Package[]} */
const COMPILER = [
  { apt: 'gcc', dnf: 'gcc', command: 'cc' },
  { apt: 'g++', dnf: 'gcc-c++', command: 'c++' },
  { apt: 'libc6-dev' },
  { apt: 'make', dnf: 'make', command: 'make' },
  {
    apt: 'python3',
    dnf: 'python3',
    brew: 'python',
    winget: 'Python.Python.3.12',
    command: 'python3',
  },
  { apt: 'pkg-config', dnf: 'pkgconf-pkg-config' },
  { apt: 'libsecret-1-dev', dnf: 'libsecret-devel' },
];

/** What the demo shows with. @type {readonly Package[]} */
const DEMO = [
  {
    apt: 'openssl',
    dnf: 'openssl',
    brew: 'openssl@3',
    winget: 'ShiningLight.OpenSSL.Light',
    command: 'openssl',
  },
  { apt: 'softhsm2', dnf: 'softhsm', brew: 'softhsm', command: 'softhsm2-util' },
  { apt: 'opensc', dnf: 'opensc', brew: 'opensc', winget: 'OpenSC.OpenSC', command: 'pkcs11-tool' },
  { apt: 'poppler-utils', dnf: 'poppler-utils', brew: 'poppler', command: 'pdfsig' },
];

/** The window's browser for development and end-to-end tests. @type {readonly Package[]} */
const BROWSER = [
  { apt: 'chromium', dnf: 'chromium', winget: 'Google.Chrome', command: 'chromium' },
  { apt: 'fonts-noto-core', dnf: 'google-noto-sans-fonts' },
];

/** Token software of other makers, and what stands in for their hardware. @type {readonly Package[]} */
const TOKENS = [
  { apt: 'pcscd', dnf: 'pcsc-lite' },
  { apt: 'vsmartcard-vpcd' },
  { apt: 'p11-kit', dnf: 'p11-kit-server', command: 'p11-kit' },
  { apt: 'p11-kit-modules' },
  { apt: 'opencryptoki', dnf: 'opencryptoki' },
  { apt: 'swtpm', dnf: 'swtpm', command: 'swtpm' },
  { apt: 'tpm2-abrmd', dnf: 'tpm2-abrmd' },
  { apt: 'libtss2-tcti-tabrmd0' },
  { apt: 'libtpm2-pkcs11-1', dnf: 'tpm2-pkcs11' },
  { apt: 'libtpm2-pkcs11-tools', dnf: 'tpm2-pkcs11-tools' },
];

/** What else the tests compare with and provoke faults with. @type {readonly Package[]} */
const TESTS = [
  {
    apt: 'chromium-headless-shell',
    dnf: 'chromium-headless',
    command: 'chromium-headless-shell',
  },
  { apt: 'qpdf', dnf: 'qpdf', brew: 'qpdf', command: 'qpdf' },
  { apt: 'dbus', dnf: 'dbus-daemon', command: 'dbus-daemon' },
  { apt: 'gnome-keyring', dnf: 'gnome-keyring' },
  { apt: 'libglib2.0-bin', dnf: 'glib2', command: 'gdbus' },
  { apt: 'util-linux', dnf: 'util-linux' },
  { apt: 'python3-venv' },
  { apt: 'libnss3-tools', dnf: 'nss-tools', brew: 'nss', command: 'certutil' },
  ...TOKENS,
];

/** Groups of packages a command asks for. */
export const PACKAGES = {
  demo: [...COMPILER, ...DEMO],
  test: [...COMPILER, ...DEMO, ...BROWSER, ...TESTS],
  start: COMPILER,
  'start-chromium': [...COMPILER, ...DEMO, ...BROWSER],
  bench: COMPILER,
};

/**
 * Installs what is missing where that is possible, and says what to do where it is not. Never fails:
 * what is still missing afterwards is named by the step that needs it.
 * @param {readonly Package[]} packages
 */
export async function ensureSystemPackages(packages) {
  if (isDebian()) {
    await ensureDebianPackages(packages.map((p) => p.apt));
    return;
  }
  const missing = packages.filter((p) => p.command !== undefined && which(p.command) === null);
  const command = installCommand(missing);
  if (command !== null) {
    remark(
      say(`Belum terpasang; pasang dengan:\n${command}`, `Missing; install with:\n${command}`),
    );
  }
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<void>}
 */
async function ensureDebianPackages(names) {
  const missing = await missingDebianPackages(names);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const prefix = await rootPrefix();
  if (prefix === null) {
    remark(
      say(
        `Perlu hak root untuk memasang paket sistem. Jalankan:\nsudo apt-get update && sudo ${command}`,
        `Installing system packages takes root. Run:\nsudo apt-get update && sudo ${command}`,
      ),
    );
    return;
  }
  await step(
    say(
      `Memasang paket sistem: ${missing.join(' ')}`,
      `Installing system packages: ${missing.join(' ')}`,
    ),
    async () => {
      await apt(prefix, ['update']);
      const all = await apt(prefix, ['install', '-y', '--no-install-recommends', ...missing]);
      if (all.status === 0) return {};
      // One name this release does not know makes apt refuse them all: try each by itself.
      for (const name of missing) {
        await apt(prefix, ['install', '-y', '--no-install-recommends', name]);
      }
      const left = await missingDebianPackages(missing);
      return {
        note:
          left.length === 0
            ? 'ok'
            : `${say('tidak terpasang', 'not installed')}: ${left.join(' ')}`,
      };
    },
  );
}

function isDebian() {
  return process.platform === 'linux' && which('dpkg-query') !== null && which('apt-get') !== null;
}

/** @param {readonly string[]} names */
async function missingDebianPackages(names) {
  const { stdout } = await tryRun('dpkg-query', [
    ...['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names],
  ]);
  const installed = new Set(
    stdout
      .toString()
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
}

/** What to put before apt-get to be root: nothing, sudo, or null where neither is to be had. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = which('sudo');
  if (sudo === null) return null;
  if ((await tryRun(sudo, ['-n', 'true'])).status === 0) return [sudo];
  // sudo asks on the terminal itself; its answer is kept for the calls that follow.
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return (await tryRun(sudo, ['-v'], { inherit: true })).status === 0 ? [sudo] : null;
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args
 */
function apt(prefix, args) {
  const [command, ...rest] = [
    ...prefix,
    ...['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120'],
    ...args,
  ];
  return tryRun(command ?? 'env', rest);
}

/**
 * @param {readonly Package[]} packages
 * @returns {string | null}
 */
function installCommand(packages) {
  const names = (/** @type {'dnf' | 'brew' | 'winget'} */ manager) =>
    packages.map((p) => p[manager]).filter((name) => name !== undefined);
  if (process.platform === 'darwin') return line('brew install', names('brew'));
  if (process.platform === 'win32') return line('winget install', names('winget'));
  if (existsSync('/usr/bin/dnf')) return line('sudo dnf install', names('dnf'));
  return line(
    say('paket (nama Debian):', 'packages (Debian names):'),
    packages.map((p) => p.apt),
  );
}

/**
 * @param {string} command
 * @param {readonly string[]} names
 */
const line = (command, names) => (names.length === 0 ? null : `${command} ${names.join(' ')}`);
