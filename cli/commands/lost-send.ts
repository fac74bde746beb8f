// `pena lost send`: one round over everything that waits, reports first and then letters: sent by the ways of policy and
// command, the authority asked what it decided, the issuers asked what they revoked.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import { runHandIns } from '../../core/lifecycle/applications/hand-in-round.ts';
import { reportAsEml } from '../../core/lifecycle/channels/email-channel.ts';
import type { RoundProblem } from '../../core/lifecycle/outbox/problems.ts';
import { runRound } from '../../core/lifecycle/outbox/round.ts';
import type { OutboxStore } from '../../core/ports/outbox-store.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { composeMail } from '../../native/mail/compose.ts';
import {
  type EffectiveSettings,
  effectiveSettings,
} from '../../native/settings/effective-settings.ts';
import { complain } from '../explain.ts';
import { writeFile } from '../lost/write-file.ts';
import { type ChannelOptions, openAllWays } from '../lost/channels.ts';
import { withCases } from '../lost/open.ts';
import { show } from '../lost/show.ts';
import { letterRow } from '../lost/show-letters.ts';
import { termsOf } from '../lost/terms.ts';
import { clientFor } from '../network/services.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { UsageError } from '../usage-error.ts';
import type { StatusOptions } from './lost.ts';

export interface SendOptions extends StatusOptions, ChannelOptions {
  /** Folder for messages that the person sends with a mail program. */
  readonly eml?: string;
}

/** @returns as `pena lost status`: 0 where nothing is open any more, 2 otherwise */
export async function lostSend(options: SendOptions, shell: Shell): Promise<number> {
  const settings = await effectiveSettings();
  const { channels, close } = await openAllWays(options, settings, shell);
  try {
    if (channels.reports.length === 0 && options.eml === undefined) {
      throw new UsageError('noReportChannel');
    }
    return await withCases(options, shell, async (places) => {
      const signal = shell.interrupt.signal;
      const now = (): Date => new Date();
      const { cases, problems } = await runRound({
        ...{ places, channels: channels.reports, signal, now, atOnce: true },
        known: new CertificateRegistry(),
        authorities: await loadAnchors(settings.anchors.value),
        services: {
          ...{ http: clientFor(settings), cache: null },
          random: (length) => new Uint8Array(randomBytes(length)),
        },
      });
      const letters = await runHandIns({
        ...places,
        ...{ channels: channels.applications, signal, now, atOnce: true },
      });
      for (const problem of [...problems, ...letters.problems]) tell(problem, shell);
      if (options.eml !== undefined) {
        await writeMails(options.eml, places.outbox, options, settings, shell);
      }
      const rows = letters.messages.map(({ message, status }) => letterRow(message, status));
      return show(cases, options, shell, termsOf(settings), rows);
    });
  } finally {
    await close();
  }
}

function tell(problem: RoundProblem, shell: Shell): void {
  const texts = lostTexts(shell.language);
  const about =
    problem.what === 'send'
      ? texts.notSentBy(problem.channel)
      : problem.what === 'poll'
        ? texts.notAskedBy(problem.channel)
        : problem.id;
  complain(new PenaError(problem.code), shell, about);
}

/** Written is not sent: what nobody has taken yet stays so until the person says otherwise. */
async function writeMails(
  folder: string,
  outbox: OutboxStore,
  options: SendOptions,
  settings: EffectiveSettings,
  shell: Shell,
): Promise<void> {
  const to = options.to ?? settings.policy?.registrationAuthority?.email;
  if (to === undefined) throw new UsageError('missingOption', '--to');
  const from = options.from ?? settings.policy?.registrationAuthority?.smtp?.from ?? null;
  const texts = lostTexts(shell.language);
  for (const id of await outbox.keys()) {
    const { message: report, status } = await outbox.read(id);
    if (status.acknowledged !== null && status.acknowledged.state !== 'sent') continue;
    const eml = await reportAsEml(report.request, report.papers, {
      mailer: { compose: composeMail, send: () => Promise.reject(new PenaError('INTERNAL')) },
      ...{ from, to: [to], key: null, now: () => new Date() },
    });
    const path = join(folder, `laporan-${id}.eml`);
    await writeFile(path, eml);
    shell.err.line(texts.emlWritten(path), { tone: 'warn' });
  }
}
