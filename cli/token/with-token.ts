// The one token that a command speaks of, and the module that knows it.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TokenInfo } from '../../core/ports/token.ts';
import { TokenService } from '../../native/pkcs11/token-service.ts';
import { officeModules } from '../../native/settings/office-modules.ts';
import type { Shell } from '../shell.ts';

export interface PlaceOptions {
  readonly module?: string;
  /** Label or serial number. */
  readonly token?: string;
}

/**
 * @returns what `use` returns
 * @throws {PenaError} TOKEN_NONE, TOKEN_AMBIGUOUS, TOKEN_MODULE_*, CANCELLED, and what `use` throws
 */
export async function withToken(
  { module, token: wanted }: PlaceOptions,
  shell: Shell,
  use: (service: TokenService, token: TokenInfo) => Promise<number>,
): Promise<number> {
  const found = await officeModules(module === undefined ? [] : [module]);
  const modules = module === undefined ? found : [module];
  const service = new TokenService({ modules });
  shell.interrupt.signal.addEventListener('abort', () => void service.close());
  try {
    const { tokens, problems } = await service.list();
    const [problem] = problems;
    const fitting = tokens.filter(
      ({ label, serial }) => wanted === undefined || [label, serial].includes(wanted),
    );
    const [token] = fitting;
    if (token === undefined) throw problem ?? new PenaError('TOKEN_NONE');
    if (fitting.length > 1) throw new PenaError('TOKEN_AMBIGUOUS');
    return await use(service, token);
  } catch (thrown) {
    throw shell.interrupt.signal.aborted ? new PenaError('CANCELLED') : thrown;
  } finally {
    await service.close();
  }
}
