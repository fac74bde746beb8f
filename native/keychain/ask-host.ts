// One request to a keychain process of its own, with a time-out that ends it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PenaError } from '../../core/domain/pena-error.ts';
import { nodeForkHost, type ForkHost } from '../pkcs11/host-process.ts';
import { keychainAnswer, type KeychainAnswer, type KeychainRequest } from './protocol.ts';

export interface KeychainHost {
  /** A child process of Node by default; Electron brings its own. */
  readonly fork?: ForkHost;
  /** The built keychain process. */
  readonly entry?: string;
}

/**
 * The request's bytes are copied at once: the caller may wipe them.
 * @throws {PenaError} KEYCHAIN_FAILED where the process hangs, crashes or says no; KEYCHAIN_ABSENT
 *   where keytar cannot be loaded
 */
export async function askKeychain(
  request: KeychainRequest,
  milliseconds: number,
  { fork = nodeForkHost(), entry = builtHost() }: KeychainHost = {},
): Promise<KeychainAnswer> {
  if (!existsSync(entry)) throw new PenaError('KEYCHAIN_ABSENT');
  const channel = fork(entry);
  let timer: NodeJS.Timeout | undefined;
  try {
    const said = await new Promise<unknown>((resolve, reject) => {
      const fail = (): void => reject(new PenaError('KEYCHAIN_FAILED'));
      channel.on('message', resolve);
      channel.on('exit', fail);
      timer = setTimeout(fail, milliseconds);
      channel.postMessage(request);
    });
    const answer = keychainAnswer.parse(said);
    if (answer.answer === 'failed') {
      throw new PenaError(answer.why === 'module' ? 'KEYCHAIN_ABSENT' : 'KEYCHAIN_FAILED');
    }
    return answer;
  } catch (thrown) {
    throw thrown instanceof PenaError ? thrown : new PenaError('KEYCHAIN_FAILED');
  } finally {
    clearTimeout(timer);
    channel.kill();
  }
}

/** From the TypeScript sources (tests) it is the one in out/: Node 20 runs no .ts. */
function builtHost(): string {
  const path = fileURLToPath(new URL('./host.js', import.meta.url));
  return import.meta.url.endsWith('.ts')
    ? path.replace(/([\\/])(native[\\/]keychain[\\/]host\.js)$/, '$1out$1$2')
    : path;
}
