// A session bus of the test's own, with the real gnome-keyring on it, or with nobody.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NEEDED = ['dbus-daemon', 'gnome-keyring-daemon', 'gdbus'];
const PASSWORD = 'kata sandi keyring uji';

/** Bus without a folder of services: nobody can be started on it. */
const EMPTY_BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>`;

export interface Keyring {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  lock(): void;
  /** Holds the daemon still, as one that hangs. */
  freeze(): void;
  thaw(): void;
  stop(): void;
}

interface KeyringOptions {
  /** For the keyring's files and the bus. */
  readonly folder: string;
  readonly service?: boolean;
}

/** Null where a keyring can be had, else why not. */
export function whyNoKeyring(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = NEEDED.filter((name) => !folders.some((f) => existsSync(join(f, name))));
  return missing.length === 0 ? null : `skipped: no ${missing.join(', ')}`;
}

/** A bus with an unlocked gnome-keyring; with `service: false`, one that offers no Secret Service. */
export async function startKeyring({ folder, service = true }: KeyringOptions): Promise<Keyring> {
  const run = join(folder, 'run');
  for (const one of [run, join(folder, 'data')]) mkdirSync(one, { recursive: true, mode: 0o700 });
  const config = join(folder, 'bus.conf');
  writeFileSync(config, EMPTY_BUS);
  const env: Record<string, string> = {
    ...{ HOME: folder, XDG_RUNTIME_DIR: run, XDG_DATA_HOME: join(folder, 'data') },
  };
  const surroundings: NodeJS.ProcessEnv = { ...process.env, ...env };
  // A display would let the keyring ask in a window.
  delete surroundings['DISPLAY'];
  const started: ChildProcess[] = [];
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    ...{ env: surroundings, stdio: ['ignore', 'pipe', 'ignore'] },
  });
  started.push(bus);
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
  surroundings['DBUS_SESSION_BUS_ADDRESS'] = env['DBUS_SESSION_BUS_ADDRESS'];
  let daemon: ChildProcess | null = null;
  if (service) {
    daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      ...{ env: surroundings, stdio: ['pipe', 'ignore', 'ignore'] },
    });
    started.push(daemon);
    daemon.stdin?.end(PASSWORD);
    await untilCollection(surroundings);
  }
  return {
    env,
    lock: () => {
      const collection = '/org/freedesktop/secrets/collection/login';
      call(surroundings, 'org.freedesktop.Secret.Service.Lock', `['${collection}']`);
    },
    freeze: () => void daemon?.kill('SIGSTOP'),
    thaw: () => void daemon?.kill('SIGCONT'),
    stop: () => started.forEach((one) => one.kill('SIGKILL')),
  };
}

function call(env: NodeJS.ProcessEnv, method: string, ...words: string[]): string {
  const place = ['--dest', 'org.freedesktop.secrets', '--object-path', '/org/freedesktop/secrets'];
  return execFileSync(
    'gdbus',
    ['call', '--session', '--timeout', '5', ...place, '--method', method, ...words],
    { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
}

async function untilCollection(env: NodeJS.ProcessEnv): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      const alias = call(env, 'org.freedesktop.Secret.Service.ReadAlias', 'default');
      if (alias.includes('/collection/')) return;
    } catch {
      // Not on the bus yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('gnome-keyring did not come up');
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('ended at once')));
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().split('\n')[0] ?? ''));
  });
}
