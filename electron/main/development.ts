// Practice and development: modules and trust anchors named in the environment. The packaged program
// listens to none of this.
import { delimiter } from 'node:path';
import { app } from 'electron';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';

/** PENA_MODULES: further PKCS#11 modules, such as the practice token's. */
export function extraModules(): string[] {
  return paths('PENA_MODULES');
}

/** PENA_TRUST: certificates, or folders of them, to trust. @throws {PenaError} TRUST_FILE_INVALID, FILE_* */
export function extraAnchors(): Promise<Uint8Array[]> {
  return loadAnchors(paths('PENA_TRUST'));
}

function paths(name: string): string[] {
  // Practice mode looks at its own token and authority, and at nothing else.
  if (app.isPackaged || practiceMode()) return [];
  return (process.env[name] ?? '').split(delimiter).filter((path) => path !== '');
}
