// Connections, secrets and files as the ways to the authority need them, from this computer.
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { ChannelOutside } from '../../core/ports/channel-outside.ts';
import type { HttpClient } from '../../core/ports/http-client.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { readSmallFile } from '../files/small-file.ts';
import { loadAnchors } from '../files/trust-anchors.ts';
import { smtpMailer } from '../mail/smtp.ts';

export interface OutsideParts {
  /** Through the proxy of the settings. @param authorities PEM of the only ones taken; null: the system's */
  readonly http: (authorities: string | null) => HttpClient;
  readonly secrets: SecretStore;
}

const MAIL_TIMEOUT = 30_000;
const LARGEST = 1 << 20;

export function channelOutside({ http, secrets }: OutsideParts): ChannelOutside {
  return {
    http,
    mailer: ({ host, port, tls, user = null }, authorities, password) =>
      smtpMailer({
        ...{ host, port, tls, user, password, timeoutMs: MAIL_TIMEOUT },
        ...(authorities === null ? {} : { authorities: [authorities] }),
      }),
    secret: async (name) => {
      // No keychain is no secret; one that is locked is told, so that somebody can open it.
      if ((await secrets.state()).state === 'absent') return null;
      return secrets.get(name);
    },
    forget: async (name) => {
      await secrets.delete(name).catch(() => undefined);
    },
    pem,
    certificates: (path) => loadAnchors([path]),
    save: (folder, name, bytes) => save(join(folder, name), bytes),
    now: () => new Date(),
    random: (length) => new Uint8Array(randomBytes(length)),
  };
}

async function pem(path: string): Promise<string> {
  const text = Buffer.from(await readSmallFile(path, LARGEST, 'TRUST_FILE_INVALID')).toString();
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new PenaError('TRUST_FILE_INVALID', { file: basename(path) });
  }
  return text;
}

/** The same report makes the same file: one that is there already is as good. */
async function save(path: string, bytes: Uint8Array): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite: true });
  try {
    await output.append(bytes);
    await output.commit();
  } finally {
    await output.abort();
  }
}
