// The way by hand: a package file to be carried to the authority. That it was handed over nobody here can know.
import type { ReportChannel } from '../../ports/report-channel.ts';
import type { SigningKey } from '../../ports/token.ts';
import { writePackage } from '../package/write-package.ts';

export interface FileChannelOptions {
  /** Writes whole or not at all; the same name means the same report. @throws {PenaError} FILE_* */
  readonly save: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly key: SigningKey | null;
  readonly now: () => Date;
}

export function fileChannel({ save, key, now }: FileChannelOptions): ReportChannel {
  return {
    id: 'file',
    send: async (request, papers, signal) => {
      signal.throwIfAborted();
      const name = `laporan-${request.idempotencyKey}.penareport`;
      await save(name, await writePackage(request, papers, key));
      return { state: 'sent', at: now().toISOString(), note: name, evidence: null };
    },
  };
}
