// `pena application send|status`: an application package to the registration authority, by all ways until one
// acknowledges it. Nothing is kept here: the package file itself is what is sent again.
import { formatDateTime } from '../../core/domain/local-time.ts';
import { type PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import { handInOf } from '../../core/lifecycle/applications/hand-in.ts';
import type { ApplicationChannel, HandIn } from '../../core/ports/application-channel.ts';
import type { Acknowledgement, ChannelId } from '../../core/ports/report-channel.ts';
import { readSmallFile } from '../../native/files/small-file.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { EXIT } from '../exit-codes.ts';
import { complain } from '../explain.ts';
import { type ChannelOptions, openApplicationWays } from '../lost/channels.ts';
import type { Shell } from '../shell.ts';
import { handingInTexts } from '../texts/handing-in.ts';
import { lostTexts } from '../texts/lost.ts';
import { UsageError } from '../usage-error.ts';

export interface HandInOptions extends ChannelOptions {
  readonly json?: boolean;
}

/**
 * @returns 0 where the authority has it; 2 where it was only sent, or is rejected
 * @throws {PenaError} PACKAGE_*, FILE_*, USAGE; what the last way failed with where none took it
 */
export async function sendApplication(
  file: string,
  options: HandInOptions,
  shell: Shell,
): Promise<number> {
  const handIn = await handInFrom(file);
  return withWays(options, shell, async (channels) => {
    let best: (Acknowledgement & { channel: ChannelId }) | null = null;
    let failed: PenaError | null = null;
    for (const channel of channels) {
      try {
        const answer = await channel.send(handIn, shell.interrupt.signal);
        best = { ...answer, channel: channel.id };
        if (answer.state !== 'sent') break;
      } catch (thrown) {
        failed = toPenaError(thrown);
        if (failed.code === 'CANCELLED') throw failed;
        const { notBy } = handingInTexts(shell.language);
        complain(failed, shell, notBy(lostTexts(shell.language).ways[channel.id]));
      }
    }
    if (best === null) throw failed ?? new UsageError('noReportChannel');
    return tell(best, handIn, options, shell);
  });
}

/** @throws {PenaError} PACKAGE_*, FILE_*, USAGE, CHANNEL_*, NET_* */
export async function askApplication(
  file: string,
  options: HandInOptions,
  shell: Shell,
): Promise<number> {
  const handIn = await handInFrom(file);
  return withWays(options, shell, async (channels) => {
    for (const { id, status } of channels) {
      if (status === undefined) continue;
      const answer = await status(handIn, shell.interrupt.signal);
      return tell({ ...answer, channel: id }, handIn, options, shell);
    }
    throw new UsageError('noReportChannel');
  });
}

async function handInFrom(file: string): Promise<HandIn> {
  return handInOf(await readSmallFile(file, REPORT_LIMITS.packageBytes, 'PACKAGE_TOO_LARGE'));
}

async function withWays(
  options: HandInOptions,
  shell: Shell,
  work: (channels: readonly ApplicationChannel[]) => Promise<number>,
): Promise<number> {
  const { channels, close } = await openApplicationWays(options, await effectiveSettings(), shell);
  try {
    if (channels.length === 0) throw new UsageError('noReportChannel');
    return await work(channels);
  } finally {
    await close();
  }
}

function tell(
  { state, at, note, channel }: Acknowledgement & { readonly channel: ChannelId },
  { id, sha256 }: HandIn,
  { json = false }: HandInOptions,
  { out, language, zone }: Shell,
): number {
  const { states, facts } = handingInTexts(language);
  if (json) out.json({ id, sha256, state, at, note, channel });
  else {
    out.line(id, { tone: 'strong' });
    const all = [
      { name: facts.state, value: states[state] },
      { name: facts.way, value: lostTexts(language).ways[channel] },
      { name: facts.at, value: formatDateTime(at, zone, language) },
      { name: facts.note, value: note },
      { name: facts.digest, value: sha256 },
    ];
    out.facts(all.filter(({ value }) => value !== ''));
  }
  return state === 'received' || state === 'accepted' ? EXIT.ok : EXIT.indeterminate;
}
