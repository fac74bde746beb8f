// The policy of an office: one file for the whole machine, at a place where only its administrator writes.
import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, posix, resolve, win32 } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import { officePolicy, type OfficePolicy } from '../../core/domain/office-policy.ts';
import { errnoOf, readError } from '../files/file-error.ts';
import { checked } from './checked.ts';

const MAX_BYTES = 1 << 20;
/** Write bits of the group and of others. */
const OTHERS_WRITE = 0o022;

/** Where the policy is: no variable of the user's environment can move it away. */
export function policyPath(
  platform: NodeJS.Platform = process.platform,
  programData = process.env['ProgramData'],
): string {
  if (platform === 'win32') {
    // The variable is the user's to set; the usual place is the only one.
    return win32.join(
      programData?.match(/^[A-Z]:\\ProgramData$/i)?.[0] ?? 'C:\\ProgramData',
      'Pena',
      'policy.json',
    );
  }
  if (platform === 'darwin') return '/Library/Application Support/Pena/policy.json';
  return posix.join('/etc', 'pena', 'policy.json');
}

/**
 * Paths come back absolute. Null where there is no policy.
 * @throws {PenaError} POLICY_UNSAFE where somebody else than root may write the file; SETTINGS_INVALID where
 *   it cannot be understood, FILE_NOT_READABLE: going on without what it says might trust or keep what the
 *   office forbids
 */
export async function readPolicy(path: string): Promise<OfficePolicy | null> {
  let text: string;
  try {
    const handle = await open(path, 'r');
    try {
      const file = await handle.stat();
      // Windows keeps this in access lists, which Node does not show: there it is the administrator's care.
      if (othersMayWrite(file) || othersMayWrite(await stat(dirname(path)))) {
        throw new PenaError('POLICY_UNSAFE', { file: path });
      }
      if (file.size > MAX_BYTES) throw new PenaError('SETTINGS_INVALID', { file: basename(path) });
      text = await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (thrown instanceof PenaError) throw thrown;
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(thrown) ?? '')) return null;
    throw readError(thrown, path);
  }
  return absolute(checked(officePolicy, text, path), dirname(path));
}

/** Of the file, or of its folder: whoever may write there may put another file in its place. */
function othersMayWrite({ mode, uid }: Stats): boolean {
  if (process.platform === 'win32') return false;
  return (mode & OTHERS_WRITE) !== 0 || uid !== 0;
}

function absolute(policy: OfficePolicy, folder: string): OfficePolicy {
  const { modules, anchors, stamps, letters, registrationAuthority: ra, ...rest } = policy;
  const at = (path: string): string => resolve(folder, path);
  return {
    ...rest,
    ...(modules && { modules: { ...modules, ...(modules.add && { add: modules.add.map(at) }) } }),
    ...(anchors && { anchors: anchors.map(at) }),
    ...(stamps !== undefined && { stamps: at(stamps) }),
    ...(letters !== undefined && { letters: at(letters) }),
    ...(ra && {
      registrationAuthority: {
        ...ra,
        ...(ra.deskStore !== undefined && { deskStore: at(ra.deskStore) }),
        ...(ra.https && { https: located(ra.https, at) }),
        ...(ra.cmp && { cmp: located(ra.cmp, at) }),
        ...(ra.smtp && { smtp: located(ra.smtp, at) }),
      },
    }),
  };
}

/** What of a server's settings is a path. */
interface Located {
  readonly ca?: string | undefined;
  readonly receipts?: string | undefined;
  readonly signers?: string | undefined;
}

function located<T extends Located>(server: T, at: (path: string) => string): T {
  const { ca, receipts, signers } = server;
  return {
    ...server,
    ...(ca !== undefined && { ca: at(ca) }),
    ...(receipts !== undefined && { receipts: at(receipts) }),
    ...(signers !== undefined && { signers: at(signers) }),
  };
}
