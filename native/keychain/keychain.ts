// The operating system's keychain as the program's store of secrets. It is looked at before every call,
// and every call has a process of its own and an end.
import { PenaError } from '../../core/domain/pena-error.ts';
import type {
  KeychainState,
  SecretKind,
  SecretName,
  SecretNote,
  SecretStore,
  StoredSecret,
} from '../../core/ports/secret-store.ts';
import { policyLetsStore } from '../settings/secret-policy.ts';
import { askKeychain, type KeychainHost } from './ask-host.ts';
import type { KeychainAnswer, KeychainRequest } from './protocol.ts';
import { secretServiceState } from './secret-service.ts';

export interface KeychainOptions extends KeychainHost {
  /** What may be kept; as the office's policy says, by default. */
  readonly mayStore?: (kind: SecretKind) => Promise<boolean>;
  /** Told what became of a secret, once it has. */
  readonly note?: (name: SecretName, did: SecretEvent) => Promise<void>;
  /** For each question to the keychain, in milliseconds. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

export type SecretEvent = 'stored' | 'deleted' | 'refused-by-policy';

const TIMEOUT = 5_000;

export function createKeychain(options: KeychainOptions = {}): SecretStore {
  const {
    mayStore = (kind: SecretKind) => policyLetsStore(kind),
    timeoutMs = TIMEOUT,
    note: tell = () => Promise.resolve(),
    now = () => new Date(),
    ...host
  } = options;
  const perform = async <A extends KeychainAnswer['answer']>(
    request: KeychainRequest,
    expected: A,
  ): Promise<Extract<KeychainAnswer, { answer: A }>> => {
    const found = await systemState(timeoutMs);
    if (found.state === 'locked') throw new PenaError('KEYCHAIN_LOCKED');
    if (found.state === 'absent') throw new PenaError('KEYCHAIN_ABSENT');
    const answer = await askKeychain(request, timeoutMs, host);
    if (answer.answer !== expected) throw new PenaError('KEYCHAIN_FAILED');
    return answer as Extract<KeychainAnswer, { answer: A }>;
  };
  const remove = async (name: SecretName): Promise<boolean> => {
    const { found } = await perform({ operation: 'delete', name }, 'done');
    if (found) await tell(name, 'deleted');
    return found;
  };
  const hasExpired = (expires: string | null): boolean =>
    expires !== null && now() > new Date(expires);

  return {
    state: async () => {
      const found = await systemState(timeoutMs);
      if (found.state !== 'available') return found;
      return askKeychain({ operation: 'load' }, timeoutMs, host).then(
        () => found,
        (thrown: unknown): KeychainState => {
          const missing = thrown instanceof PenaError && thrown.code === 'KEYCHAIN_ABSENT';
          return { state: 'absent', why: missing ? 'no-module' : 'no-answer' };
        },
      );
    },
    get: async (name) => {
      if (!(await mayStore(name.kind))) return null;
      const { found } = await perform({ operation: 'get', name }, 'secret');
      if (found === null) return null;
      if (!hasExpired(found.expires)) return found.secret;
      found.secret.fill(0);
      await remove(name);
      return null;
    },
    set: async (name, secret, note) => {
      if (!(await mayStore(name.kind))) {
        await tell(name, 'refused-by-policy');
        throw new PenaError('KEYCHAIN_FORBIDDEN');
      }
      await perform({ operation: 'set', name, note: noteOf(note), secret }, 'done');
      await tell(name, 'stored');
    },
    delete: remove,
    list: async () => {
      const { entries } = await perform({ operation: 'list' }, 'entries');
      const kept: StoredSecret[] = [];
      for (const { kind, id, label, expires, since } of entries) {
        if (hasExpired(expires)) await remove({ kind, id });
        else kept.push({ kind, id, label, expires: dateOf(expires), since: new Date(since) });
      }
      return kept.sort((a, b) => a.since.getTime() - b.since.getTime());
    },
  };
}

function noteOf({ label, expires }: SecretNote): { label: string; expires: string | null } {
  return { label: label.slice(0, 200), expires: expires?.toISOString() ?? null };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Windows' and macOS' keychains are unlocked with the user's session, and always there. */
async function systemState(timeoutMs: number): Promise<KeychainState> {
  return ['win32', 'darwin'].includes(process.platform)
    ? { state: 'available' }
    : secretServiceState(timeoutMs);
}
