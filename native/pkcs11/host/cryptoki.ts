// A loaded PKCS#11 module, and the errors it throws in this program's words.
import { Module } from 'graphene-pk11';
import { meaningOf } from '../return-values.ts';
import { TokenError } from '../token-error.ts';

/** CKF_OS_LOCKING_OK (PKCS#11 v2.40, 5.4): without it, parallel sessions crash the process. */
const CKF_OS_LOCKING_OK = 0x02;

/**
 * Loads a module into this process.
 * @throws {TokenError} TOKEN_MODULE_INVALID where it does not load or is no PKCS#11 module, or the
 *   meaning of what C_Initialize answered
 */
export function loadModule(path: string): Module {
  let module: Module;
  try {
    module = Module.load(path);
  } catch (thrown) {
    // dlopen's text ("undefined symbol: C_GetFunctionList") has no code and stays here.
    throw new TokenError('TOKEN_MODULE_INVALID', {}, { cause: thrown });
  }
  attempt(() => module.initialize({ flags: CKF_OS_LOCKING_OK }));
  return module;
}

/** Runs calls into the module. @throws {TokenError} the meaning of a return value other than CKR_OK */
export function attempt<T>(calls: () => T): T {
  try {
    return calls();
  } catch (thrown) {
    throw moduleError(thrown);
  }
}

/** What a call into the module threw, as a TokenError. */
export function moduleError(thrown: unknown): TokenError {
  if (thrown instanceof TokenError) return thrown;
  const ckr = returnValueOf(thrown);
  if (ckr === null) return new TokenError('TOKEN_GENERAL_ERROR', {}, { cause: thrown });
  // pkcs11js gives 0 to what failed on this side of the call: lengths and values nobody can use.
  if (ckr === 0) return new TokenError('TOKEN_MODULE_INVALID', {}, { cause: thrown });
  const { code, params } = meaningOf(ckr);
  return new TokenError(code, params, { cause: thrown });
}

/** CK_RV of a Pkcs11Error; null for everything else. */
export function returnValueOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'number'
    ? thrown.code
    : null;
}
