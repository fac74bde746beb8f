// Everything on this computer that can keep a token from being seen, looked at once. Modules are loaded in
// their own processes and without a login.
import { existsSync } from 'node:fs';
import type { FoundReader, ServiceState } from '../../core/domain/doctor.ts';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { TokenInfo } from '../../core/ports/token.ts';
import { p11KitFolders } from '../pkcs11/p11-kit-modules.ts';
import { type ModuleReport, TokenService } from '../pkcs11/token-service.ts';
import { officeModules } from '../settings/office-modules.ts';
import { policyPath } from '../settings/policy-file.ts';
import { cardReaders, pcscService, usbReaders } from './readers.ts';

export interface Sight {
  readonly service: ServiceState;
  readonly readers: readonly FoundReader[] | null;
  readonly usbReaders: number | null;
  readonly policyFault: ErrorCode | null;
  /** The policy file and p11-kit's folders. */
  readonly policy: Place;
  readonly registrations: readonly Place[];
  readonly modules: readonly ModuleReport[];
  readonly tokens: readonly TokenInfo[];
}

interface Place {
  readonly path: string;
  readonly found: boolean;
}

const POLICY_FAULTS: readonly ErrorCode[] = [
  'POLICY_UNSAFE',
  'SETTINGS_INVALID',
  'FILE_NOT_READABLE',
];

/**
 * @param named modules that the person named
 * @param running of a program that has its hosts already: it is asked, and left running
 * @throws {PenaError} POLICY_LOCKS, CANCELLED
 */
export async function lookAround(
  named: readonly string[],
  signal: AbortSignal,
  running: TokenService | null = null,
): Promise<Sight> {
  // Before the modules: two programs at one reader disturb each other.
  const [service, usb] = await Promise.all([pcscService(), usbReaders()]);
  const readers = await cardReaders();
  const { paths, policyFault } = await modulePaths(named);
  const tokens = running ?? new TokenService({ modules: paths });
  const stop = (): void => {
    if (running === null) void tokens.close();
  };
  signal.addEventListener('abort', stop);
  const listed = await tokens.list().finally(() => (running === null ? tokens.close() : undefined));
  if (signal.aborted) throw new PenaError('CANCELLED');
  const place = (path: string): Place => ({ path, found: existsSync(path) });
  return {
    ...{ service, readers, usbReaders: usb, policyFault },
    policy: place(policyPath()),
    registrations: p11KitFolders(true).map(place),
    modules: tokens.health(),
    tokens: listed.tokens,
  };
}

/** None are loaded where the policy cannot be read: it might forbid them. */
async function modulePaths(
  named: readonly string[],
): Promise<{ paths: string[]; policyFault: ErrorCode | null }> {
  try {
    return { paths: await officeModules(named), policyFault: null };
  } catch (thrown) {
    const { code } = toPenaError(thrown);
    if (!POLICY_FAULTS.includes(code)) throw thrown;
    return { paths: [], policyFault: code };
  }
}
