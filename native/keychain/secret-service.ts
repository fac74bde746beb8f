// Asks the Secret Service of a Linux desktop how it stands, before anything is asked of it: libsecret
// reads a locked collection as "missing", crashes on it, or waits for a window that nobody sees
// (freedesktop.org Secret Service API 0.2: ReadAlias, Collection.Locked).
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KeychainGap, KeychainState } from '../../core/ports/secret-store.ts';

const run = promisify(execFile);

const DESTINATION = 'org.freedesktop.secrets';
const SERVICE = '/org/freedesktop/secrets';

type Environment = Readonly<Record<string, string | undefined>>;

interface Call {
  readonly path: string;
  readonly member: string;
  readonly words: readonly string[];
}

/** Programs that speak D-Bus, one of which every desktop has: their arguments for a call. */
const SPEAKERS: Readonly<Record<string, (call: Call) => readonly string[]>> = {
  gdbus: ({ path, member, words }) => [
    ...['call', '--session', '--dest', DESTINATION, '--object-path', path],
    ...['--method', member, ...words],
  ],
  'dbus-send': ({ path, member, words }) => [
    ...['--session', '--print-reply=literal', `--dest=${DESTINATION}`, path, member],
    ...words.map((word) => `string:${word}`),
  ],
  busctl: ({ path, member, words }) => {
    const dot = member.lastIndexOf('.');
    const named = [member.slice(0, dot), member.slice(dot + 1)];
    return ['--user', 'call', DESTINATION, path, ...named, 's'.repeat(words.length), ...words];
  },
};

/** @param milliseconds for each of two questions; a service that says nothing in time is absent */
export async function secretServiceState(
  milliseconds: number,
  environment: Environment = process.env,
): Promise<KeychainState> {
  // Without an address, some of these programs would start a bus of their own.
  if (!hasBus(environment)) return { state: 'absent', why: 'no-bus' };
  const ask = (call: Call): Promise<string> => answerTo(call, milliseconds, environment);
  try {
    const words = ['default'];
    const member = 'org.freedesktop.Secret.Service.ReadAlias';
    const alias = await ask({ path: SERVICE, member, words });
    // "/": nobody has made a keychain yet, and making one would ask for its password.
    const collection = /\/org\/freedesktop\/secrets\/\w+(\/\w+)*/.exec(alias)?.[0];
    if (collection === undefined) return { state: 'absent', why: 'no-service' };
    const locked = await ask({
      path: collection,
      member: 'org.freedesktop.DBus.Properties.Get',
      words: ['org.freedesktop.Secret.Collection', 'Locked'],
    });
    // Anything but a clear "false" is locked.
    return { state: /\bfalse\b/.test(locked) ? 'available' : 'locked' };
  } catch (thrown) {
    return { state: 'absent', why: gapOf(thrown) };
  }
}

function hasBus({
  DBUS_SESSION_BUS_ADDRESS: address,
  XDG_RUNTIME_DIR: folder,
}: Environment): boolean {
  return Boolean(address) || (Boolean(folder) && existsSync(join(folder ?? '', 'bus')));
}

async function answerTo(
  call: Call,
  milliseconds: number,
  environment: Environment,
): Promise<string> {
  for (const [program, args] of Object.entries(SPEAKERS)) {
    try {
      const { stdout } = await run(program, args(call), {
        ...{ timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: 65_536 },
        env: { ...environment, LC_ALL: 'C' },
      });
      return stdout;
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
    }
  }
  throw new Error('no program speaks D-Bus here');
}

function gapOf(thrown: unknown): KeychainGap {
  if (!(thrown instanceof Error)) return 'no-service';
  if ('killed' in thrown && thrown.killed === true) return 'no-answer';
  const said = 'stderr' in thrown ? String(thrown.stderr) : '';
  return /connect|autolaunch/i.test(said) ? 'no-bus' : 'no-service';
}
