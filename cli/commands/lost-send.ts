// `pena lost send`: brings what lies in the outbox to the authority now, and asks the issuers what has become of it.
import { randomBytes } from 'node:crypto';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import { followed } from '../../core/lifecycle/lost-key/follow.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { requeue } from '../../core/lifecycle/lost-key/requeue.ts';
import { deliverDue } from '../../core/lifecycle/outbox/deliver.ts';
import { watchRevocations } from '../../core/lifecycle/outbox/watch.ts';
import type { OutboxStore } from '../../core/ports/outbox-store.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { ERROR_CODES } from '../../core/domain/error-code.ts';
import { complain } from '../explain.ts';
import { type ChannelOptions, openChannels } from '../lost/channels.ts';
import { clientFor } from '../network/services.ts';
import { withCases } from '../lost/open.ts';
import { show } from '../lost/show.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import type { StatusOptions } from './lost.ts';

export interface SendOptions extends StatusOptions, ChannelOptions {}

/** @returns as `pena lost status`: 0 where nothing is open any more, 2 otherwise */
export async function lostSend(options: SendOptions, shell: Shell): Promise<number> {
  const settings = await effectiveSettings();
  const { channels, close } = await openChannels(options, settings);
  const { signal } = shell.interrupt;
  try {
    return await withCases(options, shell, async ({ cases, outbox }) => {
      const now = (): Date => new Date();
      const started = now();
      const all: LostKeyCase[] = [];
      for (const id of [...(await cases.ids())].sort()) {
        // One that cannot be read keeps no other from being sent.
        try {
          all.push(await readCase(cases, id));
        } catch (thrown) {
          complain(toPenaError(thrown), shell, id);
        }
      }
      for (const lost of all) await requeue(lost, outbox);
      const unreadable = await deliverDue({ store: outbox, channels, now, signal, atOnce: true });
      await tellFailures(outbox, started, shell);
      for (const key of unreadable) complain(new PenaError('OUTBOX_UNREADABLE'), shell, key);
      await watchRevocations(outbox, {
        http: clientFor(settings),
        ...{ now: now(), cache: null, signal },
        random: (length) => new Uint8Array(randomBytes(length)),
      });
      const told = [];
      for (const lost of all) told.push(await followed(lost, outbox));
      return show(told, options, shell);
    });
  } finally {
    close();
  }
}

/** What stood in the way of this round, a line a report and way. */
async function tellFailures(outbox: OutboxStore, since: Date, shell: Shell): Promise<void> {
  const texts = lostTexts(shell.language);
  for (const key of await outbox.keys()) {
    const { status } = await outbox.read(key).catch(() => ({ status: null }));
    for (const { channel, at, outcome } of status?.attempts ?? []) {
      const code = ERROR_CODES.find((known) => known === outcome);
      if (code === undefined || new Date(at) < since) continue;
      complain(new PenaError(code), shell, texts.notSentBy(channel));
    }
  }
}
